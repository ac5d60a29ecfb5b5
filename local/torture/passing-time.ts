/** Moves the company's time: the clock goes on or jumps over an outage, and due work is done. */
import type { Instant } from '#core/time/instant.ts'
import type { Closings } from '#local/torture/closings.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import type { ClockJump } from '#local/torture/world/clock-jumps.ts'
import { ENDS } from '#local/torture/world/dates.ts'

export interface PassingTime {
  moveTo(target: Instant): Promise<void>
  fireDue(): Promise<void>
  nextDue(): Instant
  /** No more outages from now on. */
  calm(): void
}

export function passingTime(
  { clock, held, way, pool, strikes, servers: { engines } }: CompanyUnderTest,
  { jumps, closings }: { readonly jumps: readonly ClockJump[]; readonly closings: Closings },
): PassingTime {
  const ahead = [...jumps]
  return {
    async moveTo(target) {
      const jump = ahead.find(({ from }) => from <= target)
      if (jump) {
        ahead.splice(ahead.indexOf(jump), 1)
        strikes.count(jump.fault)
        if (pool.inFlight().length > 0) await pool.killAll()
        if (jump.to > clock.now()) clock.moveTo(jump.to)
      } else if (target > clock.now()) clock.moveTo(target)
      pool.setClock(clock.now())
    },
    async fireDue() {
      const now = clock.now()
      await closings.look(now)
      for (const engine of Object.values(engines)) if ((engine.nextDue() ?? '9') <= now) await engine.fireDue(now)
      await held.release(now)
      await way.receive()
    },
    nextDue: () =>
      [...Object.values(engines).map((engine) => engine.nextDue()), held.next()].reduce<Instant>(
        (first, due) => (due !== undefined && due < first ? due : first),
        ENDS,
      ),
    calm: () => void ahead.splice(0),
  }
}

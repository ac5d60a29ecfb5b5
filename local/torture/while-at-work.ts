/** While functions are at work: kills them from outside, ends those that hang, and moves the clock under running senders. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Instant, plusMs } from '#core/time/instant.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import type { PassingTime } from '#local/torture/passing-time.ts'

const TICK_MS = 40
/** The clock moves while senders are at work, but no sender runs longer than a function may. */
const STEP_MS: readonly [number, number] = [400, 2_500]
const LONGEST_SENDING_MS = 150_000
/** Real time: a hanging function is ended, as Lambda would. */
const HANGING_MS = 60_000
/** At this tick at the latest the first process is killed from outside. */
const FIRST_BLOW = 150

export interface AtWorkParts {
  readonly company: CompanyUnderTest
  readonly time: PassingTime
  /** The share of ticks at which a working process is killed. */
  readonly shareOfBlows: () => number
  readonly setback: (word: string) => void
}

export function whileAtWork({ company: { clock, pool, strikes }, time, shareOfBlows, setback }: AtWorkParts) {
  let wake = () => {}
  let stepped = performance.now()

  function strikeSomebody(): void {
    if (pool.inFlight().length === 0 || !strikes.strike('kill-from-outside', shareOfBlows(), FIRST_BLOW)) return
    pool.killOne(strikes.between('kill-from-outside', [0, 9]))
  }

  async function goOn(now: Instant): Promise<void> {
    const step = plusMs(now, strikes.between('step', STEP_MS))
    const due = time.nextDue()
    await time.moveTo(due > now && due < step ? due : step)
  }

  return {
    /** A job has ended. */
    wake: () => wake(),
    async tick(): Promise<void> {
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), pause(TICK_MS)])
      const inFlight = pool.inFlight()
      if (inFlight.some(({ since }) => performance.now() - since > HANGING_MS)) {
        setback('a function hung and was ended')
        await pool.killAll()
        return
      }
      if (performance.now() - stepped < TICK_MS) return
      stepped = performance.now()
      strikeSomebody()
      const sending = inFlight.filter(({ job }) => job.kind === 'batches')
      const now = clock.now()
      if (sending.length > 0 && sending.every(({ job }) => job.now >= plusMs(now, -LONGEST_SENDING_MS))) await goOn(now)
    },
  }
}

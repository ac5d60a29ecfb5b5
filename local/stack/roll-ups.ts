/**
 * The figures of the report on this machine: in the nights of the schedule, and when a moved clock has come to rest. Within a move a night makes those of
 * the periods that hold the day before it, which the next mail tells: what late days changed in others waits, and what can still change is rolled up again,
 * once the clock rests. All of them in every night would take longer than all else.
 */
import { type RollUpNightPorts, rollUpNight } from '#app/numbers/roll-up-night.ts'
import { periodHolding } from '#core/report/report-period.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

/** A week, a month, a quarter, a year, and each a year before as Tết aligns it. */
const OF_YESTERDAY = 8

export function rollUps(
  ports: RollUpNightPorts,
  { clock, isMoved }: { readonly clock: () => Instant; readonly isMoved: boolean },
) {
  const { zone } = ports.companyRules.company
  let wholeOn: LocalDate | null = null
  return {
    inNight: async (): Promise<void> => {
      await rollUpNight(ports, { now: clock(), ...(isMoved && { again: false, atMost: OF_YESTERDAY }) })
    },
    atRest: async (): Promise<void> => {
      const now = clock()
      const today = localDateAt(now, zone)
      const again = wholeOn === null || wholeOn < periodHolding('week', today).from
      await rollUpNight(ports, { now, again })
      if (again) wholeOn = today
    },
  }
}

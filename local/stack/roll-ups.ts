/**
 * The figures of the report on this machine: in the nights of the schedule, and when a moved clock has come to rest. What can still change is rolled up
 * again every Monday, or once the clock rests after one: within a move that would take longer than all else.
 */
import { type RollUpNightPorts, rollUpNight } from '#app/numbers/roll-up-night.ts'
import { periodHolding } from '#core/report/report-period.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export function rollUps(
  ports: RollUpNightPorts,
  { clock, isMoved }: { readonly clock: () => Instant; readonly isMoved: boolean },
) {
  const { zone } = ports.companyRules.company
  let wholeOn: LocalDate | null = null
  return {
    inNight: async (): Promise<void> => {
      await rollUpNight(ports, { now: clock(), ...(isMoved && { again: false }) })
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

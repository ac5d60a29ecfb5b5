/**
 * A roll-up as it is seen on a later day. Days that ended since it was made are not in its figures, also where their facts are written: the night that was
 * to count them broke off, or is at work.
 */
import { withMissing } from '#core/kpi/kpi.ts'
import { followedBy } from '#core/kpi/missing-days.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { saidOf } from '#core/kpi/untold.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

/** Facts of the day on which it was made, and of later ones, are not in it. Today is not over, and no report tells of it. */
export function seenOn(today: LocalDate, rollUp: RollUp): RollUp {
  const { period, kpis, today: madeOn } = rollUp
  const last = period.to < today ? period.to : addDays(today, -1)
  const said = { ...rollUp, kpis: kpis.map((kpi) => saidOf(kpi, rollUp)) }
  if (madeOn > last) return said
  const since = { from: madeOn, to: last, because: 'not-rolled-up' } as const
  return { ...said, kpis: said.kpis.map((kpi) => withMissing(kpi, followedBy(kpi.missing, since))) }
}

/** The draws of all care, and in which tier and country each customer stood at their first occasion of the period: in that one they count. */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import { liftGroups } from '#core/kpi/counting/lift-groups.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { stoodIn } from '#core/kpi/counting/stood-in.ts'
import type { LiftCounts } from '#core/kpi/lift.ts'
import type { Segment } from '#core/kpi/segment.ts'

export interface CareDraws {
  readonly add: (row: DatedFact<'touches'>) => void
  /** Of everybody in a segment that tells no customers apart. */
  readonly groupsOf: (segment: Segment, history: Pick<PurchaseHistory, 'boughtWithin'>) => LiftCounts
}

export function careDraws(asked: Pick<CountedPeriod, 'period' | 'persons'>): CareDraws {
  const { period, persons } = asked
  const draws = liftGroups('control-group', asked)
  const stood = { tier: stoodIn(), country: stoodIn() }
  return {
    add: (row) => {
      draws.add(row)
      if (row.person === null || !isIn(period, row.day)) return
      for (const by of ['tier', 'country'] as const) stood[by].add(persons.placeOf(row.person), { day: row.day, value: row[by] })
    },
    groupsOf: (segment, history) => {
      if (segment.by !== 'tier' && segment.by !== 'country') return draws.groups(history)
      const [where, { is }] = [stood[segment.by], segment]
      // Rows of the period alone were added: the first of them tells.
      return draws.groups(history, (place) => where.at(place, period.from) === is)
    },
  }
}

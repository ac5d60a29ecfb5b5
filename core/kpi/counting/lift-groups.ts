/**
 * Who was drawn to be contacted, and who to be left alone: by the first draw about each customer in the period, whatever became of the touch. Rest, caps,
 * a stronger campaign and a cancelled one take customers out who are cared for, and nobody who is left alone; without those the groups would not be alike.
 *
 * Days that were written before draws were kept tell only whom every rule let through. A customer of whom there is no draw counts by them, in the old way.
 */
import type { WithheldReason } from '#core/audience/withheld.ts'
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import { wasLetThrough } from '#core/kpi/counting/let-through.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { LIFT_DAYS, type LiftCounts } from '#core/kpi/lift.ts'
import type { LocalDate } from '#core/time/local-date.ts'

type TouchRow = DatedFact<'touches'>

export interface LiftGroups {
  readonly add: (row: TouchRow) => void
  /** `isOf`: whether the customer at a place is asked about. */
  readonly groups: (history: Pick<PurchaseHistory, 'boughtWithin'>, isOf?: (place: number) => boolean) => LiftCounts
}

interface Draw {
  readonly day: LocalDate
  readonly isAlone: boolean
}

/** One of the two figures: of a campaign's holdout, or of the control group of all care. */
export function liftGroups(as: WithheldReason, { period, persons }: Pick<CountedPeriod, 'period' | 'persons'>): LiftGroups {
  const drawn = new Map<number, Draw>()
  const ofBefore = drawsOfBefore(as)
  const add = (row: TouchRow): void => {
    if (row.person === null || !isIn(period, row.day)) return
    const place = persons.placeOf(row.person)
    if (row.drawn === null) ofBefore.add(place, row)
    else if (as === 'control-group' ? row.draws_care === true : row.drawn !== 'control-group')
      keepFirst(drawn, place, { day: row.day, isAlone: row.drawn === as })
  }
  const groups: LiftGroups['groups'] = (history, isOf = () => true) => {
    const [treated, leftAlone] = [
      { customers: 0, bought: 0 },
      { customers: 0, bought: 0 },
    ]
    let asBefore = 0
    const count = (place: number, { day, isAlone }: Draw): void => {
      const group = isAlone ? leftAlone : treated
      group.customers++
      if (history.boughtWithin(place, { after: day, days: LIFT_DAYS })) group.bought++
    }
    for (const [place, draw] of drawn) if (isOf(place)) count(place, draw)
    for (const [place, draw] of ofBefore.draws()) {
      if (drawn.has(place) || !isOf(place)) continue
      asBefore++
      count(place, draw)
    }
    return { treated, leftAlone, asBefore }
  }
  return { add, groups }
}

/** Of two on one day, that by which the customer is left alone: the company changed who is. */
function keepFirst(draws: Map<number, Draw>, place: number, draw: Draw): void {
  const before = draws.get(place)
  if (before === undefined || draw.day < before.day || (draw.day === before.day && draw.isAlone)) draws.set(place, draw)
}

/** A customer who was ever left alone is: what they asked for, and the law demands, they get all the same. */
function drawsOfBefore(as: WithheldReason) {
  const [treated, alone] = [new Map<number, Draw>(), new Map<number, Draw>()]
  const add = (place: number, row: TouchRow): void => {
    // What a sale or the law demands is no care.
    if (as === 'control-group' && row.content_class === 'transactional') return
    if (row.outcome === 'withheld') {
      if (row.because === as) keepFirst(alone, place, { day: row.day, isAlone: true })
    } else if (wasLetThrough(row)) keepFirst(treated, place, { day: row.day, isAlone: false })
  }
  return { add, draws: () => new Map([...treated, ...alone]) }
}

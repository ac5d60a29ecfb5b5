/**
 * Who was to be contacted, and who was left alone on purpose: by the first decision about each customer in the period. The rules that skip a customer are
 * asked before chance is, so only customers whom all of them let through are among either.
 */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { type Group, LIFT_DAYS } from '#core/kpi/lift.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Decided after chance: who was to be contacted, and then was not. */
const SKIPPED_AFTERWARDS: readonly string[] = [
  'team-full',
  'budget-exhausted',
  'campaign-paused',
  'sender-stopped',
  'words-missing',
]
const TO_BE_CONTACTED: readonly string[] = ['planned', 'sent', 'deferred', 'failed', 'unknown']

export type LeftAloneAs = 'holdout' | 'control-group'

/** One of the two figures: of a campaign's holdout, or of the control group of all care. */
export function liftGroups(as: LeftAloneAs, { period, persons }: CountedPeriod) {
  const treated = new Map<number, LocalDate>()
  const alone = new Map<number, LocalDate>()
  const add = (row: DatedFact<'touches'>): void => {
    if (row.person === null || !isIn(period, row.day) || !isCounted(as, row)) return
    if (row.outcome === 'withheld') {
      if (row.because === as) keepFirst(alone, persons.placeOf(row.person), row.day)
    } else if (isToBeContacted(row)) keepFirst(treated, persons.placeOf(row.person), row.day)
  }
  const groups = (history: Pick<PurchaseHistory, 'boughtWithin'>): { readonly treated: Group; readonly leftAlone: Group } => {
    // A customer who was ever left alone is: what they asked for, and the law demands, they get all the same.
    for (const place of alone.keys()) treated.delete(place)
    const boughtOf = (group: ReadonlyMap<number, LocalDate>): Group => ({
      customers: group.size,
      bought: [...group].filter(([place, after]) => history.boughtWithin(place, { after, days: LIFT_DAYS })).length,
    })
    return { treated: boughtOf(treated), leftAlone: boughtOf(alone) }
  }
  return { add, groups }
}

/** What a sale or the law demands is no care. */
const isCounted = (as: LeftAloneAs, { content_class }: DatedFact<'touches'>): boolean =>
  as === 'holdout' || content_class !== 'transactional'

const isToBeContacted = ({ outcome, because }: DatedFact<'touches'>): boolean =>
  TO_BE_CONTACTED.includes(outcome) || (outcome === 'skipped' && because !== null && SKIPPED_AFTERWARDS.includes(because))

function keepFirst(days: Map<number, LocalDate>, place: number, day: LocalDate): void {
  const before = days.get(place)
  if (before === undefined || day < before) days.set(place, day)
}

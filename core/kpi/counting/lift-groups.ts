/**
 * Who was to be contacted, and who was left alone on purpose: by the first decision about each customer in the period. The rules that skip a customer are
 * asked before chance is, so only customers whom all of them let through are among either.
 */
import type { OutcomeState } from '#core/audience/outcome.ts'
import type { SkipReason } from '#core/audience/skip.ts'
import type { WithheldReason } from '#core/audience/withheld.ts'
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import { namesWhere } from '#core/kpi/counting/names-where.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { type Group, LIFT_DAYS } from '#core/kpi/lift.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Skips that are decided after chance: the customer was to be contacted, and then was not. */
const SKIPPED_AFTERWARDS = namesWhere<SkipReason>({
  'customer-gone': false,
  'no-longer-due': false,
  'campaign-cancelled': false,
  'policy-missing': false,
  blackout: false,
  'closed-day': false,
  'no-address': false,
  'bad-address': false,
  'suppression-unreadable': false,
  suppressed: false,
  'consent-unreadable': false,
  'opted-out': false,
  'consent-missing': false,
  'do-not-call': false,
  'do-not-call-list-old': false,
  'already-contacted': false,
  'already-asked': false,
  'already-answered': false,
  'survey-closed': false,
  'held-for-case': false,
  'same-address': false,
  outranked: false,
  'surveyed-recently': false,
  'frequency-cap': false,
  'team-full': true,
  'budget-exhausted': true,
  'campaign-paused': true,
  'window-passed': false,
  'sender-stopped': true,
  'words-missing': true,
})
const TO_BE_CONTACTED = namesWhere<OutcomeState>({
  planned: true,
  sent: true,
  deferred: true,
  failed: true,
  unknown: true,
  skipped: false,
  withheld: false,
})

/** One of the two figures: of a campaign's holdout, or of the control group of all care. */
export function liftGroups(as: WithheldReason, { period, persons }: CountedPeriod) {
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
const isCounted = (as: WithheldReason, { content_class }: DatedFact<'touches'>): boolean =>
  as === 'holdout' || content_class !== 'transactional'

const isToBeContacted = ({ outcome, because }: DatedFact<'touches'>): boolean =>
  TO_BE_CONTACTED.has(outcome) || (outcome === 'skipped' && because !== null && SKIPPED_AFTERWARDS.has(because))

function keepFirst(days: Map<number, LocalDate>, place: number, day: LocalDate): void {
  const before = days.get(place)
  if (before === undefined || day < before) days.set(place, day)
}

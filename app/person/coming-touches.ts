/**
 * What comes for one customer, and what does not: each day as planning would decide it now, over a ledger that grows by each touch that would go out
 * before; where the last plan was made, what it decided. What is not known yet is not in it: what the customer will buy, answer or refuse until then, which calls and cases will be closed, and what
 * is left of a budget.
 */
import { type PlannedFor, verdictOfDay } from '#app/person/verdict-of-day.ts'
import { contactOf, type Ledger } from '#core/audience/ledger.ts'
import type { Outcome, Skipped, Verdict } from '#core/audience/outcome.ts'
import { memoryOf, withContact } from '#core/audience/remember.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { occurrenceIdOf, occurrenceNamed } from '#core/occasion/occurrence-id.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

/** A lunar year with a leap month has 384 days, so every yearly occasion comes within this many. */
const REACH_DAYS = 400

export interface ComingTouch {
  readonly campaign: CampaignDefinition
  /** When it goes out, or would. */
  readonly date: LocalDate
  /** Stored ones may be of another version. */
  readonly verdict: Verdict | Skipped
}

export interface ComingAsked {
  readonly of: PlannedFor
  readonly ledger: Ledger
  /** What became of the customer in occurrences that are planned already, by their ids. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** Occurrences whose last plan was made: who is left out there stays left out, also who was not there to be planned. */
  readonly decided: ReadonlySet<string>
  /** Those that live. */
  readonly campaigns: readonly CampaignDefinition[]
  readonly paused: ReadonlySet<string>
  /** The company's day. */
  readonly from: LocalDate
  readonly now: Instant
  readonly companyRules: CompanyRules
}

/** The next day of each campaign that means this customer, earliest first; a campaign without one within about a year is left out. */
export function comingTouches(asked: ComingAsked): readonly ComingTouch[] {
  const { from, companyRules } = asked
  const memory = memoryOf(companyRules)
  const inTurn = asked.campaigns.toSorted((a, b) => (a.window.from < b.window.from ? -1 : a.window.from > b.window.from ? 1 : 0))
  const found = new Map<string, ComingTouch>()
  let { ledger } = asked
  for (const date of datesFrom(firstDate(asked), addDays(from, REACH_DAYS))) {
    for (const campaign of inTurn) {
      const touch = touchOn(asked, { campaign, date, ledger })
      if (touch === undefined) continue
      const { occasionKey, occurrenceId, goesOutAt: at } = touch
      if (at !== null) ledger = withContact({ ledger, contact: contactOf({ campaign, occurrenceId, occasionKey, at }), memory })
      if (!found.has(campaign.id)) found.set(campaign.id, { campaign, date: touch.date, verdict: touch.verdict })
    }
    if (found.size === inTurn.length) break
  }
  return [...found.values()].toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}

/** A touch of an earlier day may still wait. */
const firstDate = ({ outcomes, from }: ComingAsked): LocalDate =>
  [...outcomes].reduce((first, [occurrenceId, outcome]) => {
    const date = waits(outcome) ? occurrenceNamed(occurrenceId)?.date : undefined
    return date !== undefined && date < first ? date : first
  }, from)

const waits = (outcome: Outcome | undefined): boolean => outcome?.state === 'planned' || outcome?.state === 'deferred'

interface TouchOfDay extends Omit<ComingTouch, 'campaign'> {
  readonly occurrenceId: string
  readonly occasionKey: string
  /** Null where it does not. */
  readonly goesOutAt: Instant | null
}

/** Undefined where none comes from that day: the customer is not due, the touch was made, or its hours have passed. */
function touchOn(
  { of, outcomes, decided: lastPlanned, campaigns, paused, from, now, companyRules }: ComingAsked,
  { campaign, date, ledger }: { readonly campaign: CampaignDefinition; readonly date: LocalDate; readonly ledger: Ledger },
): TouchOfDay | undefined {
  const occurrenceId = occurrenceIdOf({ campaignId: campaign.id, date })
  const outcome = outcomes.get(occurrenceId)
  if (date < from && !waits(outcome)) return undefined
  if (outcome?.state === 'sent' || outcome?.state === 'failed' || outcome?.state === 'unknown') return undefined
  const decided = verdictOfDay({ of, campaign, date, others: campaigns, ledger, now, companyRules })
  if (decided === undefined) return undefined
  const { occasionKey } = decided
  const isLast = lastPlanned.has(occurrenceId)
  if (isLast && outcome === undefined) return undefined
  const verdict = isLast && isLeftOut(outcome) ? outcome : decided.verdict
  const { zone } = of.person.customer
  if (outcome?.state === 'deferred' && mayGoOut(verdict)) {
    const { until } = outcome
    if (paused.has(campaign.id))
      return { date: localDateAt(until, zone), verdict: PAUSED, occurrenceId, occasionKey, goesOutAt: null }
    return { date: localDateAt(until, zone), verdict: outcome, occurrenceId, occasionKey, goesOutAt: until }
  }
  if (decided.isOver || (verdict.state === 'skipped' && verdict.reason === 'already-contacted')) return undefined
  const slotDate = decided.slot?.date ?? date
  if (verdict.state === 'planned' && paused.has(campaign.id))
    return { date: slotDate, verdict: PAUSED, occurrenceId, occasionKey, goesOutAt: null }
  const goesOutAt = verdict.state === 'planned' ? (decided.slot?.from ?? null) : null
  return { date: slotDate, verdict, occurrenceId, occasionKey, goesOutAt }
}

const isLeftOut = (outcome: Outcome | undefined): outcome is Extract<Outcome, { state: 'skipped' | 'withheld' }> =>
  outcome?.state === 'skipped' || outcome?.state === 'withheld'

const PAUSED: Verdict = { state: 'skipped', reason: 'campaign-paused' }

/** A touch that waits may go out after its hours: the sender has given it the time. */
const mayGoOut = (verdict: ComingTouch['verdict']): boolean =>
  verdict.state === 'planned' || (verdict.state === 'skipped' && verdict.reason === 'window-passed')

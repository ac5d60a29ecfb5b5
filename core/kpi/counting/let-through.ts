/** Whether every rule let a customer through to the campaign: what tells a draw in files of facts that were written before draws were kept. */
import type { OutcomeState } from '#core/audience/outcome.ts'
import type { SkipReason } from '#core/audience/skip.ts'
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { namesWhere } from '#core/kpi/counting/names-where.ts'

export const wasLetThrough = ({ outcome, because }: Pick<DatedFact<'touches'>, 'outcome' | 'because'>): boolean =>
  TO_BE_CONTACTED.has(outcome) || (outcome === 'skipped' && because !== null && SKIPPED_AFTERWARDS.has(because))

const TO_BE_CONTACTED = namesWhere<OutcomeState>({
  planned: true,
  sent: true,
  deferred: true,
  failed: true,
  unknown: true,
  skipped: false,
  withheld: false,
})

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

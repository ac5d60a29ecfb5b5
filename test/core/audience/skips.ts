/** One skip for every reason; adding a reason without its example does not compile. */
import { SKIP_REASONS, type Skip, type SkipNotKnownHere, type SkipReason } from '#core/audience/skip.ts'

const freeAt = '2027-03-12T02:00:00.000Z'

const SKIP_EXAMPLES: { readonly [Reason in SkipReason]: Extract<Skip, { reason: Reason }> } = {
  'customer-gone': { reason: 'customer-gone', erased: true },
  'no-longer-due': { reason: 'no-longer-due' },
  'campaign-cancelled': { reason: 'campaign-cancelled' },
  'policy-missing': { reason: 'policy-missing', country: 'FR' },
  blackout: { reason: 'blackout' },
  'do-not-call': { reason: 'do-not-call' },
  'do-not-call-list-old': { reason: 'do-not-call-list-old', asOf: '2027-01-02', maxAgeDays: 30 },
  'closed-day': { reason: 'closed-day', country: 'FR' },
  'no-address': { reason: 'no-address' },
  'bad-address': { reason: 'bad-address' },
  'suppression-unreadable': { reason: 'suppression-unreadable' },
  suppressed: { reason: 'suppressed', because: 'hard-bounce' },
  'consent-unreadable': { reason: 'consent-unreadable' },
  'opted-out': { reason: 'opted-out', purpose: 'care' },
  'consent-missing': { reason: 'consent-missing', purpose: 'advertising' },
  'already-contacted': { reason: 'already-contacted', occurrenceId: 'tet_2027-02-06' },
  'already-asked': { reason: 'already-asked', occurrenceId: null },
  'already-answered': { reason: 'already-answered', by: 'mail' },
  'survey-closed': { reason: 'survey-closed' },
  'held-for-case': { reason: 'held-for-case' },
  'same-address': { reason: 'same-address', writtenTo: 'KH0001' },
  outranked: { reason: 'outranked', by: 'womens-day' },
  'surveyed-recently': { reason: 'surveyed-recently', days: 30, freeAt },
  'frequency-cap': { reason: 'frequency-cap', max: 3, hours: 168, freeAt },
  'team-full': { reason: 'team-full' },
  'budget-exhausted': { reason: 'budget-exhausted' },
  'campaign-paused': { reason: 'campaign-paused' },
  'window-passed': { reason: 'window-passed' },
  'sender-stopped': { reason: 'sender-stopped' },
  'words-missing': { reason: 'words-missing' },
}

export const EVERY_SKIP: readonly Skip[] = SKIP_REASONS.map((reason) => SKIP_EXAMPLES[reason])

/** As another version stored it, with a reason that this one does not know. */
export const MOON_SKIP: SkipNotKnownHere = {
  reason: 'not-known-here',
  stored: { state: 'skipped', reason: 'full-moon', seenBy: 'KH0002' },
}

/** One outcome of every kind, and two reasons to skip. */
import type { Outcome } from '#core/audience/outcome.ts'

const at = '2027-03-10T02:00:00.000Z'

export const OUTCOME_EXAMPLES: readonly Outcome[] = [
  { state: 'planned' },
  { state: 'sent', at, providerId: 'mail-1' },
  { state: 'skipped', reason: 'opted-out', purpose: 'care' },
  { state: 'skipped', reason: 'frequency-cap', max: 3, hours: 24, freeAt: at },
  { state: 'deferred', until: at, because: 'provider-busy' },
  { state: 'withheld', because: 'holdout' },
  { state: 'failed', at, reason: 'refused' },
  { state: 'unknown', since: at, evidence: 'no answer' },
]

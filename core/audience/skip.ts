/** Why a customer is not contacted: a closed list, and for each reason the facts of it. What people read is made from the facts alone. */
import type { Purpose } from '#core/audience/consent.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** In the order in which they are checked. */
export const SKIP_REASONS = [
  'customer-gone',
  'no-longer-due',
  'campaign-cancelled',
  'policy-missing',
  'blackout',
  /** The law that holds for the customer's country allows none of the days, for their weekday or as public holidays. */
  'closed-day',
  'no-address',
  'bad-address',
  'suppression-unreadable',
  'suppressed',
  'consent-unreadable',
  'opted-out',
  'consent-missing',
  /** The number is on the register of those that must not be called for advertising. */
  'do-not-call',
  /** There is no copy of that register, or it is older than the law's rules allow. */
  'do-not-call-list-old',
  'already-contacted',
  'already-asked',
  'already-answered',
  'survey-closed',
  /** A case of theirs is open that is as grave as the policy of cases holds care back from. */
  'held-for-case',
  'same-address',
  'outranked',
  'surveyed-recently',
  'frequency-cap',
  /** The team has no time for more calls on the day, and the campaign names no mail for the rest. */
  'team-full',
  'budget-exhausted',
  'campaign-paused',
  'window-passed',
  /** The send window passed while sending was stopped for every customer. */
  'sender-stopped',
  /** The send window passed while the words of the campaign's version were missing. */
  'words-missing',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** The reason says it all. */
type NoFacts = unknown

/** Which contact it was. Null: one so long ago that only its existence is known. */
interface EarlierContact {
  readonly occurrenceId: string | null
}

interface FactsOf {
  /** erased: the customer asked for it. Otherwise their row was gone. */
  'customer-gone': { readonly erased: boolean }
  'no-longer-due': NoFacts
  'campaign-cancelled': NoFacts
  'policy-missing': { readonly country: string }
  blackout: NoFacts
  'closed-day': { readonly country: string }
  'no-address': NoFacts
  'bad-address': NoFacts
  'suppression-unreadable': NoFacts
  suppressed: { readonly because: Suppression['reason'] }
  'consent-unreadable': NoFacts
  'opted-out': { readonly purpose: Purpose }
  'consent-missing': { readonly purpose: Purpose }
  'do-not-call': NoFacts
  /** The day of the list; null where there is none. */
  'do-not-call-list-old': { readonly asOf: LocalDate | null; readonly maxAgeDays: number }
  'already-contacted': EarlierContact
  'already-asked': EarlierContact
  /** mail: the customer wrote a mail without a readable score. */
  'already-answered': { readonly by: 'answer' | 'mail' }
  'survey-closed': NoFacts
  'held-for-case': NoFacts
  /** The customer with the same address who gets the same greeting. */
  'same-address': { readonly writtenTo: string }
  /** The campaign of higher priority. */
  outranked: { readonly by: string }
  /** The days between two surveys, and when the customer may be asked again. */
  'surveyed-recently': { readonly days: number; readonly freeAt: Instant }
  /** So many touches in so many hours, and when there is room for one more. */
  'frequency-cap': { readonly max: number; readonly hours: number; readonly freeAt: Instant }
  'team-full': NoFacts
  'budget-exhausted': NoFacts
  'campaign-paused': NoFacts
  'window-passed': NoFacts
  'sender-stopped': NoFacts
  'words-missing': NoFacts
}

/** Every reason with its own facts. */
export type Skip = { readonly [Reason in SkipReason]: { readonly reason: Reason } & FactsOf[Reason] }[SkipReason]

/** A reason that says it all. */
export type BareReason = { [Reason in SkipReason]: unknown extends FactsOf[Reason] ? Reason : never }[SkipReason]

/**
 * A stored skip that this version cannot read: another version's reason, or a reason without its facts. It is kept and written back as it was stored,
 * so that functions not yet updated go on sending, closing and erasing beside those that are.
 */
export interface SkipNotKnownHere {
  readonly reason: 'not-known-here'
  readonly stored: Readonly<Record<string, unknown>> & { readonly reason: string }
}

/** Every skip that a batch may hold. */
export type StoredSkip = Skip | SkipNotKnownHere

/** The reason under which a balance counts the skip: the stored one, which the version that made it will know again. */
export const countedReason = (skip: StoredSkip): string => (skip.reason === 'not-known-here' ? skip.stored.reason : skip.reason)

export const isSkipReason = (text: string): text is SkipReason => SKIP_REASONS.some((reason) => reason === text)

/** When the customer may be contacted again; undefined where no such instant is known. */
export const freeAtOf = (skip: StoredSkip): Instant | undefined => ('freeAt' in skip ? skip.freeAt : undefined)

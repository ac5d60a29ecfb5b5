/**
 * What became of one customer in one occurrence. One value carries the verdict and its reason: "may we?" and "why not?" are never computed apart,
 * and every member of an audience counts in exactly one line of the balance.
 */
import type { Skip, StoredSkip } from '#core/audience/skip.ts'
import type { WithheldReason } from '#core/audience/withheld.ts'
import type { Instant } from '#core/time/instant.ts'

/**
 * Why a touch waits. resend: the operator decided to send it once more. words-missing: the sender does not have the words of this campaign's
 * version, or has none in a language to write in. sender-stopped: sending is stopped for every customer.
 */
export const DEFER_REASONS = [
  'outside-hours',
  'campaign-paused',
  'words-missing',
  'provider-busy',
  'daily-quota',
  'resend',
  'sender-stopped',
] as const
export type DeferReason = (typeof DEFER_REASONS)[number]

/** Waits that we must end, not the customer: the touches they cost are counted apart from touches that were only late. */
export const HELD_UP_REASONS = ['sender-stopped', 'words-missing'] as const satisfies readonly DeferReason[]
export type HeldUpReason = (typeof HELD_UP_REASONS)[number]

export interface Deferred {
  readonly state: 'deferred'
  readonly until: Instant
  readonly because: DeferReason
  /** What the touch waits for now, where `because` keeps the reason that gives it longer than the campaign's own grace. */
  readonly heldUpBy?: HeldUpReason | undefined
}
export type Skipped = { readonly state: 'skipped' } & StoredSkip

/** What the operator may decide about a customer whose outcome is unknown or failed. */
export const DECISIONS = ['settled-sent', 'settled-not-sent', 'resend'] as const

/** The operator's decision that won the row and is not carried out yet: until it is, no other decision can be made. */
export interface Decided {
  readonly decision: (typeof DECISIONS)[number]
  readonly by: string
  readonly because: string
  readonly at: Instant
}

export type Outcome =
  | { readonly state: 'planned' }
  | Skipped
  | Deferred
  | { readonly state: 'withheld'; readonly because: WithheldReason }
  | { readonly state: 'sent'; readonly at: Instant; readonly providerId: string }
  | { readonly state: 'failed'; readonly at: Instant; readonly reason: string; readonly decided?: Decided }
  /** Claimed, and no answer says whether the provider took it. Never sent again without a decision of the operator. */
  | { readonly state: 'unknown'; readonly since: Instant; readonly evidence: string; readonly decided?: Decided }
export type OutcomeState = Outcome['state']

/** In the order in which a balance is written. */
export const OUTCOME_STATES = [
  'planned',
  'sent',
  'skipped',
  'deferred',
  'withheld',
  'failed',
  'unknown',
] as const satisfies readonly OutcomeState[]

/** What planning, and the last check before sending, may decide: send, or why not. */
export type Verdict = Extract<Outcome, { state: 'planned' | 'deferred' | 'withheld' }> | ({ readonly state: 'skipped' } & Skip)

/** Undefined where the customer waits for the send window, the provider or a decision. */
export const heldUpBy = ({ because, heldUpBy: now }: Deferred): HeldUpReason | undefined =>
  now ?? HELD_UP_REASONS.find((reason) => reason === because)

/** One frozen value, shared by all recipients of a batch. */
export const PLANNED: Verdict = Object.freeze({ state: 'planned' })

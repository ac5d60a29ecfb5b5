/**
 * What became of one customer in one occurrence. One value carries the verdict and its reason: "may we?" and "why not?" are never computed apart,
 * and every member of an audience counts in exactly one line of the balance.
 */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

/** Closed list of reasons why a customer is not contacted, in the order in which they are checked. */
export const SKIP_REASONS = [
  'customer-gone',
  'no-longer-due',
  'campaign-cancelled',
  'policy-missing',
  'blackout',
  'no-address',
  'bad-address',
  'suppression-unreadable',
  'suppressed',
  'consent-unreadable',
  'opted-out',
  'consent-missing',
  'already-contacted',
  'already-asked',
  'already-answered',
  'survey-closed',
  'same-address',
  'outranked',
  'surveyed-recently',
  'frequency-cap',
  'budget-exhausted',
  'campaign-paused',
  'window-passed',
  /** The send window passed while sending was stopped for every customer. */
  'sender-stopped',
  /** The send window passed while the words of the campaign's version were missing. */
  'words-missing',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

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

const PlannedSchema = z.object({ state: z.literal('planned') })
const SkippedSchema = z.object({
  state: z.literal('skipped'),
  reason: z.enum(SKIP_REASONS),
  /** The limit of the rule that stopped it, in ids and numbers: `3 per 24 h`, `30 days`, the id of the campaign that outranks. */
  detail: z.string().optional(),
  /** When the customer may be contacted again, where that is known. */
  freeAt: InstantSchema.optional(),
})
/** Waits that we must end, not the customer: the touches they cost are counted apart from touches that were only late. */
export const HELD_UP_REASONS = ['sender-stopped', 'words-missing'] as const satisfies readonly DeferReason[]
export type HeldUpReason = (typeof HELD_UP_REASONS)[number]

const DeferredSchema = z.object({
  state: z.literal('deferred'),
  until: InstantSchema,
  because: z.enum(DEFER_REASONS),
  /** What the touch waits for now, where `because` keeps the reason that gives it longer than the campaign's own grace. */
  heldUpBy: z.enum(HELD_UP_REASONS).optional(),
})
const WithheldSchema = z.object({ state: z.literal('withheld'), because: z.literal('holdout') })
const SentSchema = z.object({ state: z.literal('sent'), at: InstantSchema, providerId: z.string() })
const FailedSchema = z.object({ state: z.literal('failed'), at: InstantSchema, reason: z.string() })
/** Claimed, and no answer says whether the provider took it. Never sent again without a decision of the operator. */
const UnknownSchema = z.object({ state: z.literal('unknown'), since: InstantSchema, evidence: z.string() })

export const OutcomeSchema = z.discriminatedUnion('state', [
  PlannedSchema,
  SkippedSchema,
  DeferredSchema,
  WithheldSchema,
  SentSchema,
  FailedSchema,
  UnknownSchema,
])
export type Outcome = Readonly<z.infer<typeof OutcomeSchema>>
export type OutcomeState = Outcome['state']

/** What planning, and the last check before sending, may decide: send, or why not. */
export type Verdict = Extract<Outcome, { state: 'planned' | 'skipped' | 'deferred' | 'withheld' }>
export type Deferred = Extract<Outcome, { state: 'deferred' }>
export type Skipped = Extract<Outcome, { state: 'skipped' }>

/** Undefined where the customer waits for the send window, the provider or a decision. */
export const heldUpBy = ({ because, heldUpBy: now }: Deferred): HeldUpReason | undefined =>
  now ?? HELD_UP_REASONS.find((reason) => reason === because)

export const PLANNED: Verdict = { state: 'planned' }

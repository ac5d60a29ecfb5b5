/** Work for staff: a call to make to a customer, or a case to follow until it is solved. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** Why there is work. low-score: closing the loop with an unhappy customer; rights: a customer's request about their own data. */
export const WORK_REASONS = ['low-score', 'complaint', 'request', 'unclear-reply', 'rights'] as const
export type WorkReason = (typeof WORK_REASONS)[number]

/** What a customer may request about their own data. */
export const RIGHTS = ['access', 'correct', 'erase', 'restrict', 'object', 'withdraw'] as const
export type Right = (typeof RIGHTS)[number]

/** What else the mail behind an item holds. One mail makes one item, so a complaint may be part of a request, and a right part of either. */
export const WorkFactSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('complaint') }),
  z.object({ is: z.literal('request') }),
  z.object({ is: z.literal('low-score') }),
  /** With a clock of its own; null where no policy pack gives a limit. */
  z.object({ is: z.literal('right'), ask: z.enum(RIGHTS), doneBy: InstantSchema.nullable() }),
  /** The score counts, but the words beside it say the opposite. */
  z.object({ is: z.literal('contradicted-score') }),
  /** The score counts, but the words beside it were not understood: they may ask, correct or complain. */
  z.object({ is: z.literal('words-to-read') }),
  /** The mail service takes the mail for spam. The customer's sealed address that it was sent to is right; its sender may be false. */
  z.object({ is: z.literal('spam-verdict') }),
])
export type WorkFact = Readonly<z.infer<typeof WorkFactSchema>>

export const WorkItemSchema = z.object({
  /** Deterministic, so that the same cause opens it once: `low-score_<occurrenceId>_<customerId>`, `complaint_<replyId>`. */
  workId: z.string(),
  kind: z.enum(['call-task', 'case']),
  reason: z.enum(WORK_REASONS),
  /** Null when the address did not tell the customer: a reply without a customer. */
  customerId: z.string().nullable(),
  /** The campaign and occurrence that led to it, if any. */
  campaignId: z.string().nullable(),
  occurrenceId: z.string().nullable(),
  /** The reply behind it, if any. */
  replyId: z.string().nullable(),
  /** The score behind it, if any. */
  score: z.int().nullable(),
  /** For `rights`: what is requested, and by when it must be done; `dueAt` is when it must be acknowledged. */
  right: z.object({ ask: z.enum(RIGHTS), doneBy: InstantSchema, extended: z.boolean() }).nullable(),
  /** Beside its reason. Empty in rows written before the field existed. */
  holds: z.array(WorkFactSchema).default([]),
  openedAt: InstantSchema,
  /** By when staff must have begun. */
  dueAt: InstantSchema,
  state: z.enum(['open', 'closed']),
  closedAt: InstantSchema.nullable(),
  /** In the company's zone; "N days after a call" counts from it. */
  closedOn: LocalDateSchema.nullable(),
  closedBy: z.string().nullable(),
  /** Was the customer reached? Null while the item is open, for a case whose closing did not say, and in older rows. */
  reached: z.boolean().nullable().default(null),
  note: z.string().nullable(),
  version: z.int().min(0),
})
export type WorkItem = Readonly<z.infer<typeof WorkItemSchema>>

/** How every item begins: open, without any entry by staff. */
export const OPENED = {
  state: 'open',
  closedAt: null,
  closedOn: null,
  closedBy: null,
  reached: null,
  version: 0,
} as const satisfies Partial<WorkItem>

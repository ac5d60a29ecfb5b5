/** Something that a person must do for a customer: a call to make, or a case to follow until it is solved. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** Why there is work. low-score: closing the loop with someone unhappy; rights: somebody asks for their own data. */
export const WORK_REASONS = ['low-score', 'complaint', 'request', 'unclear-reply', 'rights'] as const
export type WorkReason = (typeof WORK_REASONS)[number]

/** What a person may ask about their own data. */
export const RIGHTS = ['access', 'correct', 'erase', 'restrict', 'object', 'withdraw'] as const
export type Right = (typeof RIGHTS)[number]

/** What else the mail behind an item holds. One mail makes one item, so a complaint may stand in a request, and a right in either. */
export const WorkFactSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('complaint') }),
  z.object({ is: z.literal('request') }),
  z.object({ is: z.literal('low-score') }),
  /** Its own clock; null where no policy pack says how long one may take. */
  z.object({ is: z.literal('right'), ask: z.enum(RIGHTS), doneBy: InstantSchema.nullable() }),
  /** The score counts, and the words beside it say the opposite. */
  z.object({ is: z.literal('contradicted-score') }),
  /** The score counts, and the words beside it were not understood: they may ask, correct or complain. */
  z.object({ is: z.literal('words-to-read') }),
  /** The mail service takes it for spam: the customer's sealed address it was sent to is right, its sender may be false. */
  z.object({ is: z.literal('spam-verdict') }),
])
export type WorkFact = Readonly<z.infer<typeof WorkFactSchema>>

export const WorkItemSchema = z.object({
  /** Deterministic, so that the same cause opens it once: `low-score_<occurrenceId>_<customerId>`, `complaint_<replyId>`. */
  workId: z.string(),
  kind: z.enum(['call-task', 'case']),
  reason: z.enum(WORK_REASONS),
  /** Null when nobody could be told: a reply without a customer. */
  customerId: z.string().nullable(),
  /** The campaign and occurrence that led to it, if any. */
  campaignId: z.string().nullable(),
  occurrenceId: z.string().nullable(),
  /** The reply behind it, if any. */
  replyId: z.string().nullable(),
  /** The score behind it, if any. */
  score: z.int().nullable(),
  /** For `rights`: what is asked, and by when it must be done; `dueAt` is when it must be acknowledged. */
  right: z.object({ ask: z.enum(RIGHTS), doneBy: InstantSchema, extended: z.boolean() }).nullable(),
  /** Beside its reason; empty in rows written before there was such a field. */
  holds: z.array(WorkFactSchema).default([]),
  openedAt: InstantSchema,
  /** By when somebody must have begun. */
  dueAt: InstantSchema,
  state: z.enum(['open', 'closed']),
  closedAt: InstantSchema.nullable(),
  /** In the company's zone; what "N days after a call" counts from. */
  closedOn: LocalDateSchema.nullable(),
  closedBy: z.string().nullable(),
  /** Was the customer spoken with? Null while it is open, for a case that nobody said it of, and in rows of before. */
  reached: z.boolean().nullable().default(null),
  note: z.string().nullable(),
  version: z.int().min(0),
})
export type WorkItem = Readonly<z.infer<typeof WorkItemSchema>>

/** How every item begins: open, and nobody has done anything about it yet. */
export const OPENED = {
  state: 'open',
  closedAt: null,
  closedOn: null,
  closedBy: null,
  reached: null,
  version: 0,
} as const satisfies Partial<WorkItem>

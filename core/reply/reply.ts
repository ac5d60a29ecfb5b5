/** A mail from a customer, and how we read it. */
import * as z from 'zod'
import { DATA_RIGHTS } from '#core/reply/rights-words.ts'
import { BAD_VERDICTS } from '#core/reply/verdict.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/**
 * answer: a score or words to a survey; complaint, request: staff must act; optOut: stop writing; thanks: and nothing else; autoReply, bounce: a
 * machine wrote; unclear: staff must read it.
 */
export const REPLY_KINDS = ['answer', 'complaint', 'request', 'optOut', 'thanks', 'autoReply', 'bounce', 'unclear'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** What one mail holds that must be acted upon, whatever its kind: a stop hides no complaint, and a score hides no question. */
export const HeldSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('stop'),
    /** All mail is to stop, not only this kind. */
    all: z.boolean(),
  }),
  /** A customer's request about their own data; withdraw: the consent itself is withdrawn. */
  z.object({ is: z.literal('right'), ask: z.enum([...DATA_RIGHTS, 'withdraw']) }),
  z.object({ is: z.literal('complaint') }),
  z.object({ is: z.literal('request') }),
  /** The score counts, but the words say the opposite. */
  z.object({ is: z.literal('contradicted-score') }),
  /** An answer with words that were not understood: they may ask, correct or complain. */
  z.object({ is: z.literal('words-to-read') }),
])
export type Held = Readonly<z.infer<typeof HeldSchema>>

/** What was read out of one mail. `text` is only the newly written part. */
export const ReplyReadingSchema = z.object({
  kind: z.enum(REPLY_KINDS),
  /** Only when it can mean nothing else. */
  score: z.int().nullable(),
  text: z.string(),
  /** `vi`, `en`, or `und` when it cannot be told. */
  language: z.string(),
  /** Why it was read so: short codes, such as `header:auto-submitted`, `word:dừng`. Pages say them in words (web/words/reading-reasons.ts); no program acts upon them. */
  reasons: z.array(z.string()),
  /** Empty in rows from before this field; they are no longer acted upon. */
  holds: z.array(HeldSchema).default([]),
  /** What the mail service warned of. */
  verdict: z.enum(BAD_VERDICTS).nullable(),
})
export type ReplyReading = Readonly<z.infer<typeof ReplyReadingSchema>>

export const AttachmentSchema = z.object({ name: z.string(), type: z.string(), bytes: z.int() })

export const ReplySchema = z.object({
  /** Null when the receiving address did not tell the customer: the reply is then stored under `unmatched`. */
  customerId: z.string().nullable(),
  /** Deterministic, so that the same mail twice is one reply. */
  replyId: z.string(),
  /** The mail it answers, when known. */
  occurrenceId: z.string().nullable(),
  receivedAt: InstantSchema,
  receivedOn: LocalDateSchema,
  /** Where the raw mail is stored, as long as it is kept. */
  rawKey: z.string(),
  /** Hash of the address in From. It proves nothing about the sender, but finds the mails of a customer who must be erased. */
  fromHash: z.string().nullable(),
  subject: z.string(),
  reading: ReplyReadingSchema,
  /** The attached files. Their contents stay in the raw mail and are never opened. */
  attachments: z.array(AttachmentSchema),
  /** What followed from it: recorded as an answer, opened as work, written into the case that it answers, left to the one item that says there are many, taken as an opt-out, or nothing. */
  outcome: z.enum(['answered', 'work-opened', 'joined-case', 'among-many', 'opted-out', 'kept']),
})
export type Reply = Readonly<z.infer<typeof ReplySchema>>

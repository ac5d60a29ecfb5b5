/** A mail that a customer wrote to us, and what we took it for. */
import * as z from 'zod'
import { DATA_RIGHTS } from '#core/reply/rights-words.ts'
import { BAD_VERDICTS } from '#core/reply/verdict.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/**
 * answer: a score or words to a survey; complaint, request: a person must act; optOut: stop writing; thanks: and nothing else;
 * autoReply, bounce: a machine wrote; unclear: a person must read it.
 */
export const REPLY_KINDS = ['answer', 'complaint', 'request', 'optOut', 'thanks', 'autoReply', 'bounce', 'unclear'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** What one mail holds that must be acted upon, whatever its kind: a stop does not hide a complaint, nor a score a question. */
export const HeldSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('stop'),
    /** Everything is to stop, not only this kind. */
    all: z.boolean(),
  }),
  /** Somebody asks about their own data; withdraw: the consent itself is taken back. */
  z.object({ is: z.literal('right'), ask: z.enum([...DATA_RIGHTS, 'withdraw']) }),
  z.object({ is: z.literal('complaint') }),
  z.object({ is: z.literal('request') }),
  /** The score stands, and the words say the opposite. */
  z.object({ is: z.literal('contradicted-score') }),
  /** An answer with words of which nobody can be sure: they may ask, correct or complain. */
  z.object({ is: z.literal('words-to-read') }),
])
export type Held = Readonly<z.infer<typeof HeldSchema>>

/** What was read out of one mail. `text` is only what the person newly wrote. */
export const ReplyReadingSchema = z.object({
  kind: z.enum(REPLY_KINDS),
  /** Only when it can mean nothing else. */
  score: z.int().nullable(),
  text: z.string(),
  /** `vi`, `en`, or `und` when it cannot be told. */
  language: z.string(),
  /** Why it was taken for that: short words for staff and tests, such as `header:auto-submitted`, `word:dừng`. */
  reasons: z.array(z.string()),
  /** Rows written before there was such a field say it in their reasons only; nothing is done from them any more. */
  holds: z.array(HeldSchema).default([]),
  /** What the mail service warned of. */
  verdict: z.enum(BAD_VERDICTS).nullable().default(null),
})
export type ReplyReading = Readonly<z.infer<typeof ReplyReadingSchema>>

export const AttachmentSchema = z.object({ name: z.string(), type: z.string(), bytes: z.int() })

export const ReplySchema = z.object({
  /** Null when nobody could be told from the address it was sent to: it then stands under `unmatched`. */
  customerId: z.string().nullable(),
  /** Deterministic: the same mail twice is one reply. */
  replyId: z.string(),
  /** The mail it answers, when known. */
  occurrenceId: z.string().nullable(),
  receivedAt: InstantSchema,
  receivedOn: LocalDateSchema,
  /** Where the raw mail lies, as long as it is kept. */
  rawKey: z.string(),
  /** Hash of the address it says it came from: proves nothing, but finds a person's mails again when all of theirs must go. */
  fromHash: z.string().nullable(),
  subject: z.string(),
  reading: ReplyReadingSchema,
  /** What was attached; the contents stay in the raw mail and are never opened. */
  attachments: z.array(AttachmentSchema),
  /** What we made of it: recorded as an answer, opened as work, left to the one item that says there are many, taken as an opt-out, or nothing. */
  outcome: z.enum(['answered', 'work-opened', 'among-many', 'opted-out', 'kept']),
})
export type Reply = Readonly<z.infer<typeof ReplySchema>>

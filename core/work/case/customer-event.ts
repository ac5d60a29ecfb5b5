/** What passes between staff and the customer of a case: mails, questions, what the customer wrote or said, and mails that go out by themselves. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'
import { BySchema, StaffSchema } from '#core/work/event-by.ts'

const BY_STAFF = { at: InstantSchema, by: StaffSchema }

/** A mail that goes out for the case, once by its id; the words stand in the note of its event. */
const CaseMailSchema = z.object({ mailId: z.string(), subject: z.string() })

/** Staff asked the customer something and cannot go on without an answer. */
const WaitingSchema = z.object({
  is: z.literal('waiting'),
  ...BY_STAFF,
  note: z.string(),
  /** Absent where they asked in another way. */
  mail: CaseMailSchema.optional(),
  /** Whether it is solved, by a mail with two links. */
  solved: z.literal(true).optional(),
})

/** thanks: a customer who only thanks has neither answered nor asked anything. */
const CustomerWroteSchema = z.object({
  is: z.literal('customer-wrote'),
  at: InstantSchema,
  by: BySchema,
  note: z.string(),
  thanks: z.literal(true).optional(),
  /** The mail that came back to an address of this case; absent where staff noted it. */
  replyId: z.string().optional(),
})
export type CustomerWrote = Readonly<z.infer<typeof CustomerWroteSchema>>

/** What the customer said to the question whether it is solved, on the page that the mail with it leads to. */
const CustomerSaidSchema = z.object({
  is: z.literal('customer-said'),
  at: InstantSchema,
  by: BySchema,
  solved: z.boolean(),
  /** In the customer's words; empty where they wrote none. */
  note: z.string(),
  /** Of the mail that asked. */
  mailId: z.string(),
})
export type CustomerSaid = Readonly<z.infer<typeof CustomerSaidSchema>>

/** An automatic mail told the customer when staff will look: from an instant on, or by then. It stops no clock, unlike a mail of staff. */
const ToldHoursSchema = z.object({
  is: z.literal('told-hours'),
  at: InstantSchema,
  by: BySchema,
  mailId: z.string(),
  says: z.enum(['from', 'by']),
  when: InstantSchema,
})

/** Some days after the closing the customer was asked by mail whether all is well. */
const FollowedUpSchema = z.object({ is: z.literal('followed-up'), at: InstantSchema, by: BySchema, mailId: z.string() })

/** Staff wrote to the customer. */
const MailedSchema = z.object({
  is: z.literal('mailed'),
  ...BY_STAFF,
  note: z.string(),
  /** Absent where they wrote in another way. */
  mail: CaseMailSchema.optional(),
})

/** Why a mail of the case did not reach the customer. */
export const NOT_MAILED = ['no-address', 'suppressed', 'refused', 'unknown'] as const
export type NotMailed = (typeof NOT_MAILED)[number]
const NotMailedSchema = z.object({
  is: z.literal('not-mailed'),
  at: InstantSchema,
  by: BySchema,
  mailId: z.string(),
  because: z.enum(NOT_MAILED),
})

export const CUSTOMER_EVENTS = [
  WaitingSchema,
  CustomerWroteSchema,
  CustomerSaidSchema,
  ToldHoursSchema,
  FollowedUpSchema,
  MailedSchema,
  NotMailedSchema,
] as const

/**
 * What happened to an item of work, oldest first: who, and when. State, owner and deadlines follow from it. A further kind of event is a further member
 * here, and rows that are stored already stay as they are.
 */
import * as z from 'zod'
import { DayPartsSchema } from '#core/customer/day-part.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { CALL_ENDS, CONTACT_WAYS, DISPOSITIONS } from '#core/work/disposition.ts'
import { BySchema, StaffSchema } from '#core/work/event-by.ts'

export const OpenedSchema = z.object({ is: z.literal('opened'), at: InstantSchema, by: BySchema })
export type Opened = Readonly<z.infer<typeof OpenedSchema>>

/** A note that staff write while the item is open. */
export const NotedSchema = z.object({ is: z.literal('noted'), at: InstantSchema, by: StaffSchema, note: z.string() })
export type Noted = Readonly<z.infer<typeof NotedSchema>>

/** Who is to do it. The roster of that day gives the name and the team, which stay readable when the person has left. */
const OwnerSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('person'), address: z.string(), name: z.string(), team: z.string() }),
  z.object({ is: z.literal('team'), team: z.string() }),
  /** Given back: the first member of staff who comes takes it. */
  z.object({ is: z.literal('everybody') }),
])
export type Owner = Readonly<z.infer<typeof OwnerSchema>>

/** A member of staff took it, or handed it to another, to a team, or back to everybody. system: its campaign names the team. */
export const AssignedSchema = z.object({
  is: z.literal('assigned'),
  at: InstantSchema,
  by: BySchema,
  to: OwnerSchema,
  /** What the new owner should know; absent where nothing was written, and in events of before. */
  note: z.string().optional(),
})
export type Assigned = Readonly<z.infer<typeof AssignedSchema>>

/** Staff tried to speak with the customer. */
export const AttemptedSchema = z.object({
  is: z.literal('attempted'),
  /** The form that it was written with, so that a form sent twice is one attempt; absent in the first rows with attempts. */
  attemptId: z.string().optional(),
  at: InstantSchema,
  by: StaffSchema,
  disposition: z.enum(DISPOSITIONS),
  way: z.enum(CONTACT_WAYS),
  note: z.string().nullable(),
  /** The customer asked for the guide by mail; absent where they did not. */
  guide: z.literal(true).optional(),
  /** In how many working days the customer is rung again, as it was agreed with them; absent where nothing was, and in events of before. */
  followUpDays: z.int().optional(),
  /** As of an end, of an attempt that ends the call. */
  atFirst: z.boolean().optional(),
  /** Everybody at the number wants no more calls; absent where it is the customer alone, and in events of before. */
  stop: z.literal('number').optional(),
  /** The call of the telephone system, which the item holds with how long it took; absent where staff dialled by themselves. */
  callId: z.string().optional(),
  /** The time agreed with the customer, in a `call-back`. */
  callBackAt: InstantSchema.nullable(),
  /**
   * The parts of the day that the customer prefers and in which they may be rung, as they were then; absent where there are none. An event, so that the
   * next attempt follows from the history alone.
   */
  preferred: DayPartsSchema.optional(),
})
export type Attempted = Readonly<z.infer<typeof AttemptedSchema>>

/** The time for a right was extended. `at` and `because` are null where the version before did not record them. */
export const ExtendedSchema = z.object({
  is: z.literal('extended'),
  at: InstantSchema.nullable(),
  by: StaffSchema,
  /** The law asks for a reason that the customer is told. */
  because: z.string().nullable().default(null),
})
export type Extended = Readonly<z.infer<typeof ExtendedSchema>>

export const ClosedSchema = z.object({
  is: z.literal('closed'),
  at: InstantSchema,
  /** In the company's zone; "N days after a call" counts from it. */
  on: LocalDateSchema,
  /** system: the last day of the task passed, or its campaign was cancelled. */
  by: BySchema,
  /** What came of it; null in rows of the version before that were closed without a note. */
  note: z.string().nullable(),
  /** Was the customer spoken with? Null for a request about data, and for a call or a case of before, whose closing did not say. */
  reached: z.boolean().nullable(),
  /** There was nothing to say to the customer, who therefore was not reached. */
  contact: z.literal('not-needed').optional(),
  /** Whether it was solved at the first contact, as staff say; absent where they did not say, and in events of before. */
  atFirst: z.boolean().optional(),
  /** By whose word a case was closed with no member of staff between; absent where staff closed it. */
  because: z.enum(['customer-said', 'no-answer']).optional(),
  /** How a call task ended; absent where its closing was written in words alone. */
  as: z.enum(CALL_ENDS).optional(),
})
export type Closed = Readonly<z.infer<typeof ClosedSchema>>

/**
 * Closed too early: the item is open again, and its time to begin counts from here. system: the customer wrote again, and their words follow as an event;
 * or rang the hotline in vain again after they were rung back, and an open call-back begins anew.
 */
export const ReopenedSchema = z.object({ is: z.literal('reopened'), at: InstantSchema, by: BySchema, because: z.string() })
export type Reopened = Readonly<z.infer<typeof ReopenedSchema>>

export type WorkEvent = Opened | Assigned | Attempted | Noted | Extended | Closed | Reopened | CaseEvent

/** What happened, of a whole item or as much as was read of it. */
export interface History {
  readonly events: readonly WorkEvent[]
}

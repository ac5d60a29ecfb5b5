/**
 * What happened to an item of work, oldest first: who, and when. State and deadlines follow from it. A further kind of event (assigned, attempted,
 * paused, answered, escalated, reopened) is a further member here, and rows that are stored already stay as they are.
 */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** `name` is null where the version before did not record who it was. */
export const StaffSchema = z.object({ is: z.literal('staff'), name: z.string().nullable() })

/** system: a customer's answer or mail opened it, with no member of staff between. */
const OpenerSchema = z.discriminatedUnion('is', [z.object({ is: z.literal('system') }), StaffSchema])

export const OpenedSchema = z.object({ is: z.literal('opened'), at: InstantSchema, by: OpenerSchema })
export type Opened = Readonly<z.infer<typeof OpenedSchema>>

/** A note that staff write while the item is open. */
export const NotedSchema = z.object({ is: z.literal('noted'), at: InstantSchema, by: StaffSchema, note: z.string() })
export type Noted = Readonly<z.infer<typeof NotedSchema>>

/** The time for a right was extended. `at` is null where the version before did not record when. */
export const ExtendedSchema = z.object({ is: z.literal('extended'), at: InstantSchema.nullable(), by: StaffSchema })
export type Extended = Readonly<z.infer<typeof ExtendedSchema>>

export const ClosedSchema = z.object({
  is: z.literal('closed'),
  at: InstantSchema,
  /** In the company's zone; "N days after a call" counts from it. */
  on: LocalDateSchema,
  by: StaffSchema,
  /** What came of it; null in rows of the version before that were closed without a note. */
  note: z.string().nullable(),
  /** Was the customer spoken with? Null for a case whose closing did not say, and in older rows. */
  reached: z.boolean().nullable(),
})
export type Closed = Readonly<z.infer<typeof ClosedSchema>>

export type WorkEvent = Opened | Noted | Extended | Closed

/** What a customer is to get for what went wrong: asked for, approved or refused by another person, given, or withdrawn. */
import * as z from 'zod'
import { COMPENSATION_KINDS } from '#core/campaign/compensation.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { StaffSchema } from '#core/work/event-by.ts'

const OF_ONE = { at: InstantSchema, by: StaffSchema, compensationId: z.string() }

const AskedSchema = z.object({
  is: z.literal('compensation-asked'),
  ...OF_ONE,
  /** As the catalogue had it on that day: it stays readable when the item has left it. */
  item: z.string(),
  name: LocalizedTextSchema,
  kind: z.enum(COMPENSATION_KINDS),
  /** In đồng. */
  amount: z.int().min(1),
  /** In which it is booked: `2027-03` or `2027-Q1`. */
  period: z.string(),
  /** Who asked might give it alone; else another person approves it first. */
  alone: z.boolean(),
  note: z.string(),
})
export type CompensationAsked = Readonly<z.infer<typeof AskedSchema>>

const ApprovedSchema = z.object({ is: z.literal('compensation-approved'), ...OF_ONE })
const RefusedSchema = z.object({ is: z.literal('compensation-refused'), ...OF_ONE, because: z.string() })
const WithdrawnSchema = z.object({ is: z.literal('compensation-withdrawn'), ...OF_ONE, because: z.string() })
/** The customer has it: how, in words. */
const GivenSchema = z.object({ is: z.literal('compensation-given'), ...OF_ONE, amount: z.int().min(1), note: z.string() })

export const COMPENSATION_EVENTS = [AskedSchema, ApprovedSchema, RefusedSchema, WithdrawnSchema, GivenSchema] as const
export type CompensationEvent = Readonly<z.infer<(typeof COMPENSATION_EVENTS)[number]>>

export const isCompensationEvent = <Event extends { readonly is: string }>(
  event: Event,
): event is Extract<Event, CompensationEvent> => event.is in KINDS

const KINDS: Readonly<Record<CompensationEvent['is'], true>> = {
  'compensation-asked': true,
  'compensation-approved': true,
  'compensation-refused': true,
  'compensation-withdrawn': true,
  'compensation-given': true,
}

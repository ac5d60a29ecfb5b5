/** One campaign on one local date over all zones, cut into slices of the customer base and batches of recipients. */
import * as z from 'zod'
import type { Outcome } from '#core/audience/outcome.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const BalanceSchema = z.object({
  audience: z.int(),
  planned: z.int(),
  sent: z.int(),
  skipped: z.int(),
  skippedBy: z.record(z.string(), z.int()),
  deferred: z.int(),
  withheld: z.int(),
  failed: z.int(),
  unknown: z.int(),
  /** Of those unknown: customers erased since, about whom nothing is left to decide. Absent when there are none. */
  unknownErased: z.int().optional(),
  /** Of those who wait and of those sent, in a campaign of calls: who is written to because the team has no time to ring them. Absent when there are none. */
  instead: z.object({ waiting: z.int(), sent: z.int() }).optional(),
})
export type Balance = Readonly<z.infer<typeof BalanceSchema>>

export const PLAN_PASSES = ['open', 'refresh'] as const
/** Planned a day ahead so that staff can look and stop it; planned again shortly before so that late changes count. */
export type PlanPass = (typeof PLAN_PASSES)[number]

/** Which of its customers a campaign of calls hands to its team on a day (core/planning/call-places.ts). */
export const CutSchema = z.object({
  /** The team's working day that it fills. */
  workday: LocalDateSchema,
  /** Calls that the people on duty can be given on that day. */
  capacity: z.int(),
  /** Of these, what was open, due or planned for the team already. */
  held: z.int(),
  /** How many are handed over, with those who were before this plan. */
  handed: z.int(),
  /** The place of the last of them; null when none is. */
  last: z.string().nullable(),
})
export type Cut = Readonly<z.infer<typeof CutSchema>>

/** The places in the order of a cut of those of a slice who may be rung, in no way naming them. */
export const RanksSchema = z.object({
  occurrenceId: z.string(),
  slice: z.int(),
  pass: z.enum(PLAN_PASSES),
  places: z.array(z.string()),
})
export type Ranks = Readonly<z.infer<typeof RanksSchema>>

export const OccurrenceSchema = z.object({
  occurrenceId: z.string(),
  campaignId: z.string(),
  /** The accepted version that the latest plan pass used. */
  campaignVersion: z.int(),
  date: LocalDateSchema,
  /** Number of slices; fixed when the occurrence is opened. */
  slices: z.int().min(1),
  state: z.enum(['open', 'closed']),
  openedAt: InstantSchema,
  /** Shortly before the first touch in the company's zone: the instant of the second plan pass. */
  refreshAt: InstantSchema,
  closesAt: InstantSchema,
  /** The latest pass handed to the slices, and when. */
  pass: z.enum(PLAN_PASSES),
  passAt: InstantSchema,
  /** Set when it is closed. */
  balance: BalanceSchema.nullable(),
  /** True when the rows did not add up at closing: an alarm was raised. */
  mismatch: z.boolean(),
  /** The day on which its retention ended and the last customer id in it was removed; absent until then. */
  emptiedOn: LocalDateSchema.optional(),
  /** When a look at its batches last found nobody waiting; absent when none has. What was planned since may wait again (redrive-occurrence.ts). */
  quietSince: InstantSchema.optional(),
  /** The operator decided to send a mail of it once more: since then a batch that was done may wait again. */
  resent: z.boolean().optional(),
  /** Batches with an unknown outcome have been marked since it was opened; absent for one that was opened before there were marks. */
  marksUnknown: z.boolean().optional(),
  /** Of the latest pass of a campaign that fills the capacity of its team; absent until every slice has told who may be rung. */
  cut: CutSchema.optional(),
  /** Of the company when it was opened: by it the control group of all care was drawn. Absent for one that was opened before it was kept. */
  controlGroup: z.object({ percent: z.number(), salt: z.string() }).optional(),
  version: z.int(),
})
export type Occurrence = Readonly<z.infer<typeof OccurrenceSchema>>

/** What planning one slice came to. Written last: when it is missing or older, the slice was never finished. */
export const SliceSchema = z.object({
  occurrenceId: z.string(),
  slice: z.int(),
  pass: z.enum(PLAN_PASSES),
  plannedAt: InstantSchema,
  /** Members counted while deciding; the batches must hold exactly as many. */
  audience: z.int(),
  /** Batches per zone offset; fixed by the first planning of the slice. */
  buckets: z.int().min(1),
  /** When the first of its batches that a sender has work in is due, null when there is none; rows of earlier versions do not know. */
  firstDueAt: InstantSchema.nullable().optional(),
})
export type Slice = Readonly<z.infer<typeof SliceSchema>>

export interface Recipient {
  readonly customerId: string
  readonly occasionKey: string
  readonly outcome: Outcome
}

/** A batch without its recipients, which are stored packed. */
export const BatchSchema = z.object({
  occurrenceId: z.string(),
  /** Unique within the occurrence (batch-id.ts). */
  batchId: z.string(),
  slice: z.int(),
  campaignVersion: z.int(),
  /** planned: may be replaced by planning; sending: a sender has it; done: every recipient has an outcome. */
  state: z.enum(['planned', 'sending', 'done']),
  dueAt: InstantSchema,
  /** When a sender last took it; null before. */
  takenAt: InstantSchema.nullable(),
  /** Of a campaign of calls: letters to those whom the team has no time to ring. */
  instead: z.literal(true).optional(),
  version: z.int(),
})
export type Batch = Readonly<z.infer<typeof BatchSchema>> & { readonly recipients: readonly Recipient[] }

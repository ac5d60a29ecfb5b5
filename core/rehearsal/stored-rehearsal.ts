/** A rehearsal that was asked for on a page: of which campaigns and days, by whom, and how far it is. */
import * as z from 'zod'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const RehearsedFromSchema = z.object({
  id: z.string().min(1),
  name: LocalizedTextSchema,
  /** The name of the file that was uploaded; null for the campaign as it is in force. */
  file: z.string().min(1).nullable(),
})
export type RehearsedFrom = Readonly<z.infer<typeof RehearsedFromSchema>>

const FailureSchema = z.discriminatedUnion('because', [
  /** The process ended while it ran. */
  z.object({ because: z.literal('restarted') }),
  z.object({ because: z.literal('too-many-customers'), most: z.int() }),
  /** A mistake of ours: the log of the system has the details under the rehearsal's id. */
  z.object({ because: z.literal('broke-off') }),
])
export type RehearsalFailure = Readonly<z.infer<typeof FailureSchema>>

const StateSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('waiting') }),
  z.object({
    is: z.literal('under-way'),
    /** Out of 100. */
    percent: z.int().min(0).max(100),
    /** Null while an estimate would be a guess. */
    secondsLeft: z.int().min(0).nullable(),
  }),
  z.object({ is: z.literal('finished'), customers: z.int().min(0), seconds: z.int().min(0) }),
  z.object({ is: z.literal('failed'), failure: FailureSchema }),
])
export type RehearsalState = Readonly<z.infer<typeof StateSchema>>

export const StoredRehearsalSchema = z.object({
  /** Begins with when it was asked for, so that ids are in that order. */
  rehearsalId: z.string().min(1),
  from: LocalDateSchema,
  to: LocalDateSchema,
  askedAt: InstantSchema,
  by: z.string().min(1),
  byName: z.string().min(1),
  campaigns: z.array(RehearsedFromSchema).min(1).readonly(),
  state: StateSchema,
})
export type StoredRehearsal = Readonly<z.infer<typeof StoredRehearsalSchema>>

/** What the pages rehearse at most; `care rehearse` has no such limits. */
export const REHEARSAL_LIMITS = { days: 366, customers: 20_000, files: 20, fileBytes: 100_000, kept: 10 } as const

/** `20270215T023000-1a2b3c4d`; `apart` tells those of one second apart, and is their order. */
export const rehearsalIdOf = (at: Instant, apart: string): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}-${apart}`

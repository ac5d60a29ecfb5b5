/** Consent: an append-only history per purpose and channel, and the current state that follows from it. */
import * as z from 'zod'
import { InstantSchema } from '#core/time/instant.ts'

export const PURPOSES = ['care', 'survey', 'advertising'] as const
export const CHANNELS = ['email', 'call'] as const
/** The channels that are in use so far: a customer is not asked to choose a channel that we do not send by. */
export const OFFERED_CHANNELS = ['email'] as const satisfies readonly Channel[]
export type Purpose = (typeof PURPOSES)[number]
export type Channel = (typeof CHANNELS)[number]

export const ConsentRecordSchema = z.object({
  customerId: z.string(),
  /** Deterministic, so that the same import or the same click twice is one record. */
  recordId: z.string(),
  purpose: z.enum(PURPOSES),
  channel: z.enum(CHANNELS),
  decision: z.enum(['granted', 'withdrawn']),
  at: InstantSchema,
  /** How it was obtained: `import`, `unsubscribe-page`, `one-click`, `preference-page`, `spam-complaint`, … */
  source: z.string(),
  /** Pointer to the proof: file and row, link token id, message id. */
  evidence: z.string(),
})
export type ConsentRecord = Readonly<z.infer<typeof ConsentRecordSchema>>

/** The current state: the latest decision per `purpose/channel`. A missing key was never decided. */
export const ConsentStateSchema = z.record(
  z.templateLiteral([z.enum(PURPOSES), '/', z.enum(CHANNELS)]),
  z.object({ decision: z.enum(['granted', 'withdrawn']), at: InstantSchema }),
)
export type ConsentState = Readonly<
  Partial<Record<`${Purpose}/${Channel}`, { readonly decision: 'granted' | 'withdrawn'; readonly at: string }>>
>

/** The same without the instants: what a rule asks for, and what another customer's row may hold of it. */
export const DecisionsSchema = z.partialRecord(
  z.templateLiteral([z.enum(PURPOSES), '/', z.enum(CHANNELS)]),
  z.object({ decision: z.enum(['granted', 'withdrawn']) }),
)
export type Decisions = Readonly<Partial<Record<`${Purpose}/${Channel}`, { readonly decision: 'granted' | 'withdrawn' }>>>

/** The decisions about e-mail. */
export const mailDecisions = (state: ConsentState): Decisions =>
  Object.fromEntries(
    PURPOSES.flatMap((purpose) => {
      const decided = state[`${purpose}/email`]
      return decided ? [[`${purpose}/email`, { decision: decided.decision }] as const] : []
    }),
  )

/** The state after one more record. The later decision wins; at the same instant a withdrawal wins. */
export function withConsent(state: ConsentState, record: ConsentRecord): ConsentState {
  const key = `${record.purpose}/${record.channel}` as const
  const known = state[key]
  const older = known && (known.at > record.at || (known.at === record.at && known.decision === 'withdrawn'))
  return older ? state : { ...state, [key]: { decision: record.decision, at: record.at } }
}

export const consentState = (records: Iterable<ConsentRecord>): ConsentState => {
  let state: ConsentState = {}
  for (const record of records) state = withConsent(state, record)
  return state
}

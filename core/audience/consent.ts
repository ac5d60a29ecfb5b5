/** Consent: an append-only history per purpose and channel, and the current state that follows from it. */
import * as z from 'zod'
import type { ChannelId } from '#core/channel/channel.ts'
import { InstantSchema } from '#core/time/instant.ts'

export const PURPOSES = ['care', 'survey', 'advertising'] as const
export type Purpose = (typeof PURPOSES)[number]
/** What a customer decides about. Stored by this key, so the id of a channel never changes. */
export type ConsentKey = `${Purpose}/${ChannelId}`

export const ConsentRecordSchema = z.object({
  customerId: z.string(),
  /** Deterministic, so that the same import or the same click twice is one record. */
  recordId: z.string(),
  purpose: z.enum(PURPOSES),
  channel: z.string(),
  decision: z.enum(['granted', 'withdrawn']),
  at: InstantSchema,
  /** How it was obtained: `import`, `unsubscribe-page`, `one-click`, `preference-page`, `spam-complaint`, … */
  source: z.string(),
  /** Pointer to the proof: file and row, link token id, message id. */
  evidence: z.string(),
})
export type ConsentRecord = Readonly<z.infer<typeof ConsentRecordSchema>>

const ConsentKeySchema = z.templateLiteral([z.enum(PURPOSES), '/', z.string().min(1)])

/** The current state: the latest decision per `purpose/channel`. A missing key was never decided. */
export const ConsentStateSchema = z.record(
  ConsentKeySchema,
  z.object({ decision: z.enum(['granted', 'withdrawn']), at: InstantSchema }),
)
export interface Decided {
  readonly decision: 'granted' | 'withdrawn'
  readonly at: string
}
export type ConsentState = Readonly<Partial<Record<ConsentKey, Decided>>>

/** Every decision in it. */
export const decidedIn = (state: ConsentState): readonly { readonly key: ConsentKey; readonly said: Decided }[] =>
  (Object.entries(state) as [ConsentKey, Decided | undefined][]).flatMap(([key, said]) => (said ? [{ key, said }] : []))

/** The same without the instants: what a rule asks for, and what another customer's row may hold of it. */
export const DecisionsSchema = z.partialRecord(ConsentKeySchema, z.object({ decision: z.enum(['granted', 'withdrawn']) }))
export type Decisions = Readonly<Partial<Record<ConsentKey, { readonly decision: 'granted' | 'withdrawn' }>>>

/** The decisions about one channel. */
export const decisionsAbout = (channel: ChannelId, state: ConsentState): Decisions =>
  Object.fromEntries(
    PURPOSES.flatMap((purpose) => {
      const decided = state[`${purpose}/${channel}`]
      return decided ? [[`${purpose}/${channel}`, { decision: decided.decision }] as const] : []
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

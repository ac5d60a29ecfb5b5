/** A call that the telephone system made for a call task, and what the system told of it since. */
import * as z from 'zod'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import type { Attempted, WorkEvent } from '#core/work/work-event.ts'

/**
 * In the order in which a call goes through them. asked: the telephone system has not said yet whether it makes the call. missed: it ended, and the
 * customer had not answered.
 */
export const CALL_STATES = ['asked', 'started', 'ringing', 'answered', 'missed', 'ended'] as const
export type CallState = (typeof CALL_STATES)[number]

export const TelephoneCallSchema = z.object({
  /** Of the telephone system; of the task alone where the system gave none. */
  callId: z.string(),
  /** The address of the member of staff who rang. */
  by: z.string(),
  at: InstantSchema,
  state: z.enum(CALL_STATES),
  /** How long they spoke; null while that is not known. */
  seconds: z.int().min(0).nullable(),
  /** Where the recording can be heard; null without one. */
  recording: z.url().nullable(),
})
export type TelephoneCall = Readonly<z.infer<typeof TelephoneCallSchema>>

/** What the telephone system tells of a call of ours. Null: this news does not say it. */
export interface CallNews {
  readonly callId: string
  readonly state: CallState | null
  readonly seconds: number | null
  readonly recording: string | null
}

export const startedCall = ({ callId, by, at }: Pick<TelephoneCall, 'callId' | 'by' | 'at'>): TelephoneCall => ({
  callId,
  by,
  at,
  state: 'started',
  seconds: null,
  recording: null,
})

/** News may come late, twice and in any order: a call never goes back, and what is known once stays known. The same value where nothing is new. */
export function withNews(call: TelephoneCall, { state, seconds, recording }: CallNews): TelephoneCall {
  const isLater = state !== null && CALL_STATES.indexOf(state) > CALL_STATES.indexOf(call.state)
  const next = {
    state: isLater ? state : call.state,
    seconds: seconds === null ? call.seconds : Math.max(seconds, call.seconds ?? 0),
    recording: call.recording ?? recording,
  }
  const isNew = next.state !== call.state || next.seconds !== call.seconds || next.recording !== call.recording
  return isNew ? { ...call, ...next } : call
}

interface Called {
  readonly events: readonly WorkEvent[]
  readonly calls?: readonly TelephoneCall[] | undefined
}

/** The call that an attempt is about: the last one that the same member of staff made before it, unless another attempt is about that one. */
export function callOfAttempt({ events, calls = [] }: Called, attempt: Attempted): string | undefined {
  if (attempt.way !== 'phone' || attempt.by.address === undefined) return undefined
  const taken = new Set(events.flatMap((event) => (event.is === 'attempted' && event.callId ? [event.callId] : [])))
  const from: Instant = events.findLast((event) => event.is === 'attempted' && event.by.address === attempt.by.address)?.at ?? ''
  return calls.findLast(
    ({ callId, by, at, state }) =>
      state !== 'asked' && by === attempt.by.address && !taken.has(callId) && from < at && at <= attempt.at,
  )?.callId
}

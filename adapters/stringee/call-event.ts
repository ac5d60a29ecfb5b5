/** What Stringee posts about calls (developer.stringee.com, call events), as news of a call of ours or a call to the hotline. */
import * as z from 'zod'
import type { Told } from '#app/ports/telephony.ts'
import { readPhone } from '#core/customer/phone.ts'
import { instantOf } from '#core/time/instant.ts'
import type { CallState } from '#core/work/telephone-call.ts'

const EndSchema = z.object({ number: z.string().optional(), type: z.string().optional() }).optional()

const EventSchema = z.object({
  call_id: z.string().min(1).max(200),
  call_status: z.string().optional(),
  timestamp_ms: z.number().min(0).max(8_640_000_000_000_000).optional(),
  callCreatedReason: z.string().optional(),
  /** Seconds from the ringing, and of speaking. */
  duration: z.number().min(0).optional(),
  answerDuration: z.number().min(0).optional(),
  recording_url: z.string().optional(),
  from: EndSchema,
  to: EndSchema,
})
type StringeeEvent = z.infer<typeof EventSchema>

/** nothing: an event that changes nothing here, such as that of an agent who left a call. */
export type ReadEvent = Told | { readonly is: 'nothing' } | { readonly is: 'unreadable' }

export function readCallEvent(body: unknown, { country }: { readonly country: string }): ReadEvent {
  const parsed = EventSchema.safeParse(body)
  if (!parsed.success) return { is: 'unreadable' }
  const event = parsed.data
  return isFromCustomer(event) ? hotlineCall(event, country) : ourCall(event)
}

const isFromCustomer = ({ callCreatedReason, from, to }: StringeeEvent): boolean =>
  callCreatedReason === 'EXTERNAL_CALL_IN' ||
  (callCreatedReason === undefined && from?.type === 'external' && to?.type === 'internal')

/** Only its end tells whether staff answered. */
function hotlineCall(
  { call_status, timestamp_ms, duration = 0, answerDuration = 0, from }: StringeeEvent,
  country: string,
): ReadEvent {
  if (call_status !== 'ended' || timestamp_ms === undefined) return { is: 'nothing' }
  const phone = phoneOf(from?.number ?? '', country)
  if (phone === null) return { is: 'hotline', call: null }
  const at = instantOf(Math.max(0, Math.round(timestamp_ms - duration * 1000)))
  return { is: 'hotline', call: { phone, at, isAnswered: answerDuration > 0 } }
}

/** Numbers come with their country and without a plus; a national one begins with a zero. */
function phoneOf(number: string, country: string): string | null {
  const written = /^[1-9]\d+$/.test(number) ? [`+${number}`, number] : [number]
  for (const one of written) {
    const phone = readPhone(one, country)
    if ('value' in phone) return phone.value
  }
  return null
}

function ourCall({ call_id: callId, call_status, answerDuration = 0, recording_url }: StringeeEvent): ReadEvent {
  const recording = recording_url !== undefined && URL.parse(recording_url)?.protocol === 'https:' ? recording_url : null
  const state = stateOf(call_status, answerDuration)
  if (state === null && recording === null) return { is: 'nothing' }
  const seconds = call_status === 'ended' ? Math.round(answerDuration) : null
  return { is: 'call', news: { callId, state, seconds, recording } }
}

function stateOf(status: string | undefined, spokenSeconds: number): CallState | null {
  switch (status) {
    case 'created':
    case 'started':
      return 'started'
    case 'ringing':
      return 'ringing'
    case 'answered':
      return 'answered'
    case 'ended':
      return spokenSeconds > 0 ? 'ended' : 'missed'
    default:
      return null
  }
}

/** What Stringee posts about calls (developer.stringee.com, call events), as news of a call of ours or a call to the hotline. */
import * as z from 'zod'
import type { Told } from '#app/ports/telephony.ts'
import { readPhone } from '#core/customer/phone.ts'
import { type Instant, instantOf } from '#core/time/instant.ts'
import type { CallNews, CallState } from '#core/work/telephone-call.ts'

const EndSchema = z.object({ number: z.string().optional(), type: z.string().optional() }).optional()

/** A call ends sooner; a number beyond it is none that could be kept. */
const LONGEST_SECONDS = 7 * 86_400
const LONGEST_ADDRESS = 2_000
/** The end of the year 9999. Instants of later years are no text of the same length, and would count as long ago. */
const LAST_MS = 253_402_300_799_999

const EventSchema = z.object({
  call_id: z.string().min(1).max(200),
  call_status: z.string().optional(),
  timestamp_ms: z.number().min(0).max(8_640_000_000_000_000).optional(),
  callCreatedReason: z.string().optional(),
  /** Seconds from the ringing, and of speaking. */
  duration: z.number().min(0).max(LONGEST_SECONDS).optional(),
  answerDuration: z.number().min(0).max(LONGEST_SECONDS).optional(),
  recording_url: z.string().optional(),
  from: EndSchema,
  to: EndSchema,
})
type StringeeEvent = z.infer<typeof EventSchema>

/** nothing: an event that changes nothing here, such as that of an agent who left a call. */
export type ReadEvent = Told | { readonly is: 'nothing' } | { readonly is: 'unreadable' }

interface Company {
  readonly country: string
  /** At the telephone system, as the system writes it; null where it is not known. */
  readonly ownNumber: string | null
}

export function readCallEvent(body: unknown, company: Company): ReadEvent {
  const parsed = EventSchema.safeParse(body)
  if (!parsed.success) return { is: 'unreadable' }
  const event = parsed.data
  switch (callerOf(event, company)) {
    case 'customer':
      return event.call_status === 'ended' ? hotlineCall(event, company) : { is: 'nothing' }
    case 'not-said':
      return event.call_status === 'ended' ? hotlineCall(event, company) : ourCall(event)
    case 'us':
      return ourCall(event)
  }
}

/** not-said: it looks like a customer's call, and one of ours may look so too. */
function callerOf({ callCreatedReason, from, to }: StringeeEvent, { ownNumber }: Company): 'customer' | 'not-said' | 'us' {
  if (ownNumber !== null && digits(from?.number ?? '') === digits(ownNumber)) return 'us'
  if (callCreatedReason !== undefined) return callCreatedReason === 'EXTERNAL_CALL_IN' ? 'customer' : 'us'
  return from?.type === 'external' && to?.type === 'internal' ? 'not-said' : 'us'
}

const digits = (number: string): string => number.replace(/\D/g, '')

/** Only its end tells whether staff answered. */
function hotlineCall(event: StringeeEvent, { country }: Company): ReadEvent {
  const { timestamp_ms, duration = 0, answerDuration = 0, from } = event
  if (timestamp_ms === undefined) return { is: 'nothing' }
  const news = newsOf(event)
  const phone = phoneOf(from?.number ?? '', country)
  if (phone === null) return { is: 'hotline', call: null, news }
  const at = instantIn(timestamp_ms - duration * 1000)
  const isAnswered = answerDuration > 0
  return { is: 'hotline', call: { phone, at, isAnswered, ...(isAnswered && { endedAt: instantIn(timestamp_ms) }) }, news }
}

const instantIn = (ms: number): Instant => instantOf(Math.min(LAST_MS, Math.max(0, Math.round(ms))))

/** Numbers come with their country and without a plus; a national one begins with a zero. */
function phoneOf(number: string, country: string): string | null {
  const written = /^[1-9]\d+$/.test(number) ? [`+${number}`, number] : [number]
  for (const one of written) {
    const phone = readPhone(one, country)
    if ('value' in phone) return phone.value
  }
  return null
}

function ourCall(event: StringeeEvent): ReadEvent {
  const news = newsOf(event)
  return news.state === null && news.recording === null ? { is: 'nothing' } : { is: 'call', news }
}

function newsOf({ call_id: callId, call_status, answerDuration = 0, recording_url }: StringeeEvent): CallNews {
  const recording = isRecording(recording_url) ? recording_url : null
  const seconds = call_status === 'ended' ? Math.round(answerDuration) : null
  return { callId, state: stateOf(call_status, answerDuration), seconds, recording }
}

const isRecording = (url: string | undefined): url is string =>
  url !== undefined && url.length <= LONGEST_ADDRESS && URL.parse(url)?.protocol === 'https:'

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

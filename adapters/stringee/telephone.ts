/** Calls started by Stringee: it rings the member of staff, and connects them with the customer when they answer (docs/deploy.md says what was tried). */
import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { StringeeSettings } from '#adapters/stringee/settings.ts'
import type { CallOrder, CallStarted, Telephone } from '#app/ports/telephony.ts'

interface Given {
  readonly settings: StringeeSettings
  readonly epochMs: () => number
  /** Hears why no call was started; without a number. */
  readonly failed?: (why: string) => void
}

/** The page waits for it. */
const TIMEOUT_MS = 5_000
/** A token is made for one request. */
const TOKEN_SECONDS = 60

const AnswerSchema = z.object({ r: z.number(), call_id: z.string().optional(), callId: z.string().optional() })

export const stringeeTelephone = ({ settings, epochMs, failed = () => {} }: Given): Telephone => ({
  startCall: async (order): Promise<CallStarted> => {
    try {
      const response = await fetch(new URL('/v1/call2/callout', settings.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'X-STRINGEE-AUTH': tokenOf(settings, epochMs()) },
        body: JSON.stringify(bodyOf(order, settings)),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      })
      if (response.status >= 500) {
        failed(`status ${response.status}`)
        return { failed: 'busy' }
      }
      const answer = AnswerSchema.safeParse(await response.json().catch(() => null))
      if (!response.ok || !answer.success || answer.data.r !== 0) {
        failed(answer.success ? `answer ${answer.data.r}` : `status ${response.status}`)
        return { failed: 'refused' }
      }
      return { callId: answer.data.call_id ?? answer.data.callId ?? null }
    } catch (error) {
      failed(error instanceof Error ? error.name : 'no answer')
      return { failed: 'busy' }
    }
  },
})

/** An extension is a user of the company's own; a number is dialled outside. Numbers have no plus. */
function bodyOf({ extension, phone, workId }: CallOrder, { number }: StringeeSettings) {
  const outside = (value: string) => ({ type: 'external', number: digits(value), alias: digits(value) })
  const staff = /^\+|^\d{8,}$/.test(extension) ? outside(extension) : { type: 'internal', number: extension, alias: extension }
  return {
    from: outside(number),
    to: [staff],
    actions: [{ action: 'connect', from: outside(number), to: outside(phone), customData: workId }],
  }
}

const digits = (value: string): string => value.replace(/\D/g, '')

/** As Stringee asks for it: HS256, for the REST API alone. */
function tokenOf({ keySid, keySecret }: StringeeSettings, epochMs: number): string {
  const seconds = Math.floor(epochMs / 1000)
  const packed = [
    { typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1' },
    { jti: `${keySid}-${epochMs}`, iss: keySid, exp: seconds + TOKEN_SECONDS, rest_api: true },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const content = packed.join('.')
  return `${content}.${createHmac('sha256', keySecret).update(content).digest('base64url')}`
}

/**
 * A telephone system that is made up: a server on loopback that takes calls as Stringee does, lets them ring and end as the clock moves, and tells the
 * webhook. Its calls are forgotten at a restart.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import * as z from 'zod'
import { epochMsOf, type Instant, plusMs, SECOND_MS } from '#core/time/instant.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'

interface Given {
  readonly now: () => Instant
  /** Posts an event to the webhook; false where it was not taken. */
  readonly tell: (event: object) => Promise<boolean>
}

const CallSchema = z.object({ actions: z.array(z.object({ to: z.object({ number: z.string() }) })).min(1) })

/** After the start, in seconds. */
const RINGING = 3
const ANSWERED = 12
const ENDED = 90
const RECORDED = 100
const GIVEN_UP = 30

interface DueEvent {
  readonly at: Instant
  readonly event: object
}

export async function startPretendStringee({ now, tell }: Given) {
  const due: DueEvent[] = []
  const server = createServer((request, response) => {
    taken(request).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.writeHead(400).end(),
    )
  })
  async function taken(request: IncomingMessage): Promise<{ readonly status: number; readonly body: object }> {
    if (request.method !== 'POST' || request.url !== '/v1/call2/callout') return { status: 404, body: { r: 1 } }
    if (request.headers['x-stringee-auth'] === undefined) return { status: 403, body: { r: 2, message: 'no token' } }
    const customer = CallSchema.safeParse(await bodyOf(request)).data?.actions[0]?.to.number
    if (customer === undefined) return { status: 200, body: { r: 3, message: 'no number to ring' } }
    const callId = `call-local-${randomUUID()}`
    due.push(...eventsOf({ callId, customer, at: now() }))
    return { status: 200, body: { r: 0, message: 'SUCCESS', call_id: callId } }
  }
  const { endpoint, stop } = await listenOnLoopback(server, 0)
  const engine: DueEngine = {
    name: 'telephone',
    nextDue: () => due.map(({ at }) => at).toSorted()[0],
    fireDue: async (until) => {
      const ready = due.filter(({ at }) => at <= until).toSorted((a, b) => (a.at < b.at ? -1 : 1))
      for (const each of ready) if (await tell(each.event)) due.splice(due.indexOf(each), 1)
      return ready
    },
  }
  return { endpoint, engine, stop }
}

/** A number that ends in 7 is not answered. */
function eventsOf({
  callId,
  customer,
  at,
}: {
  readonly callId: string
  readonly customer: string
  readonly at: Instant
}): readonly DueEvent[] {
  const after = (seconds: number, more: object): DueEvent => {
    const then = plusMs(at, seconds * SECOND_MS)
    const event = { call_id: callId, callCreatedReason: 'SERVER_MAKE_CALL', timestamp_ms: epochMsOf(then), ...more }
    return { at: then, event }
  }
  const ringing = after(RINGING, { call_status: 'ringing' })
  if (customer.endsWith('7'))
    return [ringing, after(GIVEN_UP, { call_status: 'ended', duration: GIVEN_UP - RINGING, answerDuration: 0 })]
  return [
    ringing,
    after(ANSWERED, { call_status: 'answered' }),
    after(ENDED, { call_status: 'ended', duration: ENDED - RINGING, answerDuration: ENDED - ANSWERED }),
    after(RECORDED, { recording_url: `https://recordings.example.com/${callId}` }),
  ]
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}

/**
 * Where the telephone system tells what became of calls: one address, with a key in it that only the telephone system and this function know. A forged
 * request learns nothing; nothing of what it says is logged.
 */
import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ReadEvent, readCallEvent } from '#adapters/stringee/call-event.ts'
import { type HearTelephonePorts, hearTelephone } from '#app/desk/hear-telephone.ts'
import type { Events } from '#app/events.ts'
import type { Instant } from '#core/time/instant.ts'

export interface HearTelephoneFunction {
  readonly ports: HearTelephonePorts & { readonly events: Pick<Events, 'telephoneRefused' | 'telephoneHeard'> }
  /** Of the webhook; throws where it cannot be read. */
  readonly webhookKey: () => Promise<string>
  /** Of the company, as the telephone system writes it; null while none is configured. */
  readonly ownNumber: () => Promise<string | null>
  readonly clock: () => Instant
  readonly failed: (error: unknown) => void
}

/** An event has less than 2 kB. */
const LARGEST_EVENT = 64 * 1024

export function telephoneApp({ ports, webhookKey, ownNumber, clock, failed }: HearTelephoneFunction): Hono {
  const app = new Hono()
  const { events, companyRules } = ports
  app.use(bodyLimit({ maxSize: LARGEST_EVENT, onError: (context) => context.json({ refused: 'too-large' }, 413) }))
  app.post('/telephone/:key', async (context) => {
    if (!isSame(context.req.param('key'), await webhookKey())) {
      events.telephoneRefused({ because: 'wrong-key' })
      return context.json({ refused: 'not-known' }, 403)
    }
    const { country } = companyRules.company
    const body: unknown = await context.req.json().catch(() => null)
    const told: ReadEvent = readCallEvent(body, { country, ownNumber: await ownNumber() })
    if (told.is === 'unreadable') {
      events.telephoneRefused({ because: 'unreadable' })
      return context.json({ refused: 'unreadable' }, 400)
    }
    const heard = told.is === 'nothing' ? 'nothing-new' : await hearTelephone(ports, { told, now: clock() })
    events.telephoneHeard({ heard })
    return context.json({ heard })
  })
  app.notFound((context) => context.json({ refused: 'not-known' }, 404))
  // The telephone system tells it again.
  app.onError((error, context) => {
    failed(error)
    return context.json({ refused: 'try-again' }, 503)
  })
  return app
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

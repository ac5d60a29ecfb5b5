/**
 * The part of the HTTP API that runs in AWS before any function: a post to the link that stops mails goes straight into the queue, and is answered at
 * once. Every other request goes to the pages.
 */
import { type Context, Hono } from 'hono'
import { epochMsOf, type Instant } from '#core/time/instant.ts'
import { postedStop, STOP_TAKEN_HEADERS } from '#functions/queues/posted-stop.ts'

export interface HttpApiParts {
  readonly pages: Hono
  readonly clock: () => Instant
  /** Puts a message into the queue of customers' stops and mails. */
  readonly lay: (message: string) => Promise<void>
}

/** What a message of a queue may hold. Our own form of a stop has some twenty characters. */
const LARGEST_MESSAGE = 1_000_000

/** The first part of each path of the pages, for a server that has others beside them: `/s`, `/page.css`. */
export const firstParts = ({ routes }: Pick<Hono, 'routes'>): readonly string[] => [
  ...new Set(routes.map(({ path }) => `/${path.split('/')[1] ?? ''}`).filter((part) => part !== '/' && !part.includes('*'))),
]

export function httpApi({ pages, clock, lay }: HttpApiParts): Hono {
  const api = new Hono()
  api.post('/u/:token', async (context) => {
    const form = await context.req.text()
    const message = postedStop({ at: epochMsOf(clock()), token: context.req.param('token'), form })
    if (Buffer.byteLength(message) > LARGEST_MESSAGE) return context.text('', 413)
    await lay(message)
    return context.text('', 200, STOP_TAKEN_HEADERS)
  })
  api.all('*', ({ req, env }: Context) => pages.fetch(req.raw, env))
  return api
}

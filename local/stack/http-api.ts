/**
 * What the HTTP API does in AWS before any function runs: a post to the link that stops mails goes straight into the queue, and is answered
 * at once; everything else is for the pages.
 */
import { type Context, Hono } from 'hono'
import { epochMsOf, type Instant } from '#core/time/instant.ts'
import { postedStop, STOP_TAKEN_HEADERS } from '#functions/queues/posted-stop.ts'

export interface HttpApiParts {
  readonly pages: Hono
  readonly clock: () => Instant
  /** Into the queue of what customers say. */
  readonly lay: (message: string) => Promise<void>
}

export function httpApi({ pages, clock, lay }: HttpApiParts): Hono {
  const api = new Hono()
  api.post('/u/:token', async (context) => {
    const form = await context.req.text()
    await lay(postedStop({ at: epochMsOf(clock()), token: context.req.param('token'), form }))
    return context.text('', 200, STOP_TAKEN_HEADERS)
  })
  api.all('*', ({ req, env }: Context) => pages.fetch(req.raw, env))
  return api
}

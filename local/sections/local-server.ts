/** The web server of the local system: the staff app with what exists on one machine alone, and beside it the pages that customers reach from their mails, and the telephone system's webhook. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { rehearsalRoutes } from '#functions/staff/rehearsals/rehearsals.ts'
import { DRAWING_ROUTES } from '#functions/staff/report/drawing-app.ts'
import type { StaffApp } from '#functions/staff/staff-app.ts'
import { staffPages } from '#functions/staff/staff-pages.ts'
import type { LocalSystem } from '#local/local-system.ts'
import { mailboxRoutes } from '#local/sections/mailbox.ts'
import { timeRoutes } from '#local/sections/time.ts'

/** The staff app with the routes that only one machine has, open to whoever sits at it. */
export const localStaffPages = (system: LocalSystem): StaffApp =>
  staffPages(system, [timeRoutes(system), mailboxRoutes(system)], [...DRAWING_ROUTES, () => rehearsalRoutes(system)])

export function localServer(system: LocalSystem): Hono {
  const app = new Hono()
  // Customers' pages have their own rules: a mail provider's one-click unsubscribe comes from anywhere.
  const visit = ({ req, env }: Context) => system.stack.pages.fetch(nativeRequest(req.raw), env)
  app.post('/u/:token', async (context) => {
    const taken = await visit(context)
    // In AWS a function takes it from the queue within seconds; here as soon as nothing else is at work.
    system.workOffSoon()
    return taken
  })
  app.post('/telephone/:key', async ({ req }) => {
    const heard = await system.stack.telephoneWebhook.fetch(nativeRequest(req.raw))
    system.workOffSoon()
    return heard
  })
  for (const part of system.stack.customerPages) app.all(part, visit).all(`${part}/*`, visit)

  const room = localStaffPages(system)
  app.all('*', underOneName(system), async ({ req }) => {
    // Marketing saves a file and looks here: what the page shows must be what the file says. While time moves nothing is read.
    if (system.moves?.latest()?.state !== 'running') await system.files.refresh()
    const answered = await room.fetch(nativeRequest(req.raw))
    // What staff enter may be urgent: it is told while the clock stands, too.
    if (req.method === 'POST') system.workOffSoon()
    return answered
  })
  return app
}

/** A browser keeps cookies by the name of the host, and the sign-in comes back to one name of this machine alone. */
const underOneName =
  ({ url }: Pick<LocalSystem, 'url'>): MiddlewareHandler =>
  async (context, next) => {
    const { origin, pathname, search } = new URL(context.req.url)
    const isPage = context.req.method === 'GET' || context.req.method === 'HEAD'
    return isPage && origin !== url ? context.redirect(`${url}${pathname}${search}`, 307) : next()
  }

/**
 * The server's own requests only look like one, and what reads a body without a length makes a new request of the old one, as it may of a
 * real one alone.
 */
function nativeRequest(asked: Request): Request {
  const { url, method, headers, body } = asked
  if (body === null) return asked
  const init: RequestInit & { readonly duplex: 'half' } = { method, headers, body, duplex: 'half' }
  return new Request(url, init)
}

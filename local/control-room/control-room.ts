/** The web server of the local system: the control room, and beside it the pages that customers reach from their mails. */
import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { campaignRoutes } from '#local/control-room/campaigns.ts'
import { customerRoutes } from '#local/control-room/customers.ts'
import { deadLetterRoutes } from '#local/control-room/dead-letters.ts'
import { decideRoutes } from '#local/control-room/decide.ts'
import { roomPage } from '#local/control-room/frame.ts'
import { onlyOwnForms, onlyThisMachine, ROOM_HEADERS } from '#local/control-room/guard.ts'
import { listeningRoutes } from '#local/control-room/listening.ts'
import { mailboxRoutes } from '#local/control-room/mailbox.ts'
import { occurrenceRoutes } from '#local/control-room/occurrences.ts'
import { frameOf, LANGUAGE_COOKIE, languageOf } from '#local/control-room/room.ts'
import { sharedAddressRoutes } from '#local/control-room/shared-address.ts'
import { CONTROL_ROOM_CSS, CONTROL_ROOM_ICON } from '#local/control-room/style.ts'
import { timeRoutes } from '#local/control-room/time.ts'
import { todayRoutes } from '#local/control-room/today.ts'
import { voucherRoutes } from '#local/control-room/vouchers.ts'
import { workRoutes } from '#local/control-room/work.ts'
import type { LocalSystem } from '#local/running-system.ts'

export function controlRoom(system: LocalSystem): Hono {
  const app = new Hono()
  app.use(onlyThisMachine)
  // Customers' pages have their own rules: a mail provider's one-click unsubscribe comes from anywhere.
  const visit = ({ req, env }: Context) => system.stack.pages.fetch(nativeRequest(req.raw), env)
  app.post('/u/:token', async (context) => {
    const taken = await visit(context)
    // In AWS a function takes it from the queue within seconds; here as soon as nothing else is at work.
    system.workOffSoon()
    return taken
  })
  for (const path of ['/s/*', '/p/*', '/u/*', '/v', '/v/*', '/till', '/till/*', '/page.css']) app.all(path, visit)
  app.get('/favicon.ico', (context) => context.body(null, 204))
  app.get('/control-room.css', ({ body }) => body(CONTROL_ROOM_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/control-room.svg', ({ body }) => body(CONTROL_ROOM_ICON, 200, { 'content-type': 'image/svg+xml' }))

  const room = new Hono()
  room.use(onlyOwnForms)
  room.use(async (context, next) => {
    // Marketing saves a file and looks here: what the page shows must be what the file says.
    await system.files.refresh()
    await next()
    for (const [name, value] of Object.entries(ROOM_HEADERS)) {
      if (!context.res.headers.has(name)) context.header(name, value)
    }
  })
  room.get('/language/:language', (context) => {
    setCookie(context, LANGUAGE_COOKIE, context.req.param('language') === 'en' ? 'en' : 'vi', { path: '/', sameSite: 'Lax' })
    return context.redirect(ownPath(context.req.query('back') ?? '', context.req.url), 303)
  })
  for (const routes of [
    todayRoutes,
    timeRoutes,
    occurrenceRoutes,
    decideRoutes,
    deadLetterRoutes,
    campaignRoutes,
    customerRoutes,
    sharedAddressRoutes,
    listeningRoutes,
    workRoutes,
    mailboxRoutes,
    voucherRoutes,
  ]) {
    room.route('/', routes(system))
  }
  room.notFound((context) => {
    const title = languageOf(context) === 'vi' ? 'Không có trang này' : 'No such page'
    return context.html(
      roomPage({ frame: frameOf(system, context), section: 'today', title, body: html`<h1>${title}</h1>` }),
      404,
    )
  })
  app.all('*', ({ req }) => room.fetch(req.raw))
  return app
}

/** Never away from here, whatever a link says: read as a browser reads it, which leaves out tabs and line ends and takes `\\` for `/`. */
function ownPath(path: string, here: string): string {
  const url = URL.parse(path, here)
  const own = url?.origin === new URL(here).origin && path.startsWith('/') && !url.pathname.startsWith('//')
  return url && own ? `${url.pathname}${url.search}` : '/'
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

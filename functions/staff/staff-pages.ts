/** The pages for staff, wherever they run. Each of them belongs to a section of the frame. */
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { campaignRoutes } from '#functions/staff/campaigns.ts'
import { customerRoutes } from '#functions/staff/customers.ts'
import { deadLetterRoutes } from '#functions/staff/dead-letters.ts'
import { decideRoutes } from '#functions/staff/decide.ts'
import { listeningRoutes } from '#functions/staff/listening.ts'
import { occurrenceRoutes } from '#functions/staff/occurrences.ts'
import { frameOf, LANGUAGE_COOKIE } from '#functions/staff/room.ts'
import { sharedAddressRoutes } from '#functions/staff/shared-address.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { todayRoutes } from '#functions/staff/today.ts'
import { voucherRoutes } from '#functions/staff/vouchers.ts'
import { workRoutes } from '#functions/staff/work.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

const ROUTES = [
  todayRoutes,
  occurrenceRoutes,
  decideRoutes,
  deadLetterRoutes,
  campaignRoutes,
  customerRoutes,
  sharedAddressRoutes,
  listeningRoutes,
  workRoutes,
  voucherRoutes,
]

/** `more`: what a system has of its own, such as the local mailbox. */
export function staffPages(system: StaffSystem, more: readonly Hono[] = []): Hono {
  const pages = new Hono()
  pages.get('/language/:language', (context) => {
    setCookie(context, LANGUAGE_COOKIE, context.req.param('language') === 'en' ? 'en' : 'vi', { path: '/', sameSite: 'Lax' })
    return context.redirect(ownPath(context.req.query('back') ?? '', context.req.url), 303)
  })
  for (const routes of [...ROUTES.map((routesOf) => routesOf(system)), ...more]) pages.route('/', routes)
  pages.notFound((context) => context.html(noSuchPage(frameOf(system, context), 'page'), 404))
  return pages
}

/** Never away from here, whatever a link says: read as a browser reads it, which leaves out tabs and line ends and takes `\\` for `/`. */
function ownPath(path: string, here: string): string {
  const url = URL.parse(path, here)
  const own = url?.origin === new URL(here).origin && path.startsWith('/') && !url.pathname.startsWith('//')
  return url && own ? `${url.pathname}${url.search}` : '/'
}

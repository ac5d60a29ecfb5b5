/** The staff app, wherever it runs: pages that need no sign-in, the question who asks, and the pages behind it. Each belongs to a section of the frame. */
import { setCookie } from 'hono/cookie'
import { actRoutes } from '#functions/staff/acts/act-flow.ts'
import { againActs } from '#functions/staff/acts/again-acts.ts'
import { campaignActs } from '#functions/staff/acts/campaign-acts.ts'
import { decisionActs } from '#functions/staff/acts/decision-acts.ts'
import { logRoutes } from '#functions/staff/acts/log.ts'
import { personActRoutes } from '#functions/staff/acts/person-acts.ts'
import { sharedAddressAct } from '#functions/staff/acts/shared-address-act.ts'
import { budgetRoutes } from '#functions/staff/budget/budgets.ts'
import { callsRoutes } from '#functions/staff/calls/calls.ts'
import { campaignRoutes } from '#functions/staff/campaigns/campaigns.ts'
import { previewRoutes } from '#functions/staff/campaigns/preview.ts'
import { customerRoutes } from '#functions/staff/customers/customers.ts'
import { findCustomersRoutes } from '#functions/staff/customers/find-customers.ts'
import { myCustomersRoute } from '#functions/staff/customers/my-customers.ts'
import { listeningRoutes } from '#functions/staff/listening/listening.ts'
import { occurrenceListRoutes } from '#functions/staff/occurrences/occurrence-list.ts'
import { occurrenceRoutes } from '#functions/staff/occurrences/occurrences.ts'
import { reportRoutes } from '#functions/staff/report/report.ts'
import { settingsRoutes } from '#functions/staff/settings.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { teamRoutes } from '#functions/staff/team/team.ts'
import { todayRoutes } from '#functions/staff/today/today.ts'
import { frameOf, LANGUAGE_COOKIE } from '#functions/staff/visit/frame-of.ts'
import { onlyShortIds } from '#functions/staff/visit/id-lengths.ts'
import { inTrouble } from '#functions/staff/visit/in-trouble.ts'
import { onlyOwnForms, onlyReadForms, onlyShortForms } from '#functions/staff/visit/own-forms.ts'
import { ownPath } from '#functions/staff/visit/own-path.ts'
import { pageHeaders } from '#functions/staff/visit/page-headers.ts'
import { saidToAuthor } from '#functions/staff/visit/said-to-author.ts'
import { findVisitor, onlySignedIn } from '#functions/staff/visit/session.ts'
import { signInRoutes } from '#functions/staff/visit/sign-in.ts'
import { logTurnedAway } from '#functions/staff/visit/turn-away.ts'
import { keepTyped } from '#functions/staff/visit/typed-in.ts'
import { voucherRoutes } from '#functions/staff/vouchers.ts'
import { NOTE_KEEPER } from '#functions/staff/work/note-script.ts'
import { recurringRoutes } from '#functions/staff/work/recurring.ts'
import { workRoutes } from '#functions/staff/work/work.ts'
import { serveStatic } from '#functions/static-files.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { STAFF_PICTURE, STAFF_STYLE } from '#web/staff/static-files.ts'

const ROUTES = [
  todayRoutes,
  occurrenceRoutes,
  occurrenceListRoutes,
  previewRoutes,
  campaignRoutes,
  findCustomersRoutes,
  customerRoutes,
  myCustomersRoute,
  listeningRoutes,
  callsRoutes,
  workRoutes,
  recurringRoutes,
  teamRoutes,
  reportRoutes,
  budgetRoutes,
  voucherRoutes,
  logRoutes,
  settingsRoutes,
  personActRoutes,
  (system: StaffSystem) =>
    actRoutes(system, [...campaignActs(system), ...decisionActs(system), ...againActs(system), sharedAddressAct(system)]),
]

/** `open`: what a system has besides and shows without a sign-in, such as the mailbox of the local one. `more`: what has a function
 * of its own in AWS. */
export function staffPages(
  system: StaffSystem,
  open: readonly StaffApp[] = [],
  more: readonly ((system: StaffSystem) => StaffApp)[] = [],
): StaffApp {
  const pages = staffApp()
  pages.use(pageHeaders, logTurnedAway(system))
  pages.use(onlyOwnForms(system), onlyShortForms(system), onlyReadForms(system), keepTyped)
  serveStatic(pages, [STAFF_STYLE, NOTE_KEEPER, STAFF_PICTURE])
  pages.get('/favicon.ico', (context) => context.body(null, 204))
  pages.get('/language/:language', (context) => {
    setCookie(context, LANGUAGE_COOKIE, context.req.param('language') === 'en' ? 'en' : 'vi', { path: '/', sameSite: 'Lax' })
    return context.redirect(ownPath(context.req.query('back') ?? '', context.req.url), 303)
  })
  pages.use(findVisitor(system))
  for (const routes of [signInRoutes(system), ...open]) pages.route('/', routes)
  pages.use(onlySignedIn(system), onlyShortIds(system), saidToAuthor(system))
  for (const routesOf of [...ROUTES, ...more]) pages.route('/', routesOf(system))
  pages.onError(inTrouble(system))
  pages.notFound((context) => context.html(noSuchPage(frameOf(system, context), 'page'), 404))
  return pages
}

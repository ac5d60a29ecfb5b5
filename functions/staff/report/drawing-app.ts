/**
 * What draws charts and writes workbooks: the same visitors and the same figures as the staff app, in an app of its own, because its libraries are
 * larger than all the pages together.
 */
import { budgetFileRoutes } from '#functions/staff/budget/budget-files.ts'
import type { BudgetReading } from '#functions/staff/budget/budget-system.ts'
import { chartRoutes } from '#functions/staff/report/report-charts.ts'
import { reportFileRoutes } from '#functions/staff/report/report-files.ts'
import type { ReportReading } from '#functions/staff/report/report-system.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { onlyShortIds } from '#functions/staff/visit/id-lengths.ts'
import { inTrouble } from '#functions/staff/visit/in-trouble.ts'
import { pageHeaders } from '#functions/staff/visit/page-headers.ts'
import { findVisitor, onlySignedIn, type VisitSystem } from '#functions/staff/visit/session.ts'
import { logTurnedAway, type TurnedAwaySystem } from '#functions/staff/visit/turn-away.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

export type DrawingSystem = VisitSystem & ReportReading & BudgetReading & TurnedAwaySystem

/** On one machine they stand among the other pages. */
export const DRAWING_ROUTES = [chartRoutes, reportFileRoutes, budgetFileRoutes]

export function drawingApp(system: DrawingSystem): StaffApp {
  const app = staffApp()
  app.use(pageHeaders, logTurnedAway(system))
  app.use(findVisitor(system))
  app.use(onlySignedIn(system), onlyShortIds(system))
  for (const routesOf of DRAWING_ROUTES) app.route('/', routesOf(system))
  app.onError(inTrouble(system))
  app.notFound((context) => context.html(noSuchPage(frameOf(system, context), 'page'), 404))
  return app
}

/** What the pages of the report work with, and what every route of it asks first. */
import type { Context } from 'hono'
import { readReport } from '#app/reporting/read-report.ts'
import type { Report } from '#core/report/report-view.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, todayOf } from '#functions/staff/visit/frame-of.ts'
import { type ReportAsked, reportAskedIn } from '#web/staff/report/report-paths.ts'

export interface ReportSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<
    StaffStores,
    | 'numbers'
    | 'reports'
    | 'budgetPlans'
    | 'budgets'
    | 'campaigns'
    | 'responses'
    | 'roster'
    | 'auditLog'
    | 'customers'
    | 'facts'
    | 'purchases'
    | 'vouchers'
  >
}

/** Only what a report is read from. */
export type ReportReading = Pick<StaffSystem, 'companyRules' | 'clock'> & {
  readonly stores: Pick<StaffStores, 'numbers' | 'campaigns'>
}

export const askedIn = (system: ReportReading, context: Context<StaffEnv>): ReportAsked =>
  reportAskedIn(context.req.query(), todayOf(system))

export const reportAsked = (system: ReportReading, asked: ReportAsked): Promise<Report> =>
  readReport(system.stores, {
    ...asked,
    today: todayOf(system),
    settings: system.companyRules.company.report,
    themes: system.companyRules.themes,
  })

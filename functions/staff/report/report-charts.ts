/** The pictures of the report's charts. They carry the chart library, and so have a function of their own in AWS. */

import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { askedIn, type ReportReading, reportAsked } from '#functions/staff/report/report-system.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { drawChart } from '#web/charts/draw-chart.ts'
import { drawNothing } from '#web/charts/draw-nothing.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { CHARTS } from '#web/staff/report/chart.ts'
import { CHART_SIZES } from '#web/staff/report/chart-box.ts'
import { chartOf } from '#web/staff/report/charts.ts'
import { unknownIn } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'

/** The address names the roll-up by when it was made, so that a newer one is another picture. */
const KEPT = 'private, max-age=86400'

export type ChartSystem = FrameSystem & ReportReading & Pick<StaffSystem, 'events'>

export function chartRoutes(system: ChartSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/report/charts/:chart', needs('see-report'), async (context) => {
    const frame = frameOf(system, context)
    const { language, size: wanted, seen = '' } = context.req.query()
    const locale = language === 'en' || language === 'vi' ? language : frame.locale
    const name = CHARTS.find((one) => `${one}.svg` === context.req.param('chart'))
    if (!name) return context.html(noSuchPage(frame, 'page'), 404)
    const [report, campaigns] = await Promise.all([reportAsked(system, askedIn(system, context)), knownCampaigns(system, locale)])
    const isNamed = unknownIn(context.req.query()).length === 0
    const chart = 'shown' in report && isNamed ? chartOf(name, report.shown, { locale, campaignName: campaigns.name }) : undefined
    const size = CHART_SIZES.find((one) => one === wanted) ?? 'wide'
    const isOfItsTime = 'shown' in report && report.shown.madeAt === seen
    return context.body(chart ? drawChart(chart.drawn, size) : drawNothing(REPORT_WORDS[locale].chartNone), 200, {
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      ...(isOfItsTime && { 'cache-control': KEPT }),
    })
  })
  return app
}

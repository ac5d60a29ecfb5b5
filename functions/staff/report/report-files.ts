/** The report to take along: its tables as CSV and Excel, and its summary as a picture. */
import type { Context } from 'hono'
import { csvOfTables } from '#adapters/csv/number-table.ts'
import { PICTURE_FONT, pngOf } from '#adapters/picture/png-of.ts'
import { workbookOfTables } from '#adapters/xlsx/number-workbook.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { ChartSystem } from '#functions/staff/report/report-charts.ts'
import { askedIn, reportAsked } from '#functions/staff/report/report-system.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { type FileReader, fileTables } from '#web/staff/report/file-tables.ts'
import { reportPath, unknownIn } from '#web/staff/report/report-paths.ts'
import { PICTURE_WIDTH, summaryPicture } from '#web/staff/report/summary-picture.ts'

interface Making extends FileReader {
  readonly company: string
  /** One table alone; null for all of them. */
  readonly table: string | null
}

const FILES: Readonly<
  Record<string, { readonly type: string; make(view: ReportView, making: Making): Uint8Array | Promise<Uint8Array> }>
> = {
  'report.csv': {
    type: 'text/csv; charset=utf-8',
    make: (view, making) => csvOfTables(fileTables(view, making, making.table)),
  },
  'report.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: (view, making) => workbookOfTables(fileTables(view, making, making.table)),
  },
  'summary.png': {
    type: 'image/png',
    make: (view, making) => pngOf(summaryPicture(view, { ...making, font: PICTURE_FONT }), PICTURE_WIDTH),
  },
}

export function reportFileRoutes(system: ChartSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/report/files/:file', needs('see-report'), async (context) => {
    const frame = frameOf(system, context)
    const name = context.req.param('file')
    const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined
    if (!file) return context.html(noSuchPage(frame, 'page'), 404)
    const asked = askedIn(system, context)
    // The page names what there is not; a file of another report would be taken for the one that was asked for.
    if (unknownIn(context.req.query()).length > 0) return context.redirect(`/report${new URL(context.req.url).search}`, 303)
    const [report, campaigns] = await Promise.all([reportAsked(system, asked), knownCampaigns(system, frame.locale)])
    // The page says why there is nothing to take along.
    if (!('shown' in report)) return context.redirect(reportPath(asked), 303)
    const bytes = await file.make(report.shown, {
      locale: frame.locale,
      campaignName: campaigns.name,
      company: frame.company.name,
      zone: frame.company.zone,
      table: context.req.query('table') ?? null,
    })
    return handedOut(context, { bytes, type: file.type, name: `${asked.period.key}-${name}` })
  })
  return app
}

const handedOut = (
  context: Context<StaffEnv>,
  { bytes, type, name }: { readonly bytes: Uint8Array; readonly type: string; readonly name: string },
): Response =>
  context.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  })

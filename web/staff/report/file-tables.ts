/** The tables of the report as files hold them: numbers that a spreadsheet counts with, everything else as it is read. */
import type { ReportView } from '#core/report/report-view.ts'
import { CHARTS, type ChartReader } from '#web/staff/report/chart.ts'
import { chartOf } from '#web/staff/report/charts.ts'
import { figureFileRow, figureHeadings } from '#web/staff/report/file-figures.ts'
import { reportHeading } from '#web/staff/report/report-filters.ts'
import type { ReportTable } from '#web/staff/report/report-table.ts'
import { reportTables } from '#web/staff/report/report-tables.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import { plainCell } from '#web/staff/report/table-cell.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenSegment } from '#web/words/segments.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface FileTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A file tells its times as the pages do. */
export interface FileReader extends ChartReader {
  /** Of the company. */
  readonly zone: string
}

/** `only`: one of them by its name, or of the tables beside the charts; all of them for null, and for a name that is none. */
export function fileTables(view: ReportView, reader: FileReader, only: string | null): readonly FileTable[] {
  const tables = reportTables(view, reader).map((table) =>
    table.name === 'figures' ? inColumns(table, view, reader) : { ...table, rows: table.rows.map((row) => row.map(plainCell)) },
  )
  const charts = CHARTS.flatMap((name) => {
    const chart = chartOf(name, view, reader)
    return chart
      ? [{ name, title: chart.headline, headings: chart.headings, rows: chart.rows.map((row) => row.map(plainCell)) }]
      : []
  })
  const wanted = [...tables, ...charts].filter(({ name }) => name === only)
  return wanted.length > 0 ? wanted : [aboutTable(view, reader), ...tables, ...charts.filter(({ name }) => name === 'nps-trend')]
}

const inColumns = ({ name, title }: ReportTable, { figures }: ReportView, { locale }: FileReader) => ({
  name,
  title,
  headings: figureHeadings(locale),
  rows: figures.map((figure) => figureFileRow(figure, locale)),
})

/** Which report it is: a file leaves its page behind. */
const aboutTable = (view: ReportView, reader: FileReader): FileTable => ({
  title: reportHeading(view, reader.locale),
  headings: [writtenDays(view.period, reader.locale)],
  rows: [[writtenSegment(view.segment, reader)], [REPORT_WORDS[reader.locale].made(writtenInstant(view.madeAt, reader))]],
})

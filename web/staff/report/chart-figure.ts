/** A chart in the page: the headline that says the finding, the picture, and the same numbers as a table. */
import { html } from 'hono/html'
import type { ReportView } from '#core/report/report-view.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import type { Chart, ChartName, ChartReader } from '#web/staff/report/chart.ts'
import { type ChartSize, chartBox } from '#web/staff/report/chart-box.ts'
import { chartOf } from '#web/staff/report/charts.ts'
import { chartPath, filePath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { writtenCell } from '#web/staff/report/table-cell.ts'
import { table } from '#web/staff/table.ts'

/** Of a report as handed in there is the table alone: the picture is drawn from the figures of now. */
export interface FigureReader extends ChartReader {
  readonly isLive: boolean
  /** Of a section that stands beside another one. */
  readonly size?: 'wide' | 'half'
}

export function chartFigure(name: ChartName, view: ReportView, { isLive, size = 'wide', ...reader }: FigureReader): Html {
  const { locale } = reader
  const words = WORDS[locale]
  const chart = chartOf(name, view, reader)
  if (!chart) return html`<p class="quiet">${words.chartNone}</p>`
  return html`<figure class="chart">
          <figcaption><b>${chart.headline}</b><br><small>${chart.subtitle}</small></figcaption>
          ${isLive ? picture(chart, view, { locale, size }) : ''}
          <details${isLive ? '' : html` open`}><summary>${words.data}</summary>${table({ locale, label: chart.headline, headings: chart.headings, rows: chart.rows.map((row) => row.map(writtenCell)) })}${isLive ? html`<p><a href="${filePath('report.csv', view, name)}">${words.csv}</a></p>` : ''}</details>
        </figure>`
}

function picture(
  chart: Chart,
  view: ReportView,
  { locale, size }: { readonly locale: PageLocale; readonly size: 'wide' | 'half' },
): Html {
  const [wide, narrow] = [chartBox(chart.drawn, size), chartBox(chart.drawn, 'narrow')]
  const at = (of: ChartSize) => chartPath(chart.name, view, { locale, seen: view.madeAt, size: of })
  return html`<picture><source media="screen and (max-width: 44rem)" srcset="${at('narrow')}" width="${narrow.width}" height="${narrow.height}"><img src="${at(size)}" width="${wide.width}" height="${wide.height}" alt="${chart.alt}"></picture>`
}

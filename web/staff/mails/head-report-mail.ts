/** The report by mail: what is wrong, and the main figures with bars that every mail program shows, because they are cells of a table. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Figure } from '#core/report/figure.ts'
import { figureIn, type ReportView } from '#core/report/report-view.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { HEAD_REPORT_WORDS } from '#web/staff/mails/head-report-words.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'
import type { ChartReader } from '#web/staff/report/chart.ts'
import { exceptionInWords } from '#web/staff/report/exception-words.ts'
import { changeText } from '#web/staff/report/figure-parts.ts'
import { reportHeading } from '#web/staff/report/report-filters.ts'
import { filePath, reportPath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import { writtenFigure, writtenInterval } from '#web/words/figures.ts'
import { liftLines, writtenValue } from '#web/words/lifts.ts'

export interface HeadReportMail extends ChartReader {
  readonly company: string
  /** Null where the staff app has no address. */
  readonly staffUrl: string | null
}

export function headReportMail(
  view: ReportView,
  mail: HeadReportMail,
): { readonly subject: string; readonly html: string; readonly text: string } {
  const { locale, company, staffUrl } = mail
  const words = HEAD_REPORT_WORDS[locale]
  const title = headerSafe(reportHeading(view, locale)).text
  const said = view.exceptions.map((exception) => exceptionInWords(exception, { view, ...mail }))
  const figures = view.headline.flatMap((id) => figureIn(view, id) ?? [])
  const page = staffUrl === null ? null : `${staffUrl}${reportPath(view)}`
  const picture = staffUrl === null ? null : `${staffUrl}${filePath('summary.png', view)}`
  const body = html`<h2>${REPORT_WORDS[locale].exceptions}</h2>
${said.length === 0 ? html`<p>${REPORT_WORDS[locale].nothingWrong}</p>\n` : said.map((line) => html`<p class="warn">${line}</p>\n`)}<h2>${REPORT_WORDS[locale].headline}</h2>
<table role="presentation" cellspacing="0" cellpadding="0">
${figures.map((figure) => figureRow(figure, locale))}</table>
${page === null ? '' : html`<p><a class="open" href="${page}">${words.open}</a></p>\n<p><a href="${picture ?? page}">${REPORT_WORDS[locale].picture}</a></p>\n`}<p class="quiet">${words.privacy}</p>
`
  const text = [
    title,
    ...(said.length === 0 ? [REPORT_WORDS[locale].nothingWrong] : said.map((line) => `- ${line}`)),
    ...figures.map((figure) => figureText(figure, locale)),
    ...(page === null ? [] : [`${words.open}: ${page}`]),
    `-- \n${company}\n${words.privacy}`,
  ]
  return { subject: title, html: mailFrame({ locale, company, title, body }), text: `${text.join('\n\n')}\n` }
}

function figureRow(figure: Figure, locale: PageLocale): Html {
  const { kpi, before, target } = figure
  const words = REPORT_WORDS[locale]
  const width = barOf(figure)
  return html`<tr><td><p><b>${KPI_DEFINITIONS[kpi.id].name[locale]}: ${writtenValue(kpi, locale)}</b></p>
${width === null ? '' : html`<table class="bar" role="presentation" cellspacing="0" cellpadding="0" width="100%"><tr><td width="${width}%" bgcolor="#14664a" height="10"></td><td width="${100 - width}%" bgcolor="#dcdfd8" height="10"></td></tr></table>\n`}<p class="quiet">${[
    ...liftLines(kpi, locale),
    writtenInterval(kpi, locale) ?? '',
    target === null ? '' : `${words.target(writtenFigure(target.at, kpi, locale))}: ${words.standings[target.standing]}`,
    kpi.value === null ? '' : `${words.versus.before}: ${changeText(kpi, before, locale)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')}</p></td></tr>
`
}

/** How full the bar is, in per cent; null for a figure that is no part of a whole, and for one without data. */
function barOf({ kpi: { unit, value } }: Figure): number | null {
  if (value === null) return null
  if (unit === 'share') return Math.round(value * 100)
  if (unit === 'points') return Math.round((value + 100) / 2)
  return unit === 'index' ? Math.round(value) : null
}

function figureText({ kpi, target, before }: Figure, locale: PageLocale): string {
  const words = REPORT_WORDS[locale]
  const lines = [
    `${KPI_DEFINITIONS[kpi.id].name[locale]}: ${writtenValue(kpi, locale)}`,
    ...liftLines(kpi, locale),
    ...(target === null ? [] : [`${words.target(writtenFigure(target.at, kpi, locale))}: ${words.standings[target.standing]}`]),
    ...(kpi.value === null ? [] : [`${words.versus.before}: ${changeText(kpi, before, locale)}`]),
  ]
  return lines.join('\n   ')
}

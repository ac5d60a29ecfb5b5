/** The summary as one picture for the leaders' chat group: what is wrong, and the main figures with their targets. Tall, for telephones. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Figure } from '#core/report/figure.ts'
import { figureIn, type ReportView } from '#core/report/report-view.ts'
import type { Html } from '#web/customer/page.ts'
import type { ChartReader } from '#web/staff/report/chart.ts'
import { exceptionInWords } from '#web/staff/report/exception-words.ts'
import { changeText, changeTone } from '#web/staff/report/figure-parts.ts'
import { reportHeading } from '#web/staff/report/report-filters.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import { writtenFigure } from '#web/words/figures.ts'
import { writtenValue } from '#web/words/lifts.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenSegment } from '#web/words/segments.ts'

export const PICTURE_WIDTH = 1080
const MARGIN = 56
const LINE = 40
const CARD = 158
/** Letters of the font are a little more than half as wide as they are high. */
const SIGNS_IN_LINE = 64
const MOST_EXCEPTIONS = 5

export interface PictureReader extends ChartReader {
  readonly company: string
  /** Of the font that the picture is set in. */
  readonly font: string
}

export function summaryPicture(view: ReportView, reader: PictureReader): string {
  const { locale, company, font } = reader
  const words = REPORT_WORDS[locale]
  const grave = view.exceptions.filter(({ is }) => is !== 'provisional' && is !== 'not-over')
  const said = grave.slice(0, MOST_EXCEPTIONS).flatMap((exception) => linesOf(exceptionInWords(exception, { view, ...reader })))
  const lines = grave.length === 0 ? [words.nothingWrong] : said
  const segment = view.segment.by === 'all' ? '' : ` · ${writtenSegment(view.segment, reader)}`
  const top = 250
  const cards = top + lines.length * LINE + 60
  const figures = view.headline.flatMap((id) => figureIn(view, id) ?? [])
  const height = cards + figures.length * (CARD + 16) + 70
  const marks = view.isOver ? '' : ` (${words.notOver})`
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" font-family="${font}">
<rect width="100%" height="100%" fill="#f6f5ef"/><rect width="100%" height="12" fill="#14664a"/>
<text x="${MARGIN}" y="76" font-size="28" font-weight="700" fill="#14664a">${company}</text>
${linesOf(reportHeading(view, locale), 42).map((line, at) => html`<text x="${MARGIN}" y="${128 + at * 46}" font-size="40" font-weight="700" fill="#20302a">${line}</text>`)}
<text x="${MARGIN}" y="${top - 60}" font-size="26" fill="#5b6b64">${writtenDays(view.period, locale)}${segment}${marks}</text>
${lines.map((line, at) => html`<text x="${MARGIN}" y="${top + at * LINE}" font-size="29" fill="${grave.length === 0 ? '#14664a' : '#9a3412'}">${line}</text>`)}
${figures.map((figure, at) => card(figure, { y: cards + at * (CARD + 16), reader }))}
</svg>`)
}

function card(figure: Figure, { y, reader }: { readonly y: number; readonly reader: PictureReader }): Html {
  const { kpi, target, before } = figure
  const { locale } = reader
  const words = REPORT_WORDS[locale]
  const tone = changeTone(kpi, before)
  const colour = tone === 'warn' ? '#9a3412' : tone === 'good' ? '#14664a' : '#5b6b64'
  const aim = target === null ? '' : `${words.target(writtenFigure(target.at, kpi, locale))}: ${words.standings[target.standing]}`
  return html`<rect x="${MARGIN - 20}" y="${y}" width="${PICTURE_WIDTH - 2 * MARGIN + 40}" height="${CARD}" rx="16" fill="#fff" stroke="#dcdfd8"/>
<text x="${MARGIN}" y="${y + 44}" font-size="27" fill="#20302a">${KPI_DEFINITIONS[kpi.id].name[locale]}</text>
<text x="${MARGIN}" y="${y + 100}" font-size="${kpi.value === null ? 30 : 50}" font-weight="700" fill="#20302a">${writtenValue(kpi, locale)}</text>
<text x="${PICTURE_WIDTH - MARGIN}" y="${y + 100}" font-size="25" text-anchor="end" fill="${target?.standing === 'missed' ? '#9a3412' : '#5b6b64'}">${aim}</text>
<text x="${MARGIN}" y="${y + 138}" font-size="24" fill="${colour}">${kpi.value === null ? '' : `${words.versus.before}: ${changeText(kpi, before, locale)}`}</text>`
}

/** Broken between words. */
function linesOf(text: string, most = SIGNS_IN_LINE): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

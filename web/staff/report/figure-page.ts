/** One figure: its value and definition, how it moved, and what is behind it by reason, with the pages that list the rows. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Figure } from '#core/report/figure.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { mayDo } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import type { Behind } from '#web/staff/report/behind.ts'
import { behindFigure } from '#web/staff/report/behind-figure.ts'
import type { Link } from '#web/staff/report/behind-links.ts'
import { BEHIND_WORDS } from '#web/staff/report/behind-words.ts'
import {
  caveats,
  changeText,
  definitionList,
  intervalLine,
  partsText,
  smallestLine,
  targetLine,
} from '#web/staff/report/figure-parts.ts'
import { BEHIND_ID, reportPath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import { table } from '#web/staff/table.ts'
import { sharesInWords, writtenFigure } from '#web/words/figures.ts'
import { liftLines, writtenValue } from '#web/words/lifts.ts'
import { periodWithin, writtenPeriod } from '#web/words/report-periods.ts'
import { writtenSegment } from '#web/words/segments.ts'
import { writtenCount, writtenInstant, writtenMonth } from '#web/words/written.ts'

interface FigureShown {
  readonly figure: Figure
  readonly view: ReportView
  readonly campaignName: (campaignId: string) => string
}

export function figurePage(frame: Frame, { figure, view, campaignName }: FigureShown): Html {
  const { locale, company } = frame
  const words = BEHIND_WORDS[locale]
  const { kpi } = figure
  const title = KPI_DEFINITIONS[kpi.id].name[locale]
  const groups = behindFigure(kpi.id, { view, locale })
  const remark = groups.length === 0 ? words.nothing : words.differs
  const body = html`<p class="trail"><a href="${reportPath(view)}">← ${words.back}: ${writtenPeriod(view.period, locale)}</a></p>
      <h1>${title}</h1>
      <p class="quiet">${words.lead(periodWithin(view.period, locale))}${view.segment.by === 'all' ? '' : ` · ${writtenSegment(view.segment, { locale, campaignName })}`}. ${REPORT_WORDS[locale].made(writtenInstant(view.madeAt, { zone: company.zone, locale }))}</p>
      <div class="columns">
        <section><h2>${words.values}</h2>${values(figure, view, frame)}</section>
        <section><h2>${REPORT_WORDS[locale].definition}</h2>${definitionList(kpi, locale)}</section>
      </div>
      <div id="${BEHIND_ID}">${groups.map((group) => groupSection(group, frame))}</div>
      <p class="quiet">${remark}</p>
      ${trend(figure, view, frame)}`
  return framePage({ frame, section: 'report', title, body })
}

function values(figure: Figure, view: ReportView, { locale }: Frame): Html {
  const { kpi, before, yearBefore } = figure
  const words = REPORT_WORDS[locale]
  const tet = view.yearBefore.alignedBy === 'tet' ? words.versus.yearBeforeTet : words.versus.yearBefore
  const lines = [
    ...liftLines(kpi, locale),
    partsText(kpi, locale),
    intervalLine(kpi, locale),
    targetLine(figure, locale),
    ...(kpi.value === null
      ? []
      : [
          html`<span class="quiet">${words.versus.before}:</span> ${changeText(kpi, before, locale)}`,
          smallestLine(figure, locale),
          html`<span class="quiet">${tet}:</span> ${changeText(kpi, yearBefore, locale)}`,
        ]),
  ].filter((line) => line !== null)
  return html`<p class="value${kpi.value === null ? ' none' : ''}" data-kpi="${kpi.id}">${writtenValue(kpi, locale)}</p>${lines.map((line) => html`<p>${line}</p>`)}${caveats(kpi, locale).map((said) => html`<p class="warned">${said}</p>`)}`
}

function groupSection({ title, rows }: Behind, frame: Frame): Html {
  const { locale } = frame
  const shares = sharesInWords(rows.map(({ count }) => count))
  const cells = rows.map(({ label, count, link }, at) => [
    label,
    html`<span class="number">${writtenCount(count, locale)}</span>`,
    html`<span class="number">${shares[at] ?? ''}</span> <meter min="0" max="${rows.reduce((sum, row) => sum + row.count, 0)}" value="${count}" aria-hidden="true"></meter>`,
    link === null ? '' : linkCell(link, label, frame),
  ])
  return html`<section><h2>${title}</h2>${table({ locale, label: title, headings: BEHIND_WORDS[locale].columns, rows: cells })}</section>`
}

function linkCell({ pages, needs }: Link, label: string, { locale, visitor }: Frame): Html {
  const words = BEHIND_WORDS[locale]
  if (visitor === null || !mayDo(visitor.role, needs)) return html`<small>${words.notYours}</small>`
  const [only, ...more] = pages
  if (only && more.length === 0) return html`<a href="${only.path}" aria-label="${`${words.rows}: ${label}`}">${words.rows}</a>`
  const named = pages.map(({ path, month }) => ({ path, name: month === null ? words.rows : writtenMonth(month, locale) }))
  return html`${named.map(({ path, name }) => html`<a href="${path}" aria-label="${`${words.rows}: ${label}, ${name}`}">${name}</a> `)}`
}

/** Of the figures whose trend the report keeps. */
function trend({ kpi }: Figure, view: ReportView, { locale }: Frame): Html | string {
  const points = view.trends[kpi.id] ?? []
  if (points.length < 2) return ''
  const words = BEHIND_WORDS[locale]
  const rows = points.map(({ period, value, low, high, n, lift }) => [
    writtenPeriod(period, locale),
    // Of a lift the reason of that period, where it has none; of a period that was not rolled up there is none to tell.
    lift === undefined ? writtenFigure(value, kpi, locale) : writtenValue({ ...kpi, value, ...lift }, locale),
    low === null || high === null ? '' : `${writtenFigure(low, kpi, locale)} – ${writtenFigure(high, kpi, locale)}`,
    writtenCount(n, locale),
  ])
  return html`<section><h2>${words.trend}</h2>${table({ locale, label: words.trend, headings: words.trendColumns, rows })}</section>`
}

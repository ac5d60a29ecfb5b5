/** The tables of the report, each once: the page, the files and the mail show the same rows. */

import type { Money } from '#core/budget/money.ts'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { PROMISE_FATES } from '#core/kpi/counting/desk-count.ts'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { ScoreCount } from '#core/kpi/score-counts.ts'
import { REPLY_KINDS } from '#core/reply/reply.ts'
import type { CampaignLine } from '#core/report/campaign-line.ts'
import type { Figure } from '#core/report/figure.ts'
import { type ReportView, surveysIn } from '#core/report/report-view.ts'
import { byCurrency, sumOf } from '#core/report/sums.ts'
import { bandOfPoints } from '#core/survey/given.ts'
import { CALL_ENDS, DISPOSITIONS } from '#core/work/disposition.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { wholeUnits, writtenMoney } from '#web/rendering/written-value.ts'
import { bandsOf } from '#web/staff/answers.ts'
import type { ChartReader } from '#web/staff/report/charts.ts'
import { changeText } from '#web/staff/report/figure-parts.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import type { NumberCell, TableCell } from '#web/staff/report/table-cell.ts'
import { themesTable } from '#web/staff/report/themes-table.ts'
import { SURVEY_KIND_WORDS } from '#web/words/answers.ts'
import { CALL_END_WORDS, DISPOSITION_SHORT } from '#web/words/calls.ts'
import { DESK_COUNT_WORDS } from '#web/words/desk-counts.ts'
import { plainNumber, sharesInWords, writtenFigure, writtenInterval } from '#web/words/figures.ts'
import { writtenValue } from '#web/words/lifts.ts'
import { REPLY_WORDS } from '#web/words/replies.ts'
import { WORK_WORDS } from '#web/words/work.ts'
import { writtenCount } from '#web/words/written.ts'

export interface ReportTable {
  readonly name: string
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

const count = (number: number, locale: PageLocale): NumberCell => ({ written: writtenCount(number, locale), plain: number })

export const reportTables = (view: ReportView, reader: ChartReader): readonly ReportTable[] =>
  [
    figuresTable(view, reader),
    campaignsTable(view, reader),
    surveysTable(view, reader),
    themesTable(view, reader),
    workTable(view, reader),
    repliesTable(view, reader),
    callsTable(view, reader),
    dispositionsTable(view, reader),
    promisesTable(view, reader),
    giftsTable(view, reader),
    costsTable(view, reader),
  ].filter(({ rows }) => rows.length > 0)

export function figuresTable({ figures }: Pick<ReportView, 'figures'>, { locale }: Pick<ChartReader, 'locale'>): ReportTable {
  const words = REPORT_WORDS[locale]
  return {
    name: 'figures',
    title: words.all,
    headings: words.figureColumns,
    rows: figures.map((figure) => figureRow(figure, locale)),
  }
}

function figureRow({ kpi, target, before, yearBefore }: Figure, locale: PageLocale): readonly TableCell[] {
  const has = kpi.value !== null
  return [
    KPI_DEFINITIONS[kpi.id].name[locale],
    { written: writtenValue(kpi, locale), plain: plainNumber(kpi.value, kpi) },
    writtenInterval(kpi, locale) ?? '',
    target === null ? '' : { written: writtenFigure(target.at, kpi, locale), plain: plainNumber(target.at, kpi) },
    has ? changeText(kpi, before, locale) : '',
    has ? changeText(kpi, yearBefore, locale) : '',
  ]
}

export function campaignsTable({ campaigns }: Pick<ReportView, 'campaigns'>, reader: ChartReader): ReportTable {
  const { locale } = reader
  const words = REPORT_WORDS[locale]
  const rows = campaigns.map((line) => campaignRow(line, { name: campaignTitle(line, reader), locale }))
  return {
    name: 'campaigns',
    title: words.campaigns,
    headings: words.campaignColumns,
    rows: campaigns.length < 2 ? rows : [...rows, totalRow(campaigns, locale)],
  }
}

export const campaignTitle = ({ name, campaignId }: CampaignLine, { locale, campaignName }: ChartReader): string =>
  name?.[locale] ?? campaignName(campaignId)

function campaignRow(
  line: CampaignLine,
  { name, locale }: { readonly name: string; readonly locale: PageLocale },
): readonly TableCell[] {
  const { meant, outcomes, responseRate, costs } = line
  const { sent = 0, skipped = 0, withheld = 0 } = outcomes
  return [
    name,
    count(meant, locale),
    count(sent, locale),
    count(skipped, locale),
    count(withheld, locale),
    count(meant - sent - skipped - withheld, locale),
    rate(responseRate, locale),
    moneyCell(costs, locale),
  ]
}

function totalRow(campaigns: readonly CampaignLine[], locale: PageLocale): readonly TableCell[] {
  const total = (of: (line: CampaignLine) => number) => campaigns.reduce((sum, line) => sum + of(line), 0)
  const [meant, sent, skipped, withheld] = [
    total((line) => line.meant),
    total(({ outcomes }) => outcomes.sent ?? 0),
    total(({ outcomes }) => outcomes.skipped ?? 0),
    total(({ outcomes }) => outcomes.withheld ?? 0),
  ]
  const numbers = [meant, sent, skipped, withheld, meant - sent - skipped - withheld].map((number) => count(number, locale))
  return [REPORT_WORDS[locale].total, ...numbers, '', moneyCell(byCurrency(campaigns.flatMap(({ costs }) => costs)), locale)]
}

const rate = (kpi: Kpi | null, locale: PageLocale): TableCell =>
  kpi?.value == null ? '' : { written: writtenFigure(kpi.value, kpi, locale), plain: plainNumber(kpi.value, kpi) }

/** Of two currencies there is no number that a spreadsheet may add. */
function moneyCell(amounts: readonly Money[], locale: PageLocale): TableCell {
  const [first, ...others] = amounts
  if (!first) return ''
  const written = amounts.map((amount) => writtenMoney(amount, locale)).join(' + ')
  return others.length > 0 ? written : { written, plain: wholeUnits(first) }
}

function surveysTable(view: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  return {
    name: 'surveys',
    title: words.surveys,
    headings: words.surveyColumns,
    rows: surveysIn(view).flatMap(([kind, scores]) => bandRows(kind, scores, locale)),
  }
}

export function bandRows(kind: SurveyKind, scores: readonly ScoreCount[], locale: PageLocale): readonly (readonly TableCell[])[] {
  const bands = bandsOf(kind, locale)
  const counted = bands.map(({ band }) =>
    scores.reduce((sum, one) => (bandOfPoints(kind, one.score) === band ? sum + one.count : sum), 0),
  )
  const [shares, total] = [sharesInWords(counted), counted.reduce((sum, one) => sum + one, 0)]
  return bands.map(({ name }, at) => {
    const [number = 0, written = ''] = [counted[at], shares[at]]
    const share = { written, plain: total === 0 ? null : plainNumber(number / total, SHARE) }
    return [SURVEY_KIND_WORDS[locale][kind], name, count(number, locale), share]
  })
}

const SHARE = { unit: 'share', currency: null } as const

function workTable({ breakdown: { opened, closed } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  return {
    name: 'work',
    title: words.complaints,
    headings: words.workColumns,
    rows: WORK_REASONS.filter((reason) => opened[reason] || closed[reason]).map((reason) => [
      WORK_WORDS[locale][reason],
      count(opened[reason] ?? 0, locale),
      count(closed[reason] ?? 0, locale),
    ]),
  }
}

export const countRows = <Name extends string>(
  names: readonly Name[],
  counts: Readonly<Partial<Record<string, number>>>,
  { words, locale }: { readonly words: (name: Name) => string; readonly locale: PageLocale },
): readonly (readonly TableCell[])[] =>
  names.flatMap((name) => (counts[name] ? [[words(name), count(counts[name], locale)]] : []))

function repliesTable({ breakdown: { replies } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  const rows = countRows(REPLY_KINDS, replies, { words: (kind) => REPLY_WORDS[locale][kind], locale })
  return { name: 'replies', title: words.replies, headings: words.replyColumns, rows }
}

function callsTable({ breakdown: { calls } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  const rows = countRows(CALL_ENDS, calls, { words: (end) => CALL_END_WORDS[locale][end], locale })
  return { name: 'calls', title: words.desk, headings: words.callColumns, rows }
}

function dispositionsTable({ breakdown: { dispositions } }: ReportView, { locale }: ChartReader): ReportTable {
  const [title = '', times = ''] = REPORT_WORDS[locale].dispositionColumns
  const rows = countRows(DISPOSITIONS, dispositions, { words: (one) => DISPOSITION_SHORT[locale][one], locale })
  return { name: 'dispositions', title, headings: [title, times], rows }
}

function promisesTable({ breakdown: { promises } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  const { fates } = DESK_COUNT_WORDS[locale]
  const rows = countRows(PROMISE_FATES, promises, { words: (fate) => fates[fate], locale })
  return { name: 'promises', title: words.promises, headings: words.promiseColumns, rows: sumOf(promises) > 0 ? rows : [] }
}

function giftsTable({ breakdown: { gifts } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  return {
    name: 'gifts',
    title: words.gifts,
    headings: words.giftColumns,
    rows: gifts.map(({ event, currency, count: number, amount }) => [
      words.giftEvents[event],
      count(number, locale),
      moneyCell([{ amount, currency }], locale),
    ]),
  }
}

function costsTable({ costs }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  return {
    name: 'costs',
    title: words.costs,
    headings: [words.costs, words.total],
    rows: costs.map((amount) => [amount.currency, moneyCell([amount], locale)]),
  }
}

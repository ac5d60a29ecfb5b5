/** The tables of the report, each once: the page, the files and the mail show the same rows. */
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { ScoreCount } from '#core/kpi/score-counts.ts'
import type { Figure } from '#core/report/figure.ts'
import { type ReportView, surveysIn } from '#core/report/report-view.ts'
import { bandOfPoints } from '#core/survey/given.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bandsOf } from '#web/staff/answers.ts'
import { campaignsTable } from '#web/staff/report/campaigns-table.ts'
import type { ChartReader } from '#web/staff/report/chart.ts'
import { callsTable, dispositionsTable, promisesTable, repliesTable, workTable } from '#web/staff/report/desk-tables.ts'
import { changeText } from '#web/staff/report/figure-parts.ts'
import { count, moneyCell, type ReportTable } from '#web/staff/report/report-table.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import type { TableCell } from '#web/staff/report/table-cell.ts'
import { themesTable } from '#web/staff/report/themes-table.ts'
import { SURVEY_KIND_WORDS } from '#web/words/answers.ts'
import { plainNumber, sharesInWords, writtenFigure, writtenInterval } from '#web/words/figures.ts'
import { writtenValue } from '#web/words/lifts.ts'

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

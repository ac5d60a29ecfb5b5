/**
 * The charts of the report as values: what is drawn, the headline that says the finding, and the same numbers as a table. They are drawn elsewhere
 * (web/charts), by a function of its own, so that the pages carry no chart library.
 */
import type { Change } from '#core/kpi/change.ts'
import { isWorse } from '#core/report/good-direction.ts'
import { figureIn, type ReportView } from '#core/report/report-view.ts'
import { CALL_ENDS } from '#core/work/disposition.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { CHART_WORDS } from '#web/staff/report/chart-words.ts'
import type { TableCell } from '#web/staff/report/table-cell.ts'
import { CALL_END_WORDS } from '#web/words/calls.ts'
import { plainNumber, writtenDifference, writtenFigure } from '#web/words/figures.ts'
import { periodOnAxis, periodWithin } from '#web/words/report-periods.ts'
import { WORK_WORDS } from '#web/words/work.ts'
import { writtenCount } from '#web/words/written.ts'

export const CHARTS = ['nps-trend', 'response-by-campaign', 'work-by-reason', 'calls-by-end'] as const
export type ChartName = (typeof CHARTS)[number]

/** For a whole section, for half of one, and for a phone: letters of one drawn for another would be too small. */
export const CHART_SIZES = ['wide', 'half', 'narrow'] as const
export type ChartSize = (typeof CHART_SIZES)[number]

const WIDTHS: Readonly<Record<ChartSize, number>> = { wide: 720, half: 500, narrow: 350 }
const TREND_HEIGHT = 280
const BAR_HEIGHT = 36
const AROUND_BARS = 12

/** Of a name before its bar, and how wide a letter of it is on average. */
const NAME_LINE_HEIGHT = 16
const LETTER_WIDTH = 7.5
const BETWEEN_NAMES = 8

export const chartBox = (drawn: TrendDrawn | BarsDrawn, size: ChartSize) => ({
  width: WIDTHS[size],
  height: drawn.is === 'trend' ? TREND_HEIGHT : AROUND_BARS + barHeight(drawn, WIDTHS[size]) * drawn.bars.length,
})

export const nameWidthIn = (width: number): number => Math.round(width * 0.4)

/** As much as the longest name needs: on a phone a campaign's name takes three lines. */
function barHeight({ bars }: BarsDrawn, width: number): number {
  const longest = Math.max(...bars.map(({ label }) => label.length))
  const lines = Math.ceil((longest * LETTER_WIDTH) / nameWidthIn(width))
  return Math.max(BAR_HEIGHT, lines * NAME_LINE_HEIGHT + BETWEEN_NAMES)
}

export interface TrendDrawn {
  readonly is: 'trend'
  readonly points: readonly {
    readonly label: string
    readonly value: number | null
    readonly low: number | null
    readonly high: number | null
    /** Written beside the point; empty for most of them. */
    readonly written: string
    /** Joined by a dotted line: it may still change. */
    readonly isUnfinished: boolean
  }[]
  readonly target: { readonly at: number; readonly written: string } | null
}

export interface BarsDrawn {
  readonly is: 'bars'
  readonly bars: readonly { readonly label: string; readonly value: number; readonly written: string }[]
}

export interface Chart {
  readonly name: ChartName
  /** The finding, in at most ten words. */
  readonly headline: string
  /** What, of whom, when, in which unit. */
  readonly subtitle: string
  /** The kind of chart and its main trend, for who does not see it. */
  readonly alt: string
  readonly drawn: TrendDrawn | BarsDrawn
  readonly headings: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

export interface ChartReader {
  readonly locale: PageLocale
  readonly campaignName: (campaignId: string) => string
}

/** Undefined where there is too little to draw. */
export function chartOf(name: ChartName, view: ReportView, reader: ChartReader): Chart | undefined {
  switch (name) {
    case 'nps-trend':
      return npsTrend(view, reader)
    case 'response-by-campaign':
      return responseByCampaign(view, reader)
    case 'work-by-reason':
      return workByReason(view, reader)
    case 'calls-by-end':
      return callsByEnd(view, reader)
  }
}

function npsTrend(view: ReportView, { locale }: ChartReader): Chart | undefined {
  const points = view.trends.nps ?? []
  const figure = figureIn(view, 'nps')
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 2 || !figure || !first || !last) return undefined
  const words = CHART_WORDS[locale].trend
  const { kpi, target } = figure
  const written = (value: number | null) => writtenFigure(value, kpi, locale)
  const measured = { unit: kpi.unit, currency: kpi.currency } as const
  const change = figure.before?.change
  return {
    name: 'nps-trend',
    headline: headlineOf(change, { words, by: (by) => writtenDifference(Math.abs(by), measured, locale).replace('+', '') }),
    subtitle: words.subtitle(periodWithin(first.period, locale), periodWithin(last.period, locale)),
    alt: words.alt(
      written(first.value),
      written(last.value),
      periodWithin(first.period, locale),
      periodWithin(last.period, locale),
    ),
    drawn: {
      is: 'trend',
      points: points.map((point, at) => ({
        label: periodOnAxis(point.period, locale),
        value: point.value,
        low: point.low,
        high: point.high,
        written: at === 0 || at === points.length - 1 ? written(point.value) : '',
        isUnfinished: point.isUnfinished,
      })),
      target: target && { at: target.at, written: words.target(written(target.at)) },
    },
    headings: words.headings,
    rows: points.map(({ period, value, low, high, n }) => [
      periodWithin(period, locale),
      { written: written(value), plain: plainNumber(value, kpi) },
      low === null || high === null ? '' : `${written(low)} – ${written(high)}`,
      number(n, locale),
    ]),
  }
}

const number = (count: number, locale: PageLocale): TableCell => ({ written: writtenCount(count, locale), plain: count })

type TrendWords = (typeof CHART_WORDS)[PageLocale]['trend']

function headlineOf(
  change: Change | undefined,
  { words, by }: { readonly words: TrendWords; readonly by: (by: number) => string },
): string {
  if (change?.is === 'changed') return isWorse('nps', change.by) ? words.fell(by(change.by)) : words.rose(by(change.by))
  return change?.is === 'no-change-shown' ? words.steady : words.notCompared
}

/** More bars than this are not read: the table has all of them. */
const MOST_BARS = 10

function responseByCampaign({ campaigns, period }: ReportView, { locale, campaignName }: ChartReader): Chart | undefined {
  const words = CHART_WORDS[locale].response
  const asked = campaigns.flatMap(({ campaignId, responseRate, name }) =>
    responseRate?.value == null
      ? []
      : [{ name: name?.[locale] ?? campaignName(campaignId), kpi: responseRate, value: responseRate.value }],
  )
  const inOrder = asked.toSorted((a, b) => b.value - a.value)
  const [best] = inOrder
  if (!best) return undefined
  const written = ({ kpi }: (typeof asked)[number]) => writtenFigure(kpi.value, kpi, locale)
  return {
    name: 'response-by-campaign',
    headline: words.headline(best.name, written(best)),
    subtitle: words.subtitle(periodWithin(period, locale)),
    alt: words.alt(best.name, written(best)),
    drawn: {
      is: 'bars',
      bars: inOrder.slice(0, MOST_BARS).map((one) => ({ label: one.name, value: one.value, written: written(one) })),
    },
    headings: words.headings,
    rows: inOrder.map((one) => [
      one.name,
      { written: written(one), plain: plainNumber(one.value, one.kpi) },
      number(one.kpi.numerator ?? 0, locale),
      number(one.kpi.denominator ?? 0, locale),
    ]),
  }
}

/** Why customers came to us; what we began ourselves, such as check-in calls, is not among it. */
const BROUGHT_BY_CUSTOMERS = WORK_REASONS.filter((reason) => !['check-in', 'follow-up', 'contact'].includes(reason))

function workByReason({ breakdown: { opened }, period }: ReportView, { locale }: ChartReader): Chart | undefined {
  const words = CHART_WORDS[locale].work
  const counted = BROUGHT_BY_CUSTOMERS.flatMap((reason) =>
    opened[reason] ? [{ label: WORK_WORDS[locale][reason], value: opened[reason] }] : [],
  )
  return bars('work-by-reason', counted, {
    locale,
    headline: (most) => words.headline(most.label, writtenCount(most.value, locale)),
    subtitle: words.subtitle(periodWithin(period, locale)),
    alt: (most) => words.alt(most.label, writtenCount(most.value, locale)),
    headings: words.headings,
  })
}

function callsByEnd({ breakdown: { calls }, period }: ReportView, { locale }: ChartReader): Chart | undefined {
  const words = CHART_WORDS[locale].calls
  const counted = CALL_ENDS.flatMap((end) => (calls[end] ? [{ label: CALL_END_WORDS[locale][end], value: calls[end] }] : []))
  const ended = counted.reduce((sum, { value }) => sum + value, 0)
  const reached = writtenCount(calls.reached ?? 0, locale)
  const all = writtenCount(ended, locale)
  return bars('calls-by-end', counted, {
    locale,
    headline: () => words.headline(reached, all),
    subtitle: words.subtitle(periodWithin(period, locale)),
    alt: () => words.alt(reached, all),
    headings: words.headings,
  })
}

interface Counted {
  readonly label: string
  readonly value: number
}

function bars(
  name: ChartName,
  counted: readonly Counted[],
  said: {
    readonly locale: PageLocale
    readonly headline: (most: Counted) => string
    readonly subtitle: string
    readonly alt: (most: Counted) => string
    readonly headings: readonly string[]
  },
): Chart | undefined {
  const inOrder = counted.toSorted((a, b) => b.value - a.value)
  const [most] = inOrder
  if (!most) return undefined
  const written = ({ value }: Counted) => writtenCount(value, said.locale)
  return {
    name,
    headline: said.headline(most),
    subtitle: said.subtitle,
    alt: said.alt(most),
    drawn: { is: 'bars', bars: inOrder.map((one) => ({ ...one, written: written(one) })) },
    headings: said.headings,
    rows: inOrder.map((one) => [one.label, number(one.value, said.locale)]),
  }
}

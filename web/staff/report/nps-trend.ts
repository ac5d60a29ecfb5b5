/** The NPS over the periods, with its interval and target. */
import type { Change } from '#core/kpi/change.ts'
import { isWorse } from '#core/report/good-direction.ts'
import { figureIn, type ReportView } from '#core/report/report-view.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { type Chart, type ChartReader, countCell } from '#web/staff/report/chart.ts'
import { CHART_WORDS } from '#web/staff/report/chart-words.ts'
import { plainNumber, writtenDifference, writtenFigure } from '#web/words/figures.ts'
import { periodOnAxis, periodWithin } from '#web/words/report-periods.ts'

export function npsTrend(view: ReportView, { locale }: ChartReader): Chart | undefined {
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
      countCell(n, locale),
    ]),
  }
}

type TrendWords = (typeof CHART_WORDS)[PageLocale]['trend']

function headlineOf(
  change: Change | undefined,
  { words, by }: { readonly words: TrendWords; readonly by: (by: number) => string },
): string {
  if (change?.is === 'changed') return isWorse('nps', change.by) ? words.fell(by(change.by)) : words.rose(by(change.by))
  return change?.is === 'no-change-shown' ? words.steady : words.notCompared
}

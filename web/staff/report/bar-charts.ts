/** The charts of counts and shares, the largest first. */
import type { ReportView } from '#core/report/report-view.ts'
import { CALL_ENDS } from '#core/work/disposition.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { type Chart, type ChartName, type ChartReader, countCell } from '#web/staff/report/chart.ts'
import { CHART_WORDS } from '#web/staff/report/chart-words.ts'
import { CALL_END_WORDS } from '#web/words/calls.ts'
import { plainNumber, writtenFigure } from '#web/words/figures.ts'
import { periodWithin } from '#web/words/report-periods.ts'
import { WORK_WORDS } from '#web/words/work.ts'
import { writtenCount } from '#web/words/written.ts'

/** More bars than this are not read: the table has all of them. */
const MOST_BARS = 10

export function responseByCampaign({ campaigns, period }: ReportView, { locale, campaignName }: ChartReader): Chart | undefined {
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
      countCell(one.kpi.numerator ?? 0, locale),
      countCell(one.kpi.denominator ?? 0, locale),
    ]),
  }
}

/** Why customers came to us; what we began ourselves, such as check-in calls, is not among it. */
const BROUGHT_BY_CUSTOMERS = WORK_REASONS.filter((reason) => !['check-in', 'follow-up', 'contact'].includes(reason))

export function workByReason({ breakdown: { opened }, period }: ReportView, { locale }: ChartReader): Chart | undefined {
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

export function callsByEnd({ breakdown: { calls }, period }: ReportView, { locale }: ChartReader): Chart | undefined {
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
    rows: inOrder.map((one) => [one.label, countCell(one.value, said.locale)]),
  }
}

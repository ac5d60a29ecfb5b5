/** The addresses of the report: every state of it has one, so that a link shows another reader the same. */
import type { BuyerGroup, FigureOfPurchases } from '#core/kpi/buyers-behind.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { EVERYTHING, type Segment, segmentKey, segmentOfKey } from '#core/kpi/segment.ts'
import { lastWholePeriod, periodOfKey, type ReportPeriod } from '#core/report/report-period.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { pathWith } from '#web/staff/paths.ts'
import type { ChartSize } from '#web/staff/report/chart-box.ts'
import { type Trail, trailText } from '#web/staff/trail.ts'

export interface ReportAsked {
  readonly period: ReportPeriod
  readonly segment: Segment
}

/** What an address does not say, or says wrongly, is the last whole month, and everything. */
export function reportAskedIn(query: Readonly<Record<string, string>>, today: LocalDate): ReportAsked {
  return {
    period: periodOfKey(query.period ?? '') ?? lastWholePeriod('month', today),
    segment: segmentOfKey(query.segment ?? '') ?? EVERYTHING,
  }
}

/** Which report a form is about, as its page named it. Undefined for anything else: what is written stands in the one that was seen, or in none. */
export function reportNamedIn({ period, segment }: Readonly<Record<'period' | 'segment', string>>): ReportAsked | undefined {
  const [found, part] = [periodOfKey(period), segmentOfKey(segment)]
  return found && part && { period: found, segment: part }
}

/** What an address names and there is not: told, and never taken for something else in silence. */
export function unknownIn(query: Readonly<Record<string, string>>): readonly string[] {
  const { period = '', segment = '' } = query
  return [
    ...(period !== '' && periodOfKey(period) === undefined ? [period] : []),
    ...(segment !== '' && segmentOfKey(segment) === undefined ? [segment] : []),
  ]
}

const of = ({ period, segment }: ReportAsked) => ({
  period: period.key,
  segment: segment.by === 'all' ? null : segmentKey(segment),
})

export const reportPath = (asked: ReportAsked): string => pathWith('/report', of(asked))
export const figurePath = (id: KpiId, asked: ReportAsked): string => pathWith(`/report/figures/${id}`, of(asked))
/** Where the counts behind a figure begin on its page. */
export const BEHIND_ID = 'behind'
export const behindPath = (id: KpiId, asked: ReportAsked): string => `${figurePath(id, asked)}#${BEHIND_ID}`
/** `before`: where the page before ended; null for the first. */
export const buyersPath = ({
  figure,
  group,
  asked,
  before,
  trail = [],
}: {
  readonly figure: FigureOfPurchases
  readonly group: BuyerGroup
  readonly asked: ReportAsked
  readonly before: string | null
  readonly trail?: Trail
}): string => pathWith(`/report/figures/${figure}/customers/${group}`, { ...of(asked), before, trail: trailText(trail) })
/** The vouchers of one currency that were used in the period. */
export const giftsUsedPath = ({
  asked,
  currency,
  before,
}: {
  readonly asked: ReportAsked
  readonly currency: string | null
  readonly before: string | null
}): string => pathWith('/report/gifts/used', { ...of(asked), currency, before })
export const filePath = (file: string, asked: ReportAsked, table: string | null = null): string =>
  pathWith(`/report/files/${file}`, { ...of(asked), table })
/** `seen`: when the roll-up was made, so that a browser may keep the picture until there is another. */
export const chartPath = (
  name: string,
  asked: ReportAsked,
  { locale, seen, size }: { readonly locale: string; readonly seen: string; readonly size: ChartSize },
): string => pathWith(`/report/charts/${name}.svg`, { ...of(asked), language: locale, size, seen })
export const handedInPath = (reportId: string): string => `/report/handed-in/${encodeURIComponent(reportId)}`

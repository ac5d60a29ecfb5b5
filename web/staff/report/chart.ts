/**
 * A chart of the report as values: what is drawn, the headline that says the finding, and the same numbers as a table. It is drawn elsewhere
 * (web/charts), by a function of its own, so that the pages carry no chart library.
 */
import type { PageLocale } from '#web/customer/page.ts'
import type { TableCell } from '#web/staff/report/table-cell.ts'
import { writtenCount } from '#web/words/written.ts'

export const CHARTS = ['nps-trend', 'response-by-campaign', 'work-by-reason', 'calls-by-end'] as const
export type ChartName = (typeof CHARTS)[number]

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

/** A count in the table of a chart. */
export const countCell = (count: number, locale: PageLocale): TableCell => ({
  written: writtenCount(count, locale),
  plain: count,
})

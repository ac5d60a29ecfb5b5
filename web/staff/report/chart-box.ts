/** How large a chart is drawn. */
import type { BarsDrawn, TrendDrawn } from '#web/staff/report/chart.ts'

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

/** Where a name goes on in the next line: before its room ends, as the font of the machine that shows it may be a fifth wider than the one assumed. */
export const nameWrapIn = (width: number): number => Math.round(nameWidthIn(width) / 1.2)

/** As much as the longest name needs: on a phone a campaign's name takes three lines. */
function barHeight({ bars }: BarsDrawn, width: number): number {
  const longest = Math.max(...bars.map(({ label }) => label.length))
  const lines = Math.ceil((longest * LETTER_WIDTH) / nameWrapIn(width))
  return Math.max(BAR_HEIGHT, lines * NAME_LINE_HEIGHT + BETWEEN_NAMES)
}

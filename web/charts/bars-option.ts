/** Horizontal bars, each with its name before it and its number behind it. */
import { CHART_FONT, CHART_COLOURS as COLOURS } from '#web/charts/chart-colours.ts'
import type { BarsDrawn } from '#web/staff/report/chart.ts'
import { nameWidthIn, nameWrapIn } from '#web/staff/report/chart-box.ts'

const NUMBER_WIDTH = 70

export function barsOption({ bars }: BarsDrawn, width: number) {
  const nameWidth = nameWidthIn(width)
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left: nameWidth + 12, right: NUMBER_WIDTH, top: 6, bottom: 6 },
    xAxis: { type: 'value' as const, show: false, min: 0, max: 'dataMax' as const },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.line } },
      axisLabel: {
        color: COLOURS.ink,
        fontSize: 14,
        lineHeight: 16,
        width: nameWrapIn(width),
        overflow: 'break' as const,
        interval: 0,
      },
    },
    series: [
      {
        type: 'bar' as const,
        data: bars.map(({ value, written }) => ({ value, label: { formatter: written } })),
        barWidth: 18,
        itemStyle: { color: COLOURS.brand },
        label: { show: true, position: 'right' as const, color: COLOURS.ink, fontSize: 15 },
      },
    ],
  }
}

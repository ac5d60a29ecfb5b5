/** A line over the periods with its interval as a band. The way to a point that may still change is dotted. */
import { CHART_FONT, CHART_COLOURS as COLOURS } from '#web/charts/chart-colours.ts'
import type { TrendDrawn } from '#web/staff/report/chart.ts'

type Point = TrendDrawn['points'][number]

export function trendOption({ points, target }: TrendDrawn) {
  const { min, max } = extentOf(points, target?.at)
  const lastSure = points.findLastIndex(({ isUnfinished }) => !isUnfinished)
  const line = { type: 'line' as const, symbol: 'none', silent: true, connectNulls: false }
  const dotted = {
    ...line,
    data: points.map(({ value }, at) => (at >= lastSure ? (value ?? '-') : '-')),
    lineStyle: { color: COLOURS.brand, width: 3, type: 'dotted' as const },
  }
  const band = { ...line, stack: 'band', lineStyle: { opacity: 0 } }
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT },
    grid: { left: 44, right: 60, top: 24, bottom: 34 },
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: points.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { onZero: false, lineStyle: { color: COLOURS.line } },
      axisLabel: { color: COLOURS.ink, fontSize: 14, rotate: 0, interval: 'auto' as const },
    },
    yAxis: {
      type: 'value' as const,
      min,
      max,
      interval: STEP,
      splitLine: { lineStyle: { color: COLOURS.line } },
      axisLabel: { color: COLOURS.quiet, fontSize: 14, formatter: (value: number) => String(value).replace('-', '−') },
    },
    series: [
      // Stacked from the lower end: echarts stacks upwards from zero, and so would turn a band that crosses zero over.
      { ...band, stackStrategy: 'all' as const, data: points.map(({ low }) => low ?? '-') },
      {
        ...band,
        stackStrategy: 'all' as const,
        data: points.map(({ low, high }) => (low === null || high === null ? '-' : high - low)),
        areaStyle: { color: COLOURS.band, opacity: 1 },
      },
      {
        ...line,
        data: points.map(({ value }, at) => (at <= lastSure ? (value ?? '-') : '-')),
        lineStyle: { color: COLOURS.brand, width: 3 },
        markLine: target === null ? undefined : targetLine(target),
      },
      ...(lastSure === points.length - 1 ? [] : [dotted]),
      {
        ...line,
        symbol: 'circle',
        symbolSize: 8,
        showSymbol: true,
        data: points.map(({ value, written }, at) => ({
          value: value ?? '-',
          label: {
            show: written !== '',
            formatter: written,
            position: at === points.length - 1 ? ('right' as const) : ('top' as const),
            offset: at === 0 ? [22, 0] : [0, 0],
            fontWeight: 'bold' as const,
            color: COLOURS.ink,
            fontSize: 15,
          },
        })),
        lineStyle: { opacity: 0 },
        itemStyle: { color: COLOURS.brand },
      },
    ],
  }
}

const targetLine = ({ at, written }: NonNullable<TrendDrawn['target']>) => ({
  silent: true,
  symbol: 'none',
  data: [{ yAxis: at }],
  lineStyle: { color: COLOURS.warn, type: 'dashed' as const, width: 1.5 },
  label: { formatter: written, position: 'insideEndTop' as const, color: COLOURS.warn, fontSize: 14 },
})

const STEP = 20

/** To the next twenty around all that is drawn. */
function extentOf(points: readonly Point[], target: number | undefined): { readonly min: number; readonly max: number } {
  const drawn = points.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null))
  const all = target === undefined ? drawn : [...drawn, target]
  return {
    min: Math.max(-100, Math.floor(Math.min(...all) / STEP) * STEP),
    max: Math.min(100, Math.ceil(Math.max(...all) / STEP) * STEP),
  }
}

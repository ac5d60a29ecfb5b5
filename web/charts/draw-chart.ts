/**
 * Charts as SVG, drawn without a browser. A chart that is not disposed of keeps the process alive and leaks some megabytes.
 *
 * The rules: all text horizontal, values written beside what they belong to instead of an axis of numbers, one axis, a dotted line besides the colour
 * for what may still change. Headline and subtitle stand in the page, where a reader may select them.
 */
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { barsOption } from '#web/charts/bars-option.ts'
import { trendOption } from '#web/charts/trend-option.ts'
import type { BarsDrawn, TrendDrawn } from '#web/staff/report/chart.ts'
import { type ChartSize, chartBox } from '#web/staff/report/chart-box.ts'

use([BarChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer])

export function drawChart(drawn: TrendDrawn | BarsDrawn, size: ChartSize): string {
  const { width, height } = chartBox(drawn, size)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(drawn.is === 'trend' ? trendOption(drawn) : barsOption(drawn, width))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

import { describe, expect, test } from 'vitest'
import { aReport } from '#test/support/report-builders.ts'
import { drawChart } from '#web/charts/draw-chart.ts'
import { CHARTS } from '#web/staff/report/chart.ts'
import { chartBox } from '#web/staff/report/chart-box.ts'
import { chartOf } from '#web/staff/report/charts.ts'
import { writtenCell } from '#web/staff/report/table-cell.ts'

const reader = (locale: 'vi' | 'en') => ({ locale, campaignName: (id: string) => id })

describe.each(['vi', 'en'] as const)('charts in %s', (locale) => {
  test.each(CHARTS)('%s: a headline of at most ten words, all text horizontal, the same numbers as a table', (name) => {
    const chart = chartOf(name, aReport(), reader(locale))
    if (!chart) throw new Error('not drawn')
    // A Vietnamese word is written as its syllables: two of them on average.
    expect(chart.headline.split(' ').length).toBeLessThanOrEqual(locale === 'vi' ? 20 : 10)
    for (const size of ['wide', 'half', 'narrow'] as const) {
      const svg = drawChart(chart.drawn, size)
      expect(svg).not.toMatch(/<text[^>]+rotate/)
      const labels =
        chart.drawn.is === 'bars' ? chart.drawn.bars.map(({ written }) => written) : [writtenCell(chart.rows.at(-1)?.[1] ?? '')]
      for (const label of labels) expect(svg).toContain(`>${label}</text>`)
    }
    expect(chart.rows.length).toBeGreaterThan(0)
    for (const row of chart.rows) expect(row).toHaveLength(chart.headings.length)
  })
})

test('a name with signs of XML stays text', () => {
  const drawn = { is: 'bars', bars: [{ label: 'Trà & <bánh> "Tết"', value: 1, written: '1' }] } as const
  const svg = drawChart(drawn, 'wide')
  expect(svg).toContain('Trà &amp; &lt;bánh&gt;')
})

test('the way to what may still change is dotted', () => {
  const point = (value: number, isUnfinished: boolean) => ({
    label: 'x',
    value,
    low: null,
    high: null,
    written: '',
    isUnfinished,
  })
  const dotted = (points: readonly ReturnType<typeof point>[]) =>
    drawChart({ is: 'trend', points, target: null }, 'wide').includes('stroke-dasharray')
  expect(dotted([point(10, false), point(20, false)])).toBe(false)
  expect(dotted([point(10, false), point(20, true)])).toBe(true)
})

test('bars stand as far apart as the longest name needs on a phone', () => {
  const drawn = (label: string) =>
    ({ is: 'bars', bars: Array.from({ length: 4 }, () => ({ label, value: 1, written: '1' })) }) as const
  const heightOf = (label: string) => chartBox(drawn(label), 'narrow').height
  expect(heightOf('Khảo sát: có giới thiệu chúng tôi không?')).toBeGreaterThan(heightOf('Quà sinh nhật'))
  expect(heightOf('Khảo sát: có giới thiệu chúng tôi không?') / 4).toBeGreaterThanOrEqual(3 * 16)
})

test.each([
  ['half', 200],
  ['narrow', 140],
] as const)('no name is cut off where a machine has wide letters: %s', (size, room) => {
  const labels = [
    'attempts used up, the customer was not reached',
    'the customer wants no more calls',
    'Khách không muốn nhận cuộc gọi nữa',
  ]
  const svg = drawChart({ is: 'bars', bars: labels.map((label) => ({ label, value: 1, written: '1' })) }, size)
  const lines = [...svg.matchAll(/<text[^>]*text-anchor="end"[^>]*>([^<]+)</g)].map(([, line = '']) => line.trim())
  expect(lines.join(' ')).toContain('attempts used up')
  // DejaVu Sans, with which Linux draws them, is 8.4 px wide on average at 14 px.
  for (const line of lines) expect([line, line.length * 8.4 <= room + 4]).toEqual([line, true])
})

test('the headline of bars says which is the longest', () => {
  const headlines = CHARTS.map((name) => chartOf(name, aReport(), reader('vi'))?.headline)
  expect(headlines).toContainEqual(expect.stringMatching(/^Nhiều nhất: Gọi lại: điểm thấp \(\d+ việc\)$/))
})

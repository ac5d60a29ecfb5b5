/** docs/numbers.md defines every figure as the code does, and its examples come to what the code makes of them. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import { KPI_IDS, type Kpi } from '#core/kpi/kpi.ts'
import { KPI_EXAMPLES } from '#test/docs/kpi-examples.ts'

const root = resolve(import.meta.dirname, '../..')
const sections = new Map(
  readFileSync(resolve(root, 'docs/numbers.md'), 'utf8')
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^`([^`]+)`/.exec(section)?.[1] ?? section, section.split(/^## /m)[0] ?? '']),
)

/** Below one per cent two digits that tell something: 0.031 and not 0.0. */
const hundredfold = (share: number) => (0 < share && share < 0.01 ? (100 * share).toPrecision(2) : (100 * share).toFixed(1))
const figure = (kpi: Kpi, value: number): string => {
  switch (kpi.unit) {
    case 'share':
      return `${hundredfold(value)} %`
    case 'share-difference':
      return `${hundredfold(value)} percentage points`
    case 'points':
    case 'index':
      return value.toFixed(1)
    case 'score':
      return value.toFixed(2)
    case 'minutes':
      return `${value} minutes`
    case 'money':
      return `${value.toLocaleString('en-US')} ₫`
  }
}

/** `30.8 %, from 25.5 % to 36.6 %`, as the page will say it. */
function shown(kpi: Kpi): string {
  const { value, interval } = kpi
  if (value === null) return 'no data'
  const range = interval ? `, from ${figure(kpi, interval.low)} to ${figure(kpi, interval.high)}` : ''
  return `${figure(kpi, value)}${range}`
}

test('has a section for every figure, in the order of the code, and none for what is no figure', () => {
  expect([...sections.keys()]).toEqual([...KPI_IDS])
})

describe.each(KPI_IDS)('%s', (id) => {
  const { name, numerator, denominator, window, formula, source } = KPI_DEFINITIONS[id]
  const [counted, kpi] = KPI_EXAMPLES[id]

  test('is defined as in the code', () => {
    const lines = [
      `\`${id}\` ${name.en} · ${name.vi}`,
      `- Numerator: ${numerator.en}`,
      `- Denominator: ${denominator.en}`,
      `- Window: ${window.en}`,
      `- Formula: ${formula.en}`,
      `- Source: ${source}`,
    ]
    expect(sections.get(id)?.split('\n')).toEqual(expect.arrayContaining(lines))
  })

  test('has an example that comes to what it says', () => {
    expect(kpi.id).toBe(id)
    expect(sections.get(id)?.split('\n')).toContain(`- Example: ${counted} → ${shown(kpi)}`)
  })
})

test('is named in the README', () => {
  expect(readFileSync(resolve(root, 'README.md'), 'utf8')).toContain('(docs/numbers.md)')
})

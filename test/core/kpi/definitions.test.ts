import { expect, test } from 'vitest'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import { KPI_IDS } from '#core/kpi/kpi.ts'

const entries = Object.entries(KPI_DEFINITIONS)

test('every figure has one definition', () => {
  expect(Object.keys(KPI_DEFINITIONS).toSorted()).toEqual([...KPI_IDS].toSorted())
})

test('no two figures have one name, in either language', () => {
  for (const locale of ['vi', 'en'] as const) {
    const names = entries.map(([, { name }]) => name[locale])
    expect(new Set(names).size).toBe(names.length)
  }
})

test.each(entries)('%s says in both languages what it is, and where it comes from', (_id, { source, ...said }) => {
  const texts = Object.values(said).flatMap(({ vi, en }) => [vi, en])
  expect(texts.filter((text) => text.trim().length < 5)).toEqual([])
  expect(source.length).toBeGreaterThan(10)
})

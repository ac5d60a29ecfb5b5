import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lunarTableSource } from '#local/lunar-table/generate.ts'

test('the committed lunar table is what the sky says when it is computed again', () => {
  expect(readFileSync(new URL('../../../core/time/lunar-table.ts', import.meta.url), 'utf8')).toBe(lunarTableSource())
})

/** The guides say what is so: every merge field with what it really comes to. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guideExamples } from '#test/docs/guide-examples.ts'
import { MERGE_FIELDS } from '#web/rendering/merge-fields.ts'

const DOCS = resolve(import.meta.dirname, '../../docs')

/** `| {{field}} | what it is | in Vietnamese | in English |`, by field. */
function fieldTable(file: string): ReadonlyMap<string, readonly string[]> {
  const rows = readFileSync(resolve(DOCS, file), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `{{'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const named = rows.map(([, field = '', ...cells]) => [field.replace(/[`{}]/g, ''), cells.slice(0, 3)] as const)
  expect(new Set(named.map(([field]) => field)).size).toBe(named.length)
  return new Map(named)
}

describe.each(['guide-marketing.vi.md', 'guide-marketing.en.md'])('%s', (file) => {
  const table = fieldTable(file)

  test('lists every merge field, and none that there is not', () => {
    expect([...table.keys()].sort()).toEqual(Object.keys(MERGE_FIELDS).sort())
  })

  test('says of each what it is', () => {
    expect([...table].filter(([, [meaning = '']]) => meaning.length < 5)).toEqual([])
  })

  test.each([
    ['vi', 1],
    ['en', 2],
  ] as const)('shows each as it really comes out in %s', (locale, column) => {
    const shown = new Map([...table].map(([field, cells]) => [field, cells[column]]))
    const real = [...guideExamples(locale)].map(([field, value]) => [field, value.replaceAll('\u00a0', ' ')] as const)
    expect(shown).toEqual(new Map(real.filter(([field]) => shown.has(field))))
  })

  test.each(['npx care accept', 'npx care check', 'npx care rehearse', 'npx care preview'])('has the command %s', (command) => {
    expect(readFileSync(resolve(DOCS, file), 'utf8')).toContain(command)
  })
})

test('the deploy guide puts campaigns in force', () => {
  expect(readFileSync(resolve(DOCS, 'deploy.md'), 'utf8')).toContain('npx care accept')
})

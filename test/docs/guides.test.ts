/** The guides say what is so: every merge field with what it really comes to, and outcomes in the words of the pages. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OUTCOME_STATES } from '#core/audience/outcome.ts'
import { guideExamples } from '#test/docs/guide-examples.ts'
import { PREFERENCES_TITLE } from '#web/customer/preferences.ts'
import { MERGE_FIELDS } from '#web/rendering/merge-fields.ts'
import { STATE_WORDS } from '#web/words/outcome-states.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'

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

describe.each([
  ['vi', 'đối tượng'],
  ['en', 'audience'],
] as const)('the guide for marketing in %s', (locale, audience) => {
  const guide = readFileSync(resolve(DOCS, `guide-marketing.${locale}.md`), 'utf8')

  test('lists every reason to skip a customer, in the words of the pages beside its code', () => {
    const rows = [...guide.matchAll(/^\| (.+?) \| `([a-z-]+)` \| .{5,} \|$/gm)].map(([, words, code]) => [code, words] as const)
    const reasons = rows.filter(([code]) => Object.hasOwn(SKIP_WORDS[locale], code ?? ''))
    expect(reasons).toHaveLength(Object.keys(SKIP_WORDS[locale]).length)
    expect(Object.fromEntries(reasons)).toEqual(SKIP_WORDS[locale])
  })

  test('writes the balance in the words of the pages', () => {
    expect(guide).toContain(`\`${audience} = ${OUTCOME_STATES.map((line) => STATE_WORDS[locale][line]).join(' + ')}\``)
  })
})

test.each(['vi', 'en'] as const)(
  'the page where customers choose has one name in %s: on itself, in letters, in both guides',
  (locale) => {
    const name = PREFERENCES_TITLE[locale]
    const layout = JSON.parse(readFileSync(resolve(DOCS, `../templates/layouts/words.${locale}.json`), 'utf8'))
    expect(layout.preferences).toBe(name)
    for (const of of [
      `templates/opt-out-confirmation/${locale}.md`,
      `docs/guide-marketing.${locale}.md`,
      `docs/guide-staff.${locale}.md`,
    ])
      expect(readFileSync(resolve(DOCS, '..', of), 'utf8')).toContain(of.startsWith('docs') ? `_${name}_` : `[${name}](`)
  },
)

test('the deploy guide puts campaigns in force', () => {
  expect(readFileSync(resolve(DOCS, 'deploy.md'), 'utf8')).toContain('npx care accept')
})

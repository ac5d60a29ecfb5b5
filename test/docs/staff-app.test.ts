/** The guides tell the staff app as it is: what each role may do, the names of its pages, and pictures that are there. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mayDo, type Permission, ROLES } from '#core/staff/role.ts'
import { STAFF_SECTIONS } from '#web/staff/sections.ts'
import { ROLE_WORDS } from '#web/words/roles.ts'

const DOCS = resolve(import.meta.dirname, '../../docs')
const LOCALES = ['vi', 'en'] as const
const read = (name: string) => readFileSync(resolve(DOCS, name), 'utf8')

/** The line of the table on which a permission stands; the same in both languages. */
const LINE_OF = {
  'see-figures': 0,
  'see-report': 1,
  'see-buyers': 2,
  'write-report': 3,
  'see-budgets': 4,
  'propose-budget': 5,
  'approve-budget': 6,
  'lock-budget': 7,
  'see-rehearsals': 8,
  'see-rehearsed-people': 9,
  rehearse: 10,
  'see-people': 11,
  'see-listening': 12,
  'see-work': 13,
  'see-team-calls': 14,
  'assign-work': 15,
  'note-work': 16,
  'close-work': 17,
  'reopen-work': 18,
  'take-over-call': 19,
  'change-duty': 20,
  'extend-right': 21,
  'correct-person': 22,
  'export-person': 23,
  'erase-person': 24,
  'decide-outcome': 25,
  'change-campaign': 26,
  redrive: 27,
  'see-audit': 28,
  'see-settings': 29,
} as const satisfies Record<Permission, number>

describe.each(LOCALES)('the guide for staff in %s', (locale) => {
  const guide = read(`guide-staff.${locale}.md`)
  const roles = ROLES.map((role) => ROLE_WORDS[locale][role])
  const head = `| | ${roles.join(' | ')} |`
  const lines = guide
    .slice(guide.indexOf(head))
    .split('\n\n')[0]!
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').slice(2, -1))

  test('has a line for each permission', () => {
    expect(guide).toContain(head)
    expect(lines).toHaveLength(Object.keys(LINE_OF).length)
  })

  test.each(Object.entries(LINE_OF) as [Permission, number][])('says who may: %s', (permission, at) => {
    const told = lines[at]!.map((cell) => cell.trim() !== '–')
    expect(told).toEqual(ROLES.map((role) => mayDo(role, permission)))
  })

  test.each(STAFF_SECTIONS.map(({ name }) => name[locale]))('names the page %s', (name) => {
    expect(guide).toContain(name)
  })
})

describe('pictures', () => {
  const guides = ['guide-staff', 'guide-marketing', 'guide-head']
  const files = ['vi', 'en'].flatMap((locale) => guides.map((guide) => `${guide}.${locale}.md`))
  const shownIn = (file: string) => [...read(file).matchAll(/\]\(images\/([\w.-]+)\)/g)].map(([, name = '']) => name)
  const there = readdirSync(resolve(DOCS, 'images')).filter((name) => name.endsWith('.png'))

  test.each(files)('%s shows pictures that are there', (file) => {
    expect(shownIn(file).length).toBeGreaterThan(0)
    expect(there).toEqual(expect.arrayContaining(shownIn(file)))
  })

  test.each(guides)('%s shows the same in both languages, each in its own', (guide) => {
    const [vi, en] = LOCALES.map((locale) => shownIn(`${guide}.${locale}.md`).map((name) => name.split(`.${locale}.`)[0]))
    expect(vi).toEqual(en)
  })

  test('none is shown nowhere, and none is heavy', () => {
    const shown = new Set(files.flatMap(shownIn))
    expect(there.filter((name) => !shown.has(name))).toEqual([])
    expect(there.filter((name) => statSync(resolve(DOCS, 'images', name)).size > 150_000)).toEqual([])
  })
})

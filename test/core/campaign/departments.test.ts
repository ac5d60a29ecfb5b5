import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

const text = (name: string) => readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8')
const fileOf = (name: string, written = text(name)) => ({ file: name, text: written })
const files = (departments: string | undefined, cases = text('cases.json')) =>
  readCompanyFiles(
    {
      company: fileOf('company.json'),
      prices: fileOf('prices.json'),
      calendars: [fileOf('calendar/vn.json')],
      policies: [fileOf('policy/vn.json')],
      scripts: [],
      cases: fileOf('cases.json', cases),
      ...(departments !== undefined && { departments: fileOf('departments.json', departments) }),
    },
    OUR_CHANNELS,
  )
const problemsOf = (read: ReturnType<typeof files>) => ('problems' in read ? read.problems.map(({ path }) => path) : [])

test('the departments of the sample company are right, and each that a category names is among them', () => {
  const read = files(text('departments.json'))
  expect(problemsOf(read)).toEqual([])
  if (!('value' in read)) return
  expect(read.value.departments.map(({ id }) => id)).toEqual(['production', 'shop-and-delivery', 'accounting', 'marketing'])
  expect(read.value.departments[1]).toMatchObject({
    acceptIn: { amount: 4, unit: 'hours' },
    answerIn: { amount: 2, unit: 'days' },
  })
  expect(departmentNamed(read.value.departments, 'accounting', 'vi')).toBe('Kế toán')
})

test('a company without the file has none, and its categories may name any', () => {
  expect(files(undefined)).toMatchObject({ value: { departments: [] } })
})

test('a name that an older file wrote stays as it is', () => {
  const cases = text('cases.json').replaceAll('"production"', '"Sản xuất"')
  expect(problemsOf(files(text('departments.json'), cases))).toEqual([])
  expect(departmentNamed([], 'Sản xuất', 'en')).toBe('Sản xuất')
})

const person = { name: 'Lan', address: 'Lan@Example.com' }
const department = { id: 'a', name: { vi: 'a', en: 'a' }, head: person, addressees: [person] }
const withOne = (over: object) => JSON.stringify({ departments: [{ ...department, ...over }] })
const NO_DEPARTMENTS = JSON.stringify({ categories: [{ id: 'a', name: { vi: 'a', en: 'a' } }] })

test('an address is kept in one spelling', () => {
  expect(files(withOne({}), NO_DEPARTMENTS)).toMatchObject({
    value: { departments: [{ head: { address: 'lan@example.com', language: 'vi' } }] },
  })
})

test.each([
  ['nobody to ask', withOne({ addressees: [] }), 'departments[0].addressees'],
  ['one person twice', withOne({ addressees: [person, person] }), 'departments[0].addressees'],
  ['no head', withOne({ head: undefined }), 'departments[0].head'],
  ['an address that is none', withOne({ head: { ...person, address: 'Lan' } }), 'departments[0].head.address'],
  ['a language without pages', withOne({ head: { ...person, language: 'fr' } }), 'departments[0].head.language'],
  ['a name in two lines', withOne({ head: { ...person, name: 'Lan\nBcc: x' } }), 'departments[0].head.name'],
  ['an id that is none', withOne({ id: 'Sản xuất' }), 'departments[0].id'],
  ['one department twice', JSON.stringify({ departments: [department, department] }), 'departments'],
  ['a word that it does not know', withOne({ phone: '1' }), 'departments[0].phone'],
])('%s is refused with its place', (_what, departments, path) => {
  expect(problemsOf(files(departments, NO_DEPARTMENTS))).toEqual([path])
})

test('a category that means a department which is not there is refused, and told which there are', () => {
  const cases = JSON.stringify({ categories: [{ id: 'a', name: { vi: 'a', en: 'a' }, department: 'warehouse' }] })
  const read = files(text('departments.json'), cases)
  expect(problemsOf(read)).toEqual(['categories[0].department'])
  expect('problems' in read && read.problems[0]?.expected.en).toContain('production, shop-and-delivery')
})

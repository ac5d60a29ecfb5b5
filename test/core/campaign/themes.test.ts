import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { themeNamed } from '#core/campaign/themes.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

const text = (name: string) => readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8')
const fileOf = (name: string, written = text(name)) => ({ file: name, text: written })
const files = (themes: string | undefined) =>
  readCompanyFiles(
    {
      company: fileOf('company.json'),
      prices: fileOf('prices.json'),
      calendars: [fileOf('calendar/vn.json')],
      policies: [fileOf('policy/vn.json')],
      scripts: [],
      cases: fileOf('cases.json'),
      ...(themes !== undefined && { themes: fileOf('themes.json', themes) }),
    },
    OUR_CHANNELS,
  )
const problemsOf = (read: ReturnType<typeof files>) => ('problems' in read ? read.problems.map(({ path }) => path) : [])

test('the themes of the sample company are right, and each category that they name is one of cases.json', () => {
  const read = files(text('themes.json'))
  expect(problemsOf(read)).toEqual([])
  expect('value' in read && themeNamed(read.value.themes, 'packaging', 'vi')).toBe('Bao bì, đóng gói')
})

test('a company without the file has none, and a theme that it had keeps its id', () => {
  expect(files(undefined)).toMatchObject({ value: { themes: [] } })
  expect(themeNamed([], 'packaging', 'en')).toBe('packaging')
})

const theme = { id: 'a', name: { vi: 'a', en: 'a' } }
const withOne = (over: object) => JSON.stringify({ themes: [{ ...theme, ...over }] })

test.each([
  ['an id that is none', withOne({ id: 'Bao bì' }), 'themes[0].id'],
  ['no name', withOne({ name: undefined }), 'themes[0].name'],
  ['a pattern for a word', withOne({ words: { vi: ['giao.*'], en: [] } }), 'themes[0].words.vi[0]'],
  ['an empty word', withOne({ except: { vi: [''], en: [] } }), 'themes[0].except.vi[0]'],
  ['a choice without its question', withOne({ chosen: [{ choice: 'price' }] }), 'themes[0].chosen[0].question'],
  ['a category that no case has', withOne({ categories: ['delivery', 'taste'] }), 'themes[0].categories[1]'],
  ['one theme twice', JSON.stringify({ themes: [theme, theme] }), 'themes'],
  ['a word that it does not know', withOne({ colour: 'red' }), 'themes[0].colour'],
  ['no theme at all', JSON.stringify({ themes: [] }), 'themes'],
])('%s is refused with its place', (_what, themes, path) => {
  expect(problemsOf(files(themes))).toEqual([path])
})

test('who names a category that is not there is told which there are', () => {
  const read = files(withOne({ categories: ['taste'] }))
  expect('problems' in read && read.problems[0]?.expected.en).toContain('product-quality, delivery')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CasePolicySchema, DEFAULT_CASE_POLICY } from '#core/campaign/case-policy.ts'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

const text = (name: string) => readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8')
const fileOf = (name: string) => ({ file: name, text: text(name) })
const files = (cases?: string) =>
  readCompanyFiles(
    {
      company: fileOf('company.json'),
      prices: fileOf('prices.json'),
      calendars: [fileOf('calendar/vn.json')],
      policies: [fileOf('policy/vn.json')],
      scripts: [],
      ...(cases !== undefined && { cases: { file: 'cases.json', text: cases } }),
    },
    OUR_CHANNELS,
  )

test('a company without the file has the stated defaults', () => {
  expect(files()).toMatchObject({ value: { cases: DEFAULT_CASE_POLICY } })
  const { severities, law, reminders } = DEFAULT_CASE_POLICY
  expect(severities.s1.clocks).toMatchObject({ time: 'around-the-clock', acknowledge: { amount: 1, unit: 'hours' } })
  expect(severities.s3.clocks).toMatchObject({ time: 'working', resolve: { amount: 5, unit: 'days' } })
  expect([law.workingDays, reminders]).toEqual([7, [50, 80, 100]])
})

test('the file of the sample company is right, and keeps the defaults of what it does not say', () => {
  const read = files(text('cases.json'))
  expect(read).toMatchObject({ value: { cases: { severities: DEFAULT_CASE_POLICY.severities } } })
  expect('value' in read && read.value.cases.workingTime.week).toHaveLength(2)
})

test.each([
  ['a category twice', { categories: [1, 2].map(() => ({ id: 'a', name: { vi: 'a', en: 'a' } })) }, 'categories'],
  ['reminders out of order', { reminders: [80, 50] }, 'reminders'],
  [
    'a field that no category can ask for',
    { categories: [{ id: 'a', name: { vi: 'a', en: 'a' }, requires: ['colour'] }] },
    'categories[0].requires[0]',
  ],
  [
    'a word with signs in it',
    { severities: { s1: { ...DEFAULT_CASE_POLICY.severities.s1, when: { words: { vi: ['cháy|nổ'], en: [] } } } } },
    'severities.s1.when.words.vi[0]',
  ],
  ['a word that it does not know', { clock: 1 }, 'clock'],
])('%s is refused with its place', (_what, cases, path) => {
  const read = files(JSON.stringify(cases))
  expect('problems' in read ? read.problems.map((problem) => problem.path) : []).toEqual([path])
})

test('a severity of the company stands beside the defaults of the others', () => {
  const own = CasePolicySchema.parse({
    severities: { s4: { ...DEFAULT_CASE_POLICY.severities.s4, name: { vi: 'Nhẹ', en: 'Light' } } },
  })
  expect([own.severities.s4.name.en, own.severities.s1]).toEqual(['Light', DEFAULT_CASE_POLICY.severities.s1])
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  BUDGET_FILE,
  CASES_FILE,
  COMPANY_FILES,
  COMPENSATION_FILE,
  DEPARTMENTS_FILE,
  STAFF_FILE,
  THEMES_FILE,
} from '#core/campaign/company-files.ts'
import { readCampaign } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { inEnglish } from '#test/support/in-english.ts'

const FILE = 'campaigns/greeting.json'
const right = {
  id: 'greeting',
  name: { vi: 'Lời chào', en: 'Greeting' },
  contentClass: 'care',
  occasion: { kind: 'birthday' },
  touch: { channel: 'email', template: 'greeting' },
  window: { from: '09:00', to: '11:00' },
}
const problemsOf = (text: string) => {
  const read = readCampaign({ file: FILE, text, channels: OUR_CHANNELS })
  return 'problems' in read ? inEnglish(read.problems) : []
}
const problemsWith = (changes: object) => problemsOf(JSON.stringify({ ...right, ...changes }))

describe('a campaign file', () => {
  test('that is right is read with its defaults', () => {
    expect(readCampaign({ file: FILE, text: JSON.stringify(right), channels: OUR_CHANNELS })).toMatchObject({
      value: {
        id: 'greeting',
        audience: {},
        graceDays: 0,
        limits: { priority: 50, holdoutPercent: 0 },
        lives: {},
        occasion: { kind: 'birthday', roll: 'none' },
      },
    })
  })

  test('may begin with the byte order mark of a Windows editor', () => {
    expect(readCampaign({ file: FILE, text: `\uFEFF${JSON.stringify(right)}`, channels: OUR_CHANNELS })).toHaveProperty('value')
  })

  const folder = new URL('../../../campaigns/', import.meta.url)
  const files = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.json') &&
      ![
        ...Object.values<string>(COMPANY_FILES),
        BUDGET_FILE,
        CASES_FILE,
        COMPENSATION_FILE,
        DEPARTMENTS_FILE,
        STAFF_FILE,
        THEMES_FILE,
      ].includes(name),
  )
  test.each(files)('%s as committed is right', (name) => {
    expect(problemsOf(readFileSync(new URL(name, folder), 'utf8'))).toEqual([])
  })
})

describe('a mistake is answered with the file, the path in it, the value, and what would be right', () => {
  test.each<[string, object, string, string, string]>([
    [
      'a class that is none',
      { contentClass: 'promo' },
      'contentClass',
      'promo',
      'one of "care", "transactional", "survey", "advertising"',
    ],
    ['a misspelt word', { grace: 1 }, 'grace', '1', 'no such word here'],
    [
      'a misspelt word further in',
      { window: { from: '09:00', to: '11:00', till: '12:00' } },
      'window.till',
      '12:00',
      'no such word here',
    ],
    ['hours with one digit', { window: { from: '9:00', to: '11:00' } }, 'window.from', '9:00', '24-hour time such as 09:00'],
    ['hours after midnight', { window: { from: '24:00', to: '24:00' } }, 'window.from', '24:00', '24-hour time'],
    [
      'a window that ends before it begins',
      { window: { from: '11:00', to: '09:00' } },
      'window',
      '{"from":"11:00","to":"09:00"}',
      '`from` must be before `to`',
    ],
    ['an id with capitals', { id: 'Greeting' }, 'id', 'Greeting', 'lower-case letters'],
    ['an id with an underscore, which would break the ids of occurrences', { id: 'a_b' }, 'id', 'a_b', 'lower-case letters'],
    ['an occasion that is none', { occasion: { kind: 'halloween' } }, 'occasion.kind', 'halloween', '"lunar-month-end"'],
    ['month 13', { occasion: { kind: 'fixed', month: 13, day: 1 } }, 'occasion.month', '13', 'at most 12'],
    ['lunar day 31', { occasion: { kind: 'lunar', month: 1, day: 31 } }, 'occasion.day', '31', 'at most 30'],
    ['no day at all', { occasion: { kind: 'fixed', month: 3 } }, 'occasion.day', '(missing)', 'number'],
    [
      'the zeroth Sunday',
      { occasion: { kind: 'nth-weekday', month: 5, weekday: 7, nth: 0 } },
      'occasion.nth',
      '0',
      'from 1 to 5, or -1',
    ],
    [
      'a half day of offset',
      { occasion: { kind: 'birthday', offset: { days: 1.5 } } },
      'occasion.offset.days',
      '1.5',
      'a whole number',
    ],
    ['an empty list in the audience', { audience: { tiers: [] } }, 'audience.tiers', '[]', 'at least 1 in the list'],
    [
      'a gender that the list does not have',
      { audience: { genders: ['female', 'all'] } },
      'audience.genders[1]',
      'all',
      'one of "female", "male"',
    ],
    [
      'a gift of nothing',
      { gift: { kind: 'voucher', value: { amount: 0, currency: 'VND' }, validDays: 30 } },
      'gift.value',
      '{"amount":0,"currency":"VND"}',
      'more than 0',
    ],
    [
      'money with a fraction',
      { budget: { amount: 1.5, currency: 'VND', period: 'year' } },
      'budget.amount',
      '1.5',
      'a whole number',
    ],
    ['a currency in words', { budget: { amount: 1, currency: 'đồng', period: 'year' } }, 'budget.currency', 'đồng', 'ISO 4217'],
    ['a day that does not exist', { lives: { from: '2027-02-30' } }, 'lives.from', '2027-02-30', 'a day that exists'],
    [
      'a life that ends before it begins',
      { lives: { from: '2027-03-01', to: '2027-02-01' } },
      'lives',
      '{"from":"2027-03-01","to":"2027-02-01"}',
      '`from` must not be after `to`',
    ],
    ['a holdout of everybody', { limits: { holdoutPercent: 100 } }, 'limits.holdoutPercent', '100', 'at most 50'],
    ['a name in one language only', { name: { vi: 'Lời chào' } }, 'name.en', '(missing)', 'a text in quotes'],
  ])('%s', (_, changes, path, value, expected) => {
    const problems = problemsWith(changes)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ file: FILE, path, value })
    expect(problems[0]?.expected).toContain(expected)
  })

  test('every mistake of a file is told at once', () => {
    const paths = problemsWith({ contentClass: 'promo', graceDays: 31, grace: 1 }).map(({ path }) => path)
    expect(paths.toSorted()).toEqual(['contentClass', 'grace', 'graceDays'])
  })

  test('text that is no JSON is shown in part, with the parser’s word', () => {
    const [problem] = problemsOf(`{ "id": "greeting", ${'x'.repeat(200)}`)
    expect(problem).toMatchObject({ file: FILE, path: '' })
    expect(problem?.value).toHaveLength(78)
    expect(problem?.expected).toMatch(/^JSON: /)
  })

  test.each(['[]', 'null', '"greeting"', '7'])('%s is no campaign', (text) => {
    expect(problemsOf(text)).toHaveLength(1)
  })
})

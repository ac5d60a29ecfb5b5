import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datedOn } from '#core/campaign/budget-rates.ts'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

const text = (name: string) => readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8')
const fileOf = (name: string, written = text(name)) => ({ file: name, text: written })
const files = (budget: string | undefined, prices = text('prices.json')) =>
  readCompanyFiles(
    {
      company: fileOf('company.json'),
      prices: fileOf('prices.json', prices),
      calendars: [fileOf('calendar/vn.json')],
      policies: [fileOf('policy/vn.json')],
      scripts: [],
      ...(budget !== undefined && { budget: fileOf('budget.json', budget) }),
    },
    OUR_CHANNELS,
  )
const problemsOf = (read: ReturnType<typeof files>) =>
  'problems' in read ? read.problems.map(({ file, path }) => `${file} ${path}`) : []

const sample = JSON.parse(text('budget.json'))
const changed = (over: object) => JSON.stringify({ ...sample, ...over })
const one = (list: string, over: object) => changed({ [list]: [{ ...sample[list][0], ...over }] })

test('the rates of the sample company are right', () => {
  expect(problemsOf(files(text('budget.json')))).toEqual([])
  expect(files(text('budget.json'))).toMatchObject({ value: { budgetRates: { currency: 'VND', change: 20 } } })
})

test('a company without the file has none', () => {
  expect(files(undefined)).toMatchObject({ value: { budgetRates: null } })
})

test.each([
  ['a rate without its day', one('redemption', { validFrom: undefined }), 'redemption[0].validFrom'],
  ['a rate without its source', one('contingency', { source: undefined }), 'contingency[0].source'],
  ['a share above its range', one('redemption', { percent: 51 }), 'redemption[0].percent'],
  ['more than all of them', one('redemption', { high: 101 }), 'redemption[0].high'],
  ['two rates of one day', changed({ contingency: [...sample.contingency, ...sample.contingency] }), 'contingency'],
  ['two norms of one line and day', changed({ norms: [sample.norms[0], sample.norms[0]] }), 'norms'],
  ['a norm upside down', one('norms', { low: 60_001 }), 'norms[0].high'],
  ['a norm of an unknown line', one('norms', { line: 'gifts' }), 'norms[0].line'],
  ['another currency than the company', changed({ currency: 'USD' }), 'currency'],
  ['minutes that do not make the price of a call', one('callTime', { talkMinutes: 4 }), 'callTime[0]'],
  ['no contingency', changed({ contingency: [] }), 'contingency'],
  ['a limit of no touches', changed({ mostTouches: 0 }), 'mostTouches'],
])('%s is refused with its place', (_what, budget, path) => {
  expect(problemsOf(files(budget))).toEqual([`budget.json ${path}`])
})

test('a price of a call that changes later has to divide anew', () => {
  const prices = JSON.parse(text('prices.json'))
  const [, call] = prices.prices
  const later = { ...call, validFrom: '2027-06-01', perThousand: { amount: 9_000_000, currency: 'VND' } }
  const written = JSON.stringify({ prices: [...prices.prices, later] })
  expect(problemsOf(files(text('budget.json'), written))).toEqual(['budget.json callTime[0]'])
  const anew = { ...sample.callTime[0], validFrom: '2027-06-01', staffHour: 66_000 }
  expect(problemsOf(files(changed({ callTime: [...sample.callTime, anew] }), written))).toEqual([])
})

test('a price without a date, or in another currency, is refused', () => {
  const prices = JSON.parse(text('prices.json'))
  const [mail, ...others] = prices.prices
  const undated = JSON.stringify({ prices: [{ ...mail, validFrom: undefined }, ...others] })
  expect(problemsOf(files(text('budget.json'), undated))).toEqual(['prices.json prices[0].validFrom'])
  const inDollars = JSON.stringify({ prices: [{ ...mail, perThousand: { amount: 16, currency: 'USD' } }, ...others] })
  expect(problemsOf(files(text('budget.json'), inDollars))).toEqual(['budget.json currency'])
})

test('an entry holds from its day on, in whatever order they stand; before the first there is none', () => {
  const list = [{ validFrom: '2027-06-01' }, { validFrom: '2027-01-01' }]
  expect(['2026-12-31', '2027-01-01', '2027-05-31', '2027-06-01'].map((day) => datedOn(list, day)?.validFrom)).toEqual([
    undefined,
    '2027-01-01',
    '2027-01-01',
    '2027-06-01',
  ])
})

import { expect, test } from 'vitest'
import { nextDay } from '#app/campaigns/coming-days.ts'
import { aCampaign, theCompanyRules } from '#test/support/builders.ts'

const companyRules = theCompanyRules()

test.each([
  [
    'Tết, two days before',
    { kind: 'lunar', month: 1, day: 1, offset: { days: -2 } },
    '2027-02-01',
    { kind: 'day', date: '2027-02-04', anchor: '2027-02-06' },
  ],
  [
    'a fixed day that is today',
    { kind: 'fixed', month: 3, day: 10 },
    '2027-03-10',
    { kind: 'day', date: '2027-03-10', anchor: '2027-03-10' },
  ],
  [
    'a fixed day that was yesterday',
    { kind: 'fixed', month: 3, day: 10 },
    '2027-03-11',
    { kind: 'day', date: '2028-03-10', anchor: '2028-03-10' },
  ],
  ['a birthday', { kind: 'birthday' }, '2027-03-11', { kind: 'personal' }],
] as const)('%s', (_, occasion, from, expected) => {
  expect(nextDay({ campaign: aCampaign({ occasion: { ...occasion } }), from, companyRules })).toEqual(expected)
})

test('a campaign that no longer lives has no next day', () => {
  const lives = { to: '2027-03-01' }
  expect(nextDay({ campaign: aCampaign({ lives }), from: '2027-03-02', companyRules })).toEqual({ kind: 'never' })
  expect(nextDay({ campaign: aCampaign({ lives, occasion: { kind: 'birthday' } }), from: '2027-03-02', companyRules })).toEqual({
    kind: 'never',
  })
})

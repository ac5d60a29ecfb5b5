import { expect, test } from 'vitest'
import { nextDay, nextDaysOf } from '#app/campaigns/coming-days.ts'
import { aCampaign, aCustomer, aPurchase, lunar, theCompanyRules } from '#test/support/builders.ts'

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

test('a customer’s days come in order: lunar birthday, days after a purchase, and only campaigns that mean them', () => {
  const customer = aCustomer({ birthday: lunar('08-15'), firstPurchaseOn: '2027-03-07', lastPurchaseOn: '2027-03-07' })
  const campaigns = [
    aCampaign({ id: 'birthday', occasion: { kind: 'birthday' } }),
    aCampaign({ id: 'after-purchase', occasion: { kind: 'after-purchase', offset: { days: 5 } } }),
    aCampaign({ id: 'for-men', audience: { genders: ['male'] } }),
  ]
  const days = nextDaysOf({
    reach: { customer, consents: {}, suppressions: new Map() },
    purchases: [aPurchase({ purchasedOn: '2027-03-07' })],
    campaigns,
    from: '2027-03-10',
    companyRules,
  })
  expect(days.map(({ campaign, date }) => [campaign.id, date])).toEqual([
    ['after-purchase', '2027-03-12'],
    ['birthday', '2027-09-15'],
  ])
})

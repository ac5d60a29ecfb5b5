import { expect, test } from 'vitest'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aCampaign, aCustomer, aPolicy, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const companyRules = theCompanyRules({ calendars: [vietnam, france], policies: [aPolicy(), frenchPolicy] })
const marie = aCustomer({ customerId: 'c-fr', country: 'FR', zone: 'Europe/Paris' })
const lan = aCustomer({ customerId: 'c-vn' })
const on = (day: number) => ({ kind: 'fixed', month: 3, day }) as const
const WINDOW = { from: '10:30', to: '12:00' }

test.each([
  ['a holiday without grace leaves the greeting of the next day', {}, { 'c-fr': 'sent', 'c-vn': 'skipped outranked' }],
  [
    'a grace that reaches an open day outranks it',
    { graceDays: 2 },
    { 'c-fr': 'skipped outranked', 'c-vn': 'skipped outranked' },
  ],
  [
    'hours that the law of the country never allows leave it too',
    { graceDays: 2, window: { from: '08:00', to: '10:00' } },
    { 'c-fr': 'sent', 'c-vn': 'skipped outranked' },
  ],
])('of two greetings a day apart, %s', async (_, over, expected) => {
  // Easter Monday is 29 March 2027.
  const strong = aCampaign({
    id: 'strong',
    occasion: on(29),
    window: WINDOW,
    limits: { priority: 90, holdoutPercent: 0 },
    ...over,
  })
  const weak = aCampaign({ id: 'weak', occasion: on(30), window: WINDOW })
  const company = await runningCompany({
    now: '2027-03-27T00:00:00.000Z',
    campaigns: [strong, weak],
    customers: [marie, lan],
    companyRules,
  })
  await company.until('2027-04-05T00:00:00.000Z')
  expect(await company.results('weak_2027-03-30')).toEqual(expected)
})

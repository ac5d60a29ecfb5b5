import { expect, test } from 'vitest'
import { OccasionRuleSchema } from '#core/campaign/occasion-rule.ts'
import { nextOccasion } from '#core/occasion/next-occasion.ts'
import { aCustomer, aPurchase, solar, theCompanyRules } from '#test/support/builders.ts'

const next = (input: object, purchases = [aPurchase()]) =>
  nextOccasion({
    campaign: { id: 'nps', contentClass: 'survey', occasion: OccasionRuleSchema.parse(input) },
    customer: aCustomer({ birthday: solar('02-10') }),
    purchases,
    from: '2027-03-10',
    companyRules: theCompanyRules(),
  })

test('a birthday comes again within a year', () => {
  expect(next({ kind: 'birthday' })).toEqual({ key: '2028', anchor: '2028-02-10', years: null })
})

test('after a purchase it is the latest one, and of several on that day the one with the smallest number', () => {
  const purchases = [
    aPurchase({ purchaseId: 'a', purchasedOn: '2027-03-01' }),
    aPurchase({ purchaseId: 'c', purchasedOn: '2027-03-07', deliveredOn: '2027-03-08' }),
    aPurchase({ purchaseId: 'b', purchasedOn: '2027-03-07' }),
  ]
  expect(next({ kind: 'after-purchase' }, purchases)?.key).toBe('p2027-03-07#b')
  expect(next({ kind: 'after-delivery' }, purchases)?.key).toBe('p2027-03-08#c')
  expect(next({ kind: 'after-delivery' }, purchases.slice(0, 1))).toBeUndefined()
})

test.each([90, 180, 365, 731])('a turn of every %i days comes within two rounds', (everyDays) => {
  expect(next({ kind: 'periodic', everyDays })?.key).toMatch(/^n\d+$/)
})

test.each([{ kind: 'after-call' }, { kind: 'after-case' }, { kind: 'after-invitation', campaign: 'csat' }])(
  'nobody can know when the next one comes: %j',
  (rule) => {
    expect(next(rule)).toBeUndefined()
  },
)

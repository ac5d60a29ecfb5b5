import { expect, test } from 'vitest'
import { sharedAddressOf } from '#core/audience/shared-address.ts'
import type { Customer } from '#core/customer/customer.ts'
import { dueOn } from '#core/occasion/due.ts'
import { writtenInstead } from '#core/planning/written-instead.ts'
import { aCampaign, aCustomer, solar, theCompanyRules } from '#test/support/builders.ts'

const companyRules = theCompanyRules()
const date = '2027-03-10'
const husband: Partial<Customer> = { customerId: 'KH1', gender: 'male', tier: 'gold', birthday: solar('03-10') }
const wife: Partial<Customer> = { customerId: 'KH2', gender: 'female', tier: 'gold', birthday: solar('08-15') }
const fixed = { kind: 'fixed', month: 3, day: 10 } as const

function instead({
  of = wife,
  written = husband,
  campaign = {},
  company = {},
}: {
  of?: Partial<Customer>
  written?: Partial<Customer>
  campaign?: Parameters<typeof aCampaign>[0]
  company?: Partial<typeof companyRules.company>
}) {
  const email = 'nha@example.com'
  const [customer, other] = [aCustomer({ ...of, email }), aCustomer({ ...written, email })]
  const shared = sharedAddressOf([{ customer }, { customer: other }])
  const meant = aCampaign({ occasion: fixed, ...campaign })
  const due = dueOn({ campaign: meant, date, company: companyRules.company, calendar: companyRules.calendar })
  if (!due) throw new Error('nobody is due')
  return writtenInstead({ shared, customer, campaign: meant, due, date, company: { ...companyRules.company, ...company } })
}

test.each<[string, Parameters<typeof instead>[0], string | undefined]>([
  ['a day for everybody: the other one gets it', {}, 'KH1'],
  ['the one who is written to gets it', { of: husband, written: wife }, undefined],
  ['a greeting for women, where the other one is a man', { campaign: { audience: { genders: ['female'] } } }, undefined],
  ['a greeting for gold customers, where both are', { campaign: { audience: { tiers: ['gold'] } } }, 'KH1'],
  [
    'birthdays on different days',
    {
      of: { ...wife, birthday: solar('03-10') },
      written: { ...husband, birthday: solar('04-01') },
      campaign: { occasion: { kind: 'birthday' } },
    },
    undefined,
  ],
  [
    'one person entered twice, on their birthday',
    { of: { ...wife, birthday: solar('03-10') }, campaign: { occasion: { kind: 'birthday' } } },
    'KH1',
  ],
  [
    'a birthday that is known of one record only',
    {
      of: { ...wife, birthday: solar('03-10') },
      written: { ...husband, birthday: null },
      campaign: { occasion: { kind: 'birthday' } },
    },
    undefined,
  ],
  ['what follows an order of their own', { campaign: { occasion: { kind: 'after-purchase' } } }, undefined],
  ['an audience by purchases, which the mark does not know', { campaign: { audience: { notBoughtSince: 30 } } }, undefined],
  ['a transactional notice', { campaign: { contentClass: 'transactional' } }, undefined],
  [
    'a company that wants both written to',
    { company: { oneMailPerAddress: { ...companyRules.company.oneMailPerAddress, care: false } } },
    undefined,
  ],
])('%s', (_, given, expected) => {
  expect(instead(given)).toBe(expected)
})

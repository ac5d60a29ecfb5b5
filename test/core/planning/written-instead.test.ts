import { expect, test } from 'vitest'
import type { ConsentState } from '#core/audience/consent.ts'
import { SharedAddressSchema, sharedAddressOf } from '#core/audience/shared-address.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { dueOn } from '#core/occasion/due.ts'
import { rivalsOf } from '#core/planning/arbitration.ts'
import { writtenInstead } from '#core/planning/written-instead.ts'
import { aCampaign, aCustomer, solar, theCompanyRules } from '#test/support/builders.ts'

const companyRules = theCompanyRules()
const date = '2027-03-10'
const husband: Partial<Customer> = { customerId: 'KH1', gender: 'male', tier: 'gold', birthday: solar('03-10') }
const wife: Partial<Customer> = { customerId: 'KH2', gender: 'female', tier: 'gold', birthday: solar('08-15') }
const fixed = { kind: 'fixed', month: 3, day: 10 } as const

const at = '2027-01-01T00:00:00.000Z'
const withdrawn = { decision: 'withdrawn', at } as const
const granted = { decision: 'granted', at } as const

function instead({
  of = wife,
  written = husband,
  decided = {},
  third,
  campaign = {},
  company = {},
  others = [],
  before = false,
}: {
  of?: Partial<Customer>
  written?: Partial<Customer>
  /** What the one who is written to decided. */
  decided?: ConsentState | 'unreadable'
  third?: Partial<Customer>
  campaign?: Parameters<typeof aCampaign>[0]
  company?: Partial<typeof companyRules.company>
  others?: readonly CampaignDefinition[]
  /** With a mark of the version before. */
  before?: boolean
}) {
  const email = 'nha@example.com'
  const [customer, other] = [aCustomer({ ...of, email }), aCustomer({ ...written, email })]
  const more = third ? [{ customer: aCustomer({ ...third, email }), consents: {} }] : []
  const made = sharedAddressOf([{ customer, consents: {} }, { customer: other, consents: decided }, ...more], 'email')
  const { decided: _, ...known } = made?.known ?? {}
  const shared = before ? SharedAddressSchema.parse({ ...made, known, next: undefined }) : made
  const meant = aCampaign({ occasion: fixed, ...campaign })
  const rules = { ...companyRules, company: { ...companyRules.company, ...company } }
  const due = dueOn({ campaign: meant, date, company: rules.company, calendar: rules.calendar })
  if (!due) throw new Error('nobody is due')
  const rivals = rivalsOf({ campaign: meant, date, others, companyRules: rules })
  return writtenInstead({ shared, customer, campaign: meant, due, date, rivals, companyRules: rules })
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

const birthday = aCampaign({ id: 'birthday', occasion: { kind: 'birthday' }, limits: { priority: 90 } })
const child: Partial<Customer> = { customerId: 'KH3', gender: 'female', tier: 'gold' }

test.each<[string, Parameters<typeof instead>[0], string | undefined]>([
  ['withdrew it', { decided: { 'care/email': withdrawn } }, undefined],
  ['withdrew something else', { decided: { 'survey/email': withdrawn, 'care/call': withdrawn } }, 'KH1'],
  ['withdrew it and took that back', { decided: { 'care/email': granted } }, 'KH1'],
  ['has decisions that cannot be read', { decided: 'unreadable' }, undefined],
  ['never consented where the law asks for it', { campaign: { contentClass: 'advertising' } }, undefined],
  [
    'consented where the law asks for it',
    { decided: { 'advertising/email': granted }, campaign: { contentClass: 'advertising' } },
    'KH1',
  ],
  ['gets a stronger greeting of their own that day', { others: [birthday] }, undefined],
  [
    'would get a stronger greeting, had they not withdrawn it',
    { others: [{ ...birthday, contentClass: 'advertising' as const }] },
    'KH1',
  ],
  ['withdrew it, and the next one before us did not', { of: child, third: wife, decided: { 'care/email': withdrawn } }, 'KH2'],
  [
    'withdrew it, and the next one before us is not meant',
    {
      of: { ...child, gender: 'male' },
      third: wife,
      decided: { 'care/email': withdrawn },
      campaign: { audience: { genders: ['male'] } },
    },
    undefined,
  ],
  ['is marked as before decisions were kept', { before: true }, 'KH1'],
])('the one who is written to %s', (_, given, expected) => {
  expect(instead(given)).toBe(expected)
})

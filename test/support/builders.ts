/** The smallest right values, with fixed ids and instants: a test names only what it is about. */

import type { z } from 'zod'
import type { EligibilityFacts } from '#core/audience/eligibility.ts'
import { type Contact, emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { type CasePolicy, DEFAULT_CASE_POLICY } from '#core/campaign/case-policy.ts'
import { type Company, CompanySchema } from '#core/campaign/company.ts'
import { assembleCompanyRules, type CompanyRules } from '#core/campaign/company-rules.ts'
import type { PolicyPack, TouchRules } from '#core/campaign/policy-pack.ts'
import type { PriceList } from '#core/campaign/price-list.ts'
import { type Channels, channelOf } from '#core/channel/channel.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import type { Birthday, Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { unnamedCustomer } from '#core/customer/unnamed-customer.ts'
import type { Batch, Recipient } from '#core/planning/occurrence.ts'
import type { CountryCalendar } from '#core/time/country-calendar.ts'
import type { Instant } from '#core/time/instant.ts'
import { vietnam } from '#test/core/time/vietnam.ts'

/** A Wednesday, nine in the morning in Vietnam. */
export const WEDNESDAY_NINE: Instant = '2027-03-10T02:00:00.000Z'

export const aCustomer = (overrides: Partial<Customer> = {}): Customer => ({
  ...unnamedCustomer('c-001', { zone: 'Asia/Ho_Chi_Minh', locale: 'vi', country: 'VN' }),
  fullName: 'Nguyễn Thị Lan',
  familyName: 'Nguyễn',
  givenName: 'Lan',
  addressName: 'Lan',
  honorific: 'chi',
  gender: 'female',
  email: `${overrides.customerId ?? 'c-001'}@example.com`,
  ...overrides,
})

/** `solar('03-10')`: a birthday whose year is not known. */
export const solar = (monthDay: string): Birthday => ({ kind: 'solar', ...numbers(monthDay), year: null })
/** `lunar('08-15')`; `lunar('06-01', 'leap')` for one in a leap month. */
export const lunar = (monthDay: string, leap?: 'leap'): Birthday => ({
  kind: 'lunar',
  ...numbers(monthDay),
  leap: leap === 'leap',
  year: null,
})
const numbers = (monthDay: string) => ({ month: Number(monthDay.slice(0, 2)), day: Number(monthDay.slice(3)) })

export const aPurchase = (overrides: Partial<Purchase> = {}): Purchase => ({
  customerId: 'c-001',
  purchaseId: 'order-1',
  purchasedOn: '2027-03-07',
  deliveredOn: null,
  product: null,
  units: 1,
  amount: null,
  ...overrides,
})

type CampaignInput = z.input<typeof CampaignDefinitionSchema>

/** A greeting for everybody on 10 March, between nine and eleven. */
export const aCampaign = (overrides: Partial<CampaignInput> = {}): CampaignDefinition =>
  CampaignDefinitionSchema.parse({
    id: 'tenth-of-march',
    name: { vi: 'Mùng mười tháng ba', en: 'Tenth of March' },
    contentClass: 'care',
    occasion: { kind: 'fixed', month: 3, day: 10 },
    touch: { channel: 'email', template: 'greeting' },
    window: { from: '09:00', to: '11:00' },
    ...overrides,
  } satisfies CampaignInput)

/** The shortest letter, in one language. */
export const someWords = (
  template: string | undefined = 'greeting',
  text = 'Xin chào {{greetingName}}',
  locale = 'vi',
): CampaignWords => ({
  template,
  mails: { [locale]: { subject: text, preheader: text, html: `<p>${text}</p>`, text } },
})

export const aCompany = (overrides: Partial<z.input<typeof CompanySchema>> = {}): Company =>
  CompanySchema.parse({
    name: 'Trà Sen',
    legalName: 'Công ty TNHH Trà Sen',
    address: '1 Lý Thường Kiệt, Hà Nội',
    phone: '024 3926 0000',
    email: 'care@trasen.example.com',
    website: 'https://trasen.example.com',
    sender: 'care@trasen.example.com',
    country: 'VN',
    zone: 'Asia/Ho_Chi_Minh',
    locale: 'vi',
    currency: 'VND',
    pages: 'https://care.trasen.example.com',
    days: { founding: '2009-05-19' },
    ...overrides,
  })

export const someRules = (overrides: Partial<TouchRules> = {}): TouchRules => ({
  consent: 'opt-out',
  label: null,
  unsubscribe: true,
  hours: null,
  weekdays: null,
  onPublicHolidays: true,
  caps: [],
  doNotCall: null,
  ...overrides,
})

/** Vietnam's law in short: three mails a day, consent before advertising. */
export const aPolicy = (overrides: Partial<PolicyPack> = {}): PolicyPack => {
  const caps = [{ max: 3, hours: 24 }]
  const through = (rules: Partial<TouchRules>) => ({ email: someRules(rules), call: someRules({ ...rules, caps: [] }) })
  return {
    country: 'VN',
    periods: [
      {
        validFrom: '2020-10-01',
        validTo: null,
        sources: [{ vi: 'Nghị định 91/2020/NĐ-CP', en: 'Decree 91/2020/NĐ-CP' }],
        checkedOn: '2026-11-22',
        classes: {
          care: through({ caps }),
          transactional: through({ consent: 'none', unsubscribe: false }),
          survey: through({ caps }),
          advertising: through({ consent: 'opt-in', label: '[QC]', caps }),
        },
        rights: {
          acknowledgeWorkingDays: 2,
          doneDays: { access: 10, correct: 10, erase: 20, restrict: 15, object: 15, withdraw: 15 },
          extensionDays: 15,
        },
      },
    ],
    ...overrides,
  }
}

/** 4,210 đồng for a thousand mails. */
export const somePrices = (perThousand = 4_210, currency = 'VND'): PriceList => ({
  prices: [{ item: 'email', validFrom: '2026-01-01', perThousand: { amount: perThousand, currency }, source: 'price list' }],
})

export const theCompanyRules = ({
  company = {},
  calendars = [vietnam],
  policies = [aPolicy()],
  prices = somePrices(),
  channels = OUR_CHANNELS,
  scripts = [],
  cases = DEFAULT_CASE_POLICY,
  departments = [],
  compensation = null,
  budgetRates = null,
  playbooks = [],
  themes = [],
}: {
  company?: Partial<z.input<typeof CompanySchema>>
  calendars?: readonly CountryCalendar[]
  policies?: readonly PolicyPack[]
  prices?: PriceList
  channels?: Channels
  scripts?: CompanyRules['scripts']
  cases?: CasePolicy
  departments?: CompanyRules['departments']
  compensation?: CompanyRules['compensation']
  budgetRates?: CompanyRules['budgetRates']
  playbooks?: CompanyRules['playbooks']
  themes?: CompanyRules['themes']
} = {}): CompanyRules => {
  return assembleCompanyRules({
    company: aCompany(company),
    calendars,
    channels,
    policies,
    prices,
    scripts,
    cases,
    departments,
    compensation,
    budgetRates,
    playbooks,
    themes,
  })
}

export const aContact = (overrides: Partial<Contact> = {}): Contact => ({
  occurrenceId: 'other_2027-03-09',
  occasionKey: 'other:2027-03-09',
  channel: 'email',
  contentClass: 'care',
  at: '2027-03-09T02:00:00.000Z',
  ...overrides,
})

export const aLedger = (contacts: readonly Contact[] = [], customerId = 'c-001'): Ledger => ({
  ...emptyLedger(customerId),
  version: contacts.length,
  contacts: [...contacts],
})

/** Facts of someone whom nothing keeps from being greeted. */
export const someFacts = (overrides: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  campaign: aCampaign(),
  rules: someRules(),
  channel: channelOf(OUR_CHANNELS, 'email'),
  caps: [],
  occurrenceId: 'tenth-of-march_2027-03-10',
  occasionKey: 'tenth-of-march:2027-03-10',
  customer: aCustomer(),
  stillDue: true,
  consents: {},
  suppression: undefined,
  doNotCall: undefined,
  ledger: aLedger(),
  heldForCase: false,
  outrankedBy: undefined,
  slot: { slot: { date: '2027-03-10', from: WEDNESDAY_NINE, to: '2027-03-10T04:00:00.000Z' } },
  writtenInstead: undefined,
  surveys: { daysBetween: 30, daysBetweenRelationship: 90 },
  controlGroup: { percent: 0, salt: '' },
  invitation: undefined,
  at: WEDNESDAY_NINE,
  ...overrides,
})

export const aRecipient = (overrides: Partial<Recipient> = {}): Recipient => ({
  customerId: 'c-001',
  occasionKey: 'tenth-of-march:2027-03-10',
  outcome: { state: 'planned' },
  ...overrides,
})

export const aBatch = (overrides: Partial<Batch> = {}): Batch => ({
  occurrenceId: 'tenth-of-march_2027-03-10',
  batchId: '000.000.20270310T0200-0400',
  slice: 0,
  campaignVersion: 1,
  state: 'planned',
  dueAt: WEDNESDAY_NINE,
  takenAt: null,
  recipients: [aRecipient()],
  version: 0,
  ...overrides,
})

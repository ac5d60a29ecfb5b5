/** Customers of a country with packs of its own, beside those of the company's: planned by their own law and clock, on the nights when the clocks change too. */
import { describe, expect, test } from 'vitest'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { malaysiaFile } from '#test/core/time/malaysia.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aCampaign, aCustomer, aPolicy, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const lan = aCustomer()
const marie = aCustomer({ customerId: 'c-fr', country: 'FR', zone: 'Europe/Paris', locale: 'vi' })
const companyRules = theCompanyRules({
  calendars: [vietnam, france],
  policies: [aPolicy(), frenchPolicy],
  company: { hours: { from: '00:00', to: '24:00' } },
})

async function planned(campaign: Parameters<typeof aCampaign>[0], days: { readonly from: string; readonly date: string }) {
  const definition = aCampaign(campaign)
  const company = await runningCompany({
    now: `${days.from}T00:00:00.000Z`,
    campaigns: [definition],
    customers: [lan, marie],
    companyRules,
  })
  await company.until(`${days.date}T00:00:00.000Z`)
  const id = `${definition.id}_${days.date}`
  const batches = await company.stores.occurrences.batches(id)
  const of = (customerId: string) =>
    batches.filter(({ recipients }) => recipients.some((each) => each.customerId === customerId)).map(({ dueAt }) => dueAt)
  return { company, id, dueAt: { vn: of('c-001'), fr: of('c-fr') } }
}

describe('a greeting on Easter Sunday 2027, when the clocks go forward in France', () => {
  const easter = { occasion: { kind: 'calendar-day', day: 'fr.easter-monday', offset: { days: -1 } } } as const

  test('goes out at nine in Vietnam, and in France when its law allows, by the summer clock', async () => {
    const { company, id, dueAt } = await planned(
      { ...easter, window: { from: '09:00', to: '11:00' } },
      { from: '2027-03-26', date: '2027-03-28' },
    )
    expect(dueAt).toEqual({ vn: ['2027-03-28T02:00:00.000Z'], fr: ['2027-03-28T08:00:00.000Z'] })
    await company.until('2027-03-30T00:00:00.000Z')
    expect(await company.results(id)).toEqual({ 'c-001': 'sent', 'c-fr': 'sent' })
    expect(company.alarmsRaised()).toEqual([])
  })

  test('in hours that this night does not have begins when they would have ended', async () => {
    const { dueAt } = await planned(
      { ...easter, contentClass: 'transactional', window: { from: '02:00', to: '04:00' } },
      { from: '2027-03-26', date: '2027-03-28' },
    )
    // 02:00 is followed by 03:00, which is 01:00 UTC.
    expect(dueAt.fr).toEqual(['2027-03-28T01:00:00.000Z'])
  })
})

describe('a greeting on 31 October 2027, when the clocks go back in France', () => {
  const night = { occasion: { kind: 'fixed', month: 10, day: 31 } } as const

  test('goes out by the winter clock, once', async () => {
    const { company, id, dueAt } = await planned(
      { ...night, window: { from: '09:00', to: '11:00' } },
      { from: '2027-10-29', date: '2027-10-31' },
    )
    expect(dueAt.fr).toEqual(['2027-10-31T09:00:00.000Z'])
    await company.until('2027-11-02T00:00:00.000Z')
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-fr tenth-of-march'])
    expect(await company.results(id)).toEqual({ 'c-001': 'sent', 'c-fr': 'sent' })
  })

  test('in the hour that comes twice goes out once', async () => {
    const { company } = await planned(
      { ...night, contentClass: 'transactional', window: { from: '02:00', to: '03:00' } },
      { from: '2027-10-29', date: '2027-10-31' },
    )
    await company.until('2027-11-02T00:00:00.000Z')
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-fr tenth-of-march'])
  })
})

test('a window that the law of one country leaves no hours of skips its customers alone, with the reason', async () => {
  const { company, id } = await planned({ window: { from: '08:00', to: '10:00' } }, { from: '2027-03-08', date: '2027-03-10' })
  await company.until('2027-03-12T00:00:00.000Z')
  expect(await company.results(id)).toMatchObject({ 'c-001': 'sent', 'c-fr': expect.stringMatching(/^skipped /) })
})

describe('a table of dates that ends', () => {
  const malaysia = CountryCalendarSchema.parse(malaysiaFile())
  const atWork = (now: string) =>
    runningCompany({
      now,
      campaigns: [aCampaign({ occasion: { kind: 'calendar-day', day: 'my.hari-raya' } })],
      customers: [lan],
      companyRules: theCompanyRules({ calendars: [vietnam, malaysia] }),
    })
  const unknown = (company: Awaited<ReturnType<typeof atWork>>) =>
    company.said.filter(({ name }) => name === 'calendar.yearUnknown').map(({ values }) => values)

  test('rings once a day from a month before, and names country, occasion and year', async () => {
    const company = await atWork('2028-11-29T00:00:00.000Z')
    await company.until('2028-11-30T16:59:00.000Z')
    expect(unknown(company)).toEqual([])
    await company.until('2028-12-01T16:59:00.000Z')
    expect(unknown(company)).toEqual([
      { country: 'MY', occasion: 'my.hari-raya', year: 2029 },
      { country: 'MY', occasion: 'my.deepavali', year: 2029 },
    ])
    await company.until('2028-12-02T16:59:00.000Z')
    expect(unknown(company)).toHaveLength(4)
    expect(new Set(company.alarmsRaised())).toEqual(new Set(['calendar.yearUnknown']))
  })

  test('is greeted on in the years it holds', async () => {
    const company = await atWork('2027-03-08T00:00:00.000Z')
    await company.until('2027-03-12T00:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
    expect(company.alarmsRaised()).toEqual([])
  })
})

/** Customers of a country with packs of its own, beside those of the company's: planned by their own law and clock, on the nights when the clocks change too. */
import { describe, expect, test } from 'vitest'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
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

const atWork = (definition: CampaignDefinition, from: string) =>
  runningCompany({
    now: `${from}T00:00:00.000Z`,
    campaigns: [definition],
    customers: [lan, marie],
    companyRules,
  })

/** The plan as it stands when the date begins in UTC. */
async function plan(campaign: Parameters<typeof aCampaign>[0], days: { readonly from: string; readonly date: string }) {
  const definition = aCampaign(campaign)
  const company = await atWork(definition, days.from)
  await company.until(`${days.date}T00:00:00.000Z`)
  const id = `${definition.id}_${days.date}`
  const batches = await company.stores.occurrences.batches(id)
  const of = (customerId: string) =>
    batches.filter(({ recipients }) => recipients.some((each) => each.customerId === customerId)).map(({ dueAt }) => dueAt)
  return { company, id, dueAt: { vn: of('c-001'), fr: of('c-fr') } }
}

describe('a law with two parts of the day, Monday to Friday, not on public holidays', () => {
  const from = '2027-03-08'

  test.each([
    ['in the morning', { from: '09:00', to: '11:00' }, '2027-03-10T09:00:00.000Z'],
    [
      'in the afternoon, when the campaign’s hours begin in the break',
      { from: '13:15', to: '15:00' },
      '2027-03-10T13:00:00.000Z',
    ],
    ['in the evening', { from: '19:30', to: '21:00' }, '2027-03-10T18:30:00.000Z'],
  ])('plans its customers %s; those of the company’s country by theirs', async (_, window, dueAt) => {
    const { company, id, dueAt: planned } = await plan({ window }, { from, date: '2027-03-10' })
    expect(planned.fr).toEqual([dueAt])
    await company.until('2027-03-12T00:00:00.000Z')
    expect(await company.results(id)).toEqual({ 'c-001': 'sent', 'c-fr': 'sent' })
    expect(company.alarmsRaised()).toEqual([])
  })

  test('moves a greeting that comes late into the break to the afternoon of the same day', async () => {
    const definition = aCampaign({ window: { from: '12:00', to: '15:00' } })
    const company = await atWork(definition, from)
    // Out of order from before noon in Paris until a quarter past one.
    await company.until('2027-03-10T10:45:00.000Z')
    company.jumpTo('2027-03-10T12:15:00.000Z')
    await company.until('2027-03-10T12:59:00.000Z')
    expect(company.sent()).not.toContain('c-fr tenth-of-march')
    await company.until('2027-03-10T13:30:00.000Z')
    expect(company.sent()).toContain('c-fr tenth-of-march')
  })

  test('skips its customers alone, with the reason, where the campaign leaves it no hours', async () => {
    const { company, id } = await plan({ window: { from: '08:00', to: '10:00' } }, { from, date: '2027-03-10' })
    await company.until('2027-03-12T00:00:00.000Z')
    expect(await company.results(id)).toMatchObject({ 'c-001': 'sent', 'c-fr': expect.stringMatching(/^skipped /) })
  })
})

describe('the national day of France, on which its law allows no mail', () => {
  const national = { occasion: { kind: 'fixed', month: 7, day: 14 } } as const
  const days = { from: '2027-07-12', date: '2027-07-14' }

  test('is no day that passed: its customers are skipped because it is closed, from the first plan to the end', async () => {
    const { company, id } = await plan(national, days)
    const closed = { state: 'skipped', reason: 'closed-day', country: 'FR' }
    expect(await company.outcomes(id)).toMatchObject({ 'c-001': { state: 'planned' }, 'c-fr': closed })
    await company.until('2027-07-17T00:00:00.000Z')
    expect(await company.outcomes(id)).toMatchObject({ 'c-001': { state: 'sent' }, 'c-fr': closed })
    expect(await company.stores.occurrences.get(id)).toMatchObject({ balance: { sent: 1, skippedBy: { 'closed-day': 1 } } })
  })

  test('with a day of grace they are written to on the day after', async () => {
    const { company, id, dueAt } = await plan({ ...national, graceDays: 1 }, days)
    expect(dueAt.fr.map((at) => at.slice(0, 10))).toEqual(['2027-07-15'])
    await company.until('2027-07-17T00:00:00.000Z')
    expect(await company.results(id)).toEqual({ 'c-001': 'sent', 'c-fr': 'sent' })
  })
})

describe('Easter Sunday 2027, when the clocks go forward in France', () => {
  const easter = { occasion: { kind: 'calendar-day', day: 'fr.easter-monday', offset: { days: -1 } } } as const
  const days = { from: '2027-03-26', date: '2027-03-28' }

  test('is greeted on the Tuesday, by the summer clock: Sunday and Easter Monday are no days for it', async () => {
    const { company, id, dueAt } = await plan({ ...easter, graceDays: 2, window: { from: '09:00', to: '11:00' } }, days)
    expect(dueAt).toEqual({ vn: ['2027-03-28T02:00:00.000Z'], fr: ['2027-03-30T08:00:00.000Z'] })
    await company.until('2027-04-01T00:00:00.000Z')
    expect(await company.results(id)).toEqual({ 'c-001': 'sent', 'c-fr': 'sent' })
  })

  test('has no time left for it within a day: its customers are skipped with the reason', async () => {
    const { company, id } = await plan({ ...easter, graceDays: 1, window: { from: '09:00', to: '11:00' } }, days)
    await company.until('2027-04-01T00:00:00.000Z')
    expect(await company.results(id)).toEqual({ 'c-001': 'sent', 'c-fr': 'skipped closed-day' })
  })

  test('a mail about an order, in hours that this night does not have, begins when they would have ended', async () => {
    const { dueAt } = await plan({ ...easter, contentClass: 'transactional', window: { from: '02:00', to: '04:00' } }, days)
    // 02:00 is followed by 03:00, which is 01:00 UTC.
    expect(dueAt.fr).toEqual(['2027-03-28T01:00:00.000Z'])
  })
})

describe('31 October 2027, a Sunday, when the clocks go back in France', () => {
  const night = { occasion: { kind: 'fixed', month: 10, day: 31 } } as const
  const days = { from: '2027-10-29', date: '2027-10-31' }

  test('is greeted after All Saints’ Day, by the winter clock, once', async () => {
    const { company, id, dueAt } = await plan({ ...night, graceDays: 2, window: { from: '09:00', to: '11:00' } }, days)
    expect(dueAt.fr).toEqual(['2027-11-02T09:00:00.000Z'])
    await company.until('2027-11-04T00:00:00.000Z')
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-fr tenth-of-march'])
    expect(await company.results(id)).toEqual({ 'c-001': 'sent', 'c-fr': 'sent' })
  })

  test('a mail about an order, in the hour that comes twice, goes out once', async () => {
    const { company } = await plan({ ...night, contentClass: 'transactional', window: { from: '02:00', to: '03:00' } }, days)
    await company.until('2027-11-02T00:00:00.000Z')
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-fr tenth-of-march'])
  })
})

describe('a table of dates that ends', () => {
  const malaysia = CountryCalendarSchema.parse(malaysiaFile())
  const withTable = (now: string) =>
    runningCompany({
      now,
      campaigns: [aCampaign({ occasion: { kind: 'calendar-day', day: 'my.hari-raya' } })],
      customers: [lan],
      companyRules: theCompanyRules({ calendars: [vietnam, malaysia] }),
    })
  const unknown = (company: Awaited<ReturnType<typeof withTable>>) =>
    company.said.filter(({ name }) => name === 'calendar.yearUnknown').map(({ values }) => values)

  test('rings once a day from a month before, and names country, occasion and year', async () => {
    const company = await withTable('2028-11-29T00:00:00.000Z')
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
    const company = await withTable('2027-03-08T00:00:00.000Z')
    await company.until('2027-03-12T00:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
    expect(company.alarmsRaised()).toEqual([])
  })
})

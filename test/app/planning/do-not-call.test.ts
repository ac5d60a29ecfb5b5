/** A law that asks for the do-not-call list: planning and the last look know it alike, it fails closed, and the operators hear of it in time. */
import { describe, expect, test } from 'vitest'
import type { DoNotCallList } from '#app/ports/consent.ts'
import { aCampaign, aCustomer, aPolicy, someRules, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const pack = aPolicy()
const companyRules = theCompanyRules({
  policies: [
    {
      ...pack,
      periods: pack.periods.map((period) => ({
        ...period,
        classes: { ...period.classes, care: { ...period.classes.care, email: someRules({ doNotCall: { maxAgeDays: 30 } }) } },
      })),
    },
  ],
})
const definition = aCampaign()
const id = `${definition.id}_2027-03-10`
const lan = aCustomer({ customerId: 'c-001', email: 'lan@example.com' })
const hoa = aCustomer({ customerId: 'c-002', email: 'hoa@example.com' })

async function atWork(asOf?: string) {
  const company = await runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [definition],
    customers: [lan, hoa],
    companyRules,
  })
  const { doNotCall, seals } = company.stores
  const bring = (day: string, ...addresses: readonly string[]) =>
    doNotCall.replace({
      asOf: day,
      contactKeys: new Set(addresses.map((value) => seals.contactKey({ kind: 'email', value }))),
      at: company.clock(),
    })
  if (asOf !== undefined) await bring(asOf, 'lan@example.com')
  const outcomes = async () =>
    Object.fromEntries(
      (await company.stores.occurrences.batches(id)).flatMap(({ recipients }) =>
        recipients.map(({ customerId, outcome }) => [customerId, outcome.state === 'skipped' ? outcome.reason : outcome.state]),
      ),
    )
  const rung = () => company.said.filter(({ name }) => name === 'doNotCall.listOld').map(({ values }) => values)
  return { company, bring, outcomes, rung }
}

test('customers on the list are skipped, the others are not, and nothing rings', async () => {
  const { company, outcomes, rung } = await atWork('2027-03-01')
  await company.until('2027-03-12T00:00:00.000Z')
  expect(await outcomes()).toEqual({ 'c-001': 'do-not-call', 'c-002': 'sent' })
  expect(rung()).toEqual([])
})

test('without a list no customer is contacted, and the alarm names the campaign once a day', async () => {
  const { company, outcomes, rung } = await atWork()
  await company.until('2027-03-10T16:30:00.000Z')
  expect(await outcomes()).toEqual({ 'c-001': 'do-not-call-list-old', 'c-002': 'do-not-call-list-old' })
  expect(rung()).toEqual([1, 2].map(() => ({ campaignId: definition.id, country: 'VN', asOf: null, maxAgeDays: 30 })))
})

test('a list that is good today and too old on the day of the call is too old; the alarm rings from the day on which it is', async () => {
  const { company, outcomes, rung } = await atWork('2027-02-07')
  await company.until('2027-03-09T12:00:00.000Z')
  expect(await outcomes()).toEqual({ 'c-001': 'do-not-call', 'c-002': 'do-not-call-list-old' })
  expect(rung()).toEqual([])
  await company.until('2027-03-09T18:00:00.000Z')
  expect(rung()).toEqual([{ campaignId: definition.id, country: 'VN', asOf: '2027-02-07', maxAgeDays: 30 }])
})

test('a list that comes before the plan is made again frees its customers', async () => {
  const { company, bring, outcomes } = await atWork()
  await company.until('2027-03-09T12:00:00.000Z')
  expect(await outcomes()).toEqual({ 'c-001': 'do-not-call-list-old', 'c-002': 'do-not-call-list-old' })
  await bring('2027-03-09', 'lan@example.com')
  await company.until('2027-03-12T00:00:00.000Z')
  expect(await outcomes()).toEqual({ 'c-001': 'do-not-call', 'c-002': 'sent' })
})

test('a number that is listed after the plan is made is found by the last look', async () => {
  const { company, bring, outcomes } = await atWork('2027-03-01')
  await company.until('2027-03-10T01:30:00.000Z')
  expect(await outcomes()).toEqual({ 'c-001': 'do-not-call', 'c-002': 'planned' })
  await bring('2027-03-10', 'lan@example.com', 'hoa@example.com')
  await company.until('2027-03-12T00:00:00.000Z')
  expect(await outcomes()).toEqual({ 'c-001': 'do-not-call', 'c-002': 'do-not-call' })
})

test('the list is not read where no rule asks for it', async () => {
  const company = await runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [definition], customers: [lan] })
  const unasked = () => Promise.reject(new Error('the list is asked'))
  const doNotCall: DoNotCallList = { inForce: unasked, among: unasked, replace: unasked }
  company.replace({ doNotCall })
  await company.until('2027-03-12T00:00:00.000Z')
  expect([await company.results(id), company.failures]).toEqual([{ 'c-001': 'sent' }, []])
})

describe('a campaign that is over or cancelled', () => {
  test('rings no alarm', async () => {
    const { company, rung } = await atWork()
    await company.stores.campaigns.setState({
      campaignId: definition.id,
      from: 'active',
      state: 'cancelled',
      at: company.clock(),
      by: 'x',
      because: 'y',
    })
    await company.until('2027-03-10T16:30:00.000Z')
    expect(rung()).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { markSharedAddress, writeToThisOne } from '#app/consent/mark-shared-address.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const OVER = '2027-03-12T00:00:00.000Z'
const EMAIL = 'nha@example.com'
const couple = [aCustomer({ customerId: 'KH1', gender: 'male' }), aCustomer({ customerId: 'KH2' })].map((customer) => ({
  ...customer,
  email: EMAIL,
}))

const atWork = (campaign: Parameters<typeof aCampaign>[0] = {}) =>
  runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [aCampaign(campaign)],
    customers: [...couple, aCustomer({ customerId: 'KH3' })],
  })
type Company = Awaited<ReturnType<typeof atWork>>
const outcomes = async (company: Company) => {
  await company.until(OVER)
  return company.outcomes(OCCURRENCE)
}

test('of two with one address one gets the greeting, and the balance says why the other did not', async () => {
  const company = await atWork()
  await markSharedAddress(company.stores, { email: EMAIL })
  expect(await outcomes(company)).toMatchObject({
    KH1: { state: 'sent' },
    KH2: { state: 'skipped', reason: 'same-address', detail: 'KH1' },
    KH3: { state: 'sent' },
  })
  expect(company.sent()).toHaveLength(2)
  expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
    mismatch: false,
    balance: { audience: 3, sent: 2, skipped: 1, skippedBy: { 'same-address': 1 } },
  })
})

test('staff choose the other one after the plan was made: the last look follows', async () => {
  const company = await atWork()
  await markSharedAddress(company.stores, { email: EMAIL })
  await company.until('2027-03-10T01:59:00.000Z')
  const person = await company.stores.customers.get('KH2')
  if (!person) throw new Error('KH2')
  await writeToThisOne(company.stores, { person, by: 'Lan' })
  expect(await outcomes(company)).toMatchObject({ KH1: { state: 'skipped', reason: 'same-address', detail: 'KH2' } })
})

test('a greeting that means only one of them goes to that one, whoever is marked', async () => {
  const company = await atWork({ audience: { genders: ['female'] } })
  await markSharedAddress(company.stores, { email: EMAIL })
  expect(await outcomes(company)).toMatchObject({ KH2: { state: 'sent' } })
})

test('without the mark both are written to, as before', async () => {
  expect(await outcomes(await atWork())).toMatchObject({ KH1: { state: 'sent' }, KH2: { state: 'sent' } })
})

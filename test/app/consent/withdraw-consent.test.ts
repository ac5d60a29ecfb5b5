import { expect, test } from 'vitest'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const stop = {
  customerId: 'c-001',
  purpose: 'care' as const,
  channel: 'email',
  at: NOW,
  source: 'one-click',
  evidence: 'token-1',
}
const atWork = () => runningCompany({ now: NOW, campaigns: [], customers: [aCustomer()] })

test('a withdrawal holds at once, keeps the other purposes, and is kept with its evidence', async () => {
  const { stores, said } = await atWork()
  await stores.customers.setConsents('c-001', {
    'care/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' },
    'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' },
  })
  expect(await withdrawConsent(stores, stop)).toEqual({ withdrawnSince: NOW })
  expect((await stores.customers.get('c-001'))?.consents).toEqual({
    'care/email': { decision: 'withdrawn', at: NOW },
    'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' },
  })
  expect(await stores.consents.ofCustomer('c-001')).toMatchObject([
    { decision: 'withdrawn', source: 'one-click', evidence: 'token-1' },
  ])
  expect(said.map(({ name }) => name)).toEqual(['consent.withdrawn'])
})

test('the same click twice is one record, withdrawn since the first', async () => {
  const { stores } = await atWork()
  await withdrawConsent(stores, stop)
  const again = { ...stop, at: '2027-03-12T02:00:00.000Z' }
  expect(await withdrawConsent(stores, again)).toEqual({ withdrawnSince: NOW })
  expect(await stores.consents.ofCustomer('c-001')).toHaveLength(1)
})

test('a “no” to calls leaves the mails as they are', async () => {
  const { stores } = await atWork()
  await withdrawConsent(stores, { ...stop, channel: 'call' })
  expect((await stores.customers.get('c-001'))?.consents).toEqual({ 'care/call': { decision: 'withdrawn', at: NOW } })
  await withdrawConsent(stores, stop)
  expect((await stores.consents.ofCustomer('c-001')).map(({ channel }) => channel).toSorted()).toEqual(['call', 'email'])
})

test('the state stops first: when the log cannot be written, the "no" holds already', async () => {
  const { stores } = await atWork()
  const append = async () => {
    throw new Error('the log is away')
  }
  await expect(withdrawConsent({ ...stores, consents: { ...stores.consents, append } }, stop)).rejects.toThrow('the log is away')
  expect((await stores.customers.get('c-001'))?.consents).toMatchObject({ 'care/email': { decision: 'withdrawn' } })
})

test('a state that cannot be read is rebuilt from the log, and the withdrawal is in it', async () => {
  const { stores } = await atWork()
  const earlier = { ...stop, purpose: 'survey' as const, channel: 'email', at: '2027-02-01T00:00:00.000Z', evidence: 'token-0' }
  await withdrawConsent(stores, earlier)
  const { customers } = stores
  let written: unknown
  const unreadable = {
    ...customers,
    get: async () => ({ customer: aCustomer(), consents: 'unreadable' as const, frequency: 'any' as const }),
    setConsents: async (_: string, consents: unknown) => {
      written = consents
      return 'written' as const
    },
  }
  await withdrawConsent({ ...stores, customers: unreadable }, stop)
  expect(written).toEqual({
    'survey/email': { decision: 'withdrawn', at: '2027-02-01T00:00:00.000Z' },
    'care/email': { decision: 'withdrawn', at: NOW },
  })
})

test('someone who is no customer has nothing to withdraw', async () => {
  const { stores } = await atWork()
  expect(await withdrawConsent(stores, { ...stop, customerId: 'c-999' })).toBe('unknown-customer')
  expect(await stores.consents.ofCustomer('c-999')).toEqual([])
})

import { expect, test } from 'vitest'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { stopPurposes } from '#app/consent/stop-purposes.ts'
import { events } from '#app/events.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const stop = { customerId: 'c-001', purposes: ['care', 'survey'] as const, at: NOW, source: 'reply', evidence: 'mail-1' }

async function atWork() {
  const customers = memoryCustomerStore({ addressHash: (address) => address })
  await customers.put([aCustomer()])
  const ports = {
    customers,
    consents: memoryConsentLog(),
    ledgers: memoryLedgerStore(),
    notices: memoryNoticeQueue(),
    companyRules: theCompanyRules(),
    events: events({ event: () => {}, alarm: () => {} }),
  }
  return { ports, consentsOf: async () => (await customers.get('c-001'))?.consents }
}

test('each purpose is withdrawn with its evidence, and one word of confirmation names them all', async () => {
  const { ports, consentsOf } = await atWork()
  expect(await stopPurposes(ports, stop)).toBe('stopped')
  expect(await consentsOf()).toEqual({
    'care/email': { decision: 'withdrawn', at: NOW },
    'survey/email': { decision: 'withdrawn', at: NOW },
  })
  expect(await ports.consents.ofCustomer('c-001')).toMatchObject([{ evidence: 'mail-1' }, { evidence: 'mail-1' }])
  expect(ports.notices.waiting()).toEqual([{ customerId: 'c-001', purposes: ['care', 'survey'], at: NOW }])
})

test('what was stopped before is confirmed together with what is new, as of now', async () => {
  const { ports } = await atWork()
  await stopPurposes(ports, { ...stop, purposes: ['care'] })
  const later = '2027-04-10T02:00:00.000Z'
  await stopPurposes(ports, { ...stop, at: later })
  expect(ports.notices.waiting()).toEqual([
    { customerId: 'c-001', purposes: ['care'], at: NOW },
    { customerId: 'c-001', purposes: ['care', 'survey'], at: later },
  ])
})

test.each([
  ['2027-03-10T02:15:00.000Z', 2],
  ['2027-03-10T02:15:00.001Z', 1],
  ['2028-01-01T00:00:00.000Z', 1],
])('the same again at %s: %i times asked for, each time the very same notice', async (at, times) => {
  const { ports } = await atWork()
  await stopPurposes(ports, stop)
  await stopPurposes(ports, { ...stop, at })
  const notice = { customerId: 'c-001', purposes: ['care', 'survey'], at: NOW }
  expect(ports.notices.waiting()).toEqual(Array.from({ length: times }, () => notice))
})

test('a confirmation that could not be asked for is asked for when the customer tries again; the “no” held all the while', async () => {
  const { ports, consentsOf } = await atWork()
  const away = { confirmOptOut: () => Promise.reject(new Error('the queue is away')) }
  await expect(stopPurposes({ ...ports, notices: away }, stop)).rejects.toThrow('the queue is away')
  expect(await consentsOf()).toMatchObject({ 'care/email': { decision: 'withdrawn' }, 'survey/email': { decision: 'withdrawn' } })
  await stopPurposes(ports, { ...stop, at: '2027-03-10T02:03:00.000Z' })
  expect(ports.notices.waiting()).toEqual([{ customerId: 'c-001', purposes: ['care', 'survey'], at: NOW }])
})

test('nothing to stop, and nobody who could, is confirmed to nobody', async () => {
  const { ports } = await atWork()
  expect(await stopPurposes(ports, { ...stop, purposes: [] })).toBe('stopped')
  expect(await stopPurposes(ports, { ...stop, customerId: 'c-404' })).toBe('unknown-customer')
  expect(ports.notices.waiting()).toEqual([])
})

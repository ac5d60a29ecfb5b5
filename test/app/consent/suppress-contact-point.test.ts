import { expect, test } from 'vitest'
import { contactKeys } from '#adapters/crypto/contact-keys.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { suppressContactPoint } from '#app/consent/suppress-contact-point.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'

const WHY = { reason: 'legal', at: '2027-03-10T02:00:00.000Z', evidence: 'erased on request' } as const

async function threeCustomers() {
  const ports = {
    suppressions: memorySuppressionList(),
    customers: memoryCustomerStore({ addressHash: (address) => address.toLowerCase() }),
    ledgers: memoryLedgerStore(),
    seals: contactKeys,
    companyRules: theCompanyRules(),
  }
  const phone = '+84912345678'
  await ports.customers.put([
    aCustomer({ customerId: 'KH1', email: 'nha@example.com', phone }),
    aCustomer({ customerId: 'KH2', email: 'Nha@Example.com', phone }),
    aCustomer({ customerId: 'KH3', email: 'khac@example.com' }),
  ])
  const stopped = async () =>
    (await ports.ledgers.getMany(['KH1', 'KH2', 'KH3'])).filter(({ version }) => version > 0).map(({ customerId }) => customerId)
  const standing = async (point: { kind: string; value: string }) => {
    const key = contactKeys.contactKey(point)
    return (await ports.suppressions.among([key])).get(key)
  }
  return { ports, stopped, standing }
}

test('an address is suppressed for all who have it: a claim on any of them that is under way is lost', async () => {
  const { ports, stopped, standing } = await threeCustomers()
  const point = { kind: 'email', value: 'nha@example.com' }
  await suppressContactPoint(ports, { point, ...WHY })
  expect(await standing({ kind: 'email', value: 'NHA@example.com' })).toMatchObject({ kind: 'email', ...WHY })
  expect((await stopped()).toSorted()).toEqual(['KH1', 'KH2'])
})

test('a number is suppressed for all who have it, and the claims of those who are named are lost', async () => {
  const { ports, stopped, standing } = await threeCustomers()
  const point = { kind: 'phone', value: '+84912345678' }
  await suppressContactPoint(ports, { point, ...WHY, also: ['KH1'] })
  expect(await standing(point)).toMatchObject({ kind: 'phone', ...WHY })
  expect(await standing({ kind: 'email', value: 'nha@example.com' })).toBeUndefined()
  expect(await stopped()).toEqual(['KH1'])
})

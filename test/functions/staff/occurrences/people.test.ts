/** Everybody of an occurrence: what a page of them reads, and whom a search finds. */
import { expect, test } from 'vitest'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { balanceOfBatches } from '#core/planning/balance.ts'
import { readFilter, readPeople } from '#functions/staff/occurrences/people.ts'
import { readableHash } from '#test/contract/every-store.contract.ts'
import { aBatch, aCustomer, aRecipient } from '#test/support/builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'

const occurrence = anOccurrence({ campaignId: 'tet', date: '2027-03-10' })
const sent = { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'm' } as const
const skipped = { state: 'skipped', reason: 'no-address' } as const
const idOf = (at: number) => `KH${String(at).padStart(4, '0')}`

/** Every second of 1,000 is called Mai, the others Lan; every tenth was skipped. */
async function occasion() {
  const { occurrenceId } = occurrence
  const store = memoryCustomerStore({ addressHash: readableHash })
  const ids = Array.from({ length: 1_000 }, (_, at) => idOf(at))
  const named = (at: number) =>
    at % 2 === 0 ? { fullName: 'Lê Thị Mai', givenName: 'Mai' } : { fullName: 'Trần Thị Lan', givenName: 'Lan' }
  await store.put(
    ids.map((customerId, at) => aCustomer({ customerId, ...named(at), phone: `+8490${String(at).padStart(7, '0')}` })),
  )
  const recipients = ids.map((customerId, at) => aRecipient({ customerId, outcome: at % 10 === 0 ? skipped : sent }))
  const batches = [aBatch({ occurrenceId, recipients })]
  let read = 0
  const getMany = (wanted: readonly string[]) => {
    read += wanted.length
    return store.getMany(wanted)
  }
  const stores = {
    customers: { getMany },
    finder: memoryCustomerFinder({ customers: store, addressHash: readableHash }),
    touches: memoryTouchStore(),
  }
  return async (query: Record<string, string>) => {
    read = 0
    const filter = readFilter(query, balanceOfBatches(batches))
    const { shown, ...page } = await readPeople(stores, { detail: { occurrence, batches }, filter, country: 'VN' })
    return {
      ...page,
      names: shown.map(({ customer }) => customer?.fullName),
      ids: shown.map(({ customerId }) => customerId),
      read,
    }
  }
}

test('a search in a large occurrence reads whom it shows, not everybody', async () => {
  const people = await occasion()
  const first = await people({ q: 'mai' })
  expect(new Set(first.names)).toEqual(new Set(['Lê Thị Mai']))
  expect([first.ids.length, first.found]).toEqual([100, null])
  expect(first.read).toBeLessThanOrEqual(100)
  const second = await people({ q: 'mai', after: first.next ?? '' })
  expect(second.ids.filter((id) => first.ids.includes(id))).toEqual([])
})

test('by number and by id it finds the one, and says how many they are', async () => {
  const people = await occasion()
  expect(await people({ q: '0900 000 007' })).toMatchObject({ ids: ['KH0007'], found: 1, next: null })
  expect(await people({ q: 'kh0007' })).toMatchObject({ ids: ['KH0007'], found: 1, next: null })
  expect(await people({ q: 'kh9999' })).toMatchObject({ ids: [], found: 0, next: null })
})

test('a search looks among those of the chosen outcome alone', async () => {
  const people = await occasion()
  expect((await people({ q: 'lan', state: 'skipped' })).ids).toEqual([])
  expect((await people({ q: 'mai', state: 'skipped' })).ids).toHaveLength(100)
  expect(await people({ state: 'skipped' })).toMatchObject({ found: 100, isMore: false })
})

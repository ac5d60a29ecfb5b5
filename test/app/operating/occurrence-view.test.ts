import { expect, test } from 'vitest'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { viewClosedOccurrences, viewOccurrence, viewOpenOccurrences } from '#app/operating/occurrence-view.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { balanceOf } from '#core/planning/balance.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { storedOccurrence } from '#test/support/store-builders.ts'

const ID = 'tenth-of-march_2027-03-10'
const OUTCOMES: readonly Outcome[] = [
  { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'm-1' },
  { state: 'skipped', reason: 'no-address' },
  { state: 'planned' },
]

async function aStore({
  audience = 3,
  slices = 1,
  over = {},
}: {
  audience?: number
  slices?: number
  over?: Partial<Occurrence>
} = {}) {
  const store = memoryOccurrenceStore()
  await store.open(
    storedOccurrence({
      occurrenceId: ID,
      campaignId: 'tenth-of-march',
      date: '2027-03-10',
      slices,
      state: 'open',
      balance: null,
      ...over,
      version: 0,
    }),
  )
  await store.putSlice({ occurrenceId: ID, slice: 0, pass: 'open', plannedAt: '2027-03-09T00:00:00.000Z', audience, buckets: 1 })
  await store.putBatch(
    aBatch({ occurrenceId: ID, recipients: OUTCOMES.map((outcome, at) => aRecipient({ customerId: `c-${at}`, outcome })) }),
  )
  return store
}

test('an open occurrence is counted from its rows and compared with the audience of its slices', async () => {
  const view = await viewOccurrence(await aStore(), ID)
  expect(view?.balance).toMatchObject({ audience: 3, sent: 1, skipped: 1, planned: 1, skippedBy: { 'no-address': 1 } })
  expect(view).toMatchObject({ audience: 3, standing: 'adds-up' })
})

test('whoever a row lost shows as a mismatch', async () => {
  expect(await viewOccurrence(await aStore({ audience: 4 }), ID)).toMatchObject({ audience: 4, standing: 'mismatch' })
})

test('while a slice is still to be planned nothing is said of the sum', async () => {
  expect(await viewOccurrence(await aStore({ slices: 2 }), ID)).toMatchObject({ standing: 'being-planned' })
})

test('in a list, a closed occurrence shows the balance drawn at closing, and its mismatch', async () => {
  const store = await aStore()
  const stored = await store.get(ID)
  const closed = { ...stored!, state: 'closed' as const, balance: balanceOf(OUTCOMES), mismatch: true, version: 1 }
  await store.update(closed)
  const [view] = await viewClosedOccurrences(store, { from: '2027-03-01', to: '2027-03-31' })
  expect(view).toMatchObject({ audience: 3, standing: 'mismatch', balance: { sent: 1 } })
})

test('those still open are listed by date, however old', async () => {
  const store = await aStore()
  await store.open(
    storedOccurrence({ occurrenceId: 'old_2026-01-01', date: '2026-01-01', state: 'open', balance: null, version: 0 }),
  )
  const views = await viewOpenOccurrences(store)
  expect(views.map(({ occurrence }) => occurrence.date)).toEqual(['2026-01-01', '2027-03-10'])
  expect(await viewClosedOccurrences(store, { from: '2026-01-01', to: '2027-12-31' })).toEqual([])
})

test('an occurrence that does not exist is not shown', async () => {
  expect(await viewOccurrence(await aStore(), 'none_2027-03-10')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { BATCHES_LOOKED_INTO, balancesOfOpen, countOpen, PEOPLE_COUNTED } from '#app/operating/balance-of-open.ts'
import { glanceAtOpenOccurrences } from '#app/operating/occurrence-view.ts'
import { undecidedIn } from '#core/planning/balance.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'

const OCCURRENCE = anOccurrence({ campaignId: 'for-all', date: '2027-03-10', marksUnknown: true })
const { occurrenceId } = OCCURRENCE
const isUnknown = ({ outcome }: Recipient) => outcome.state === 'unknown'

/** All but the last person were written to. */
async function occurrenceOf(people: number, unknownFrom = people - 1) {
  const store = memoryOccurrenceStore()
  await store.open(OCCURRENCE)
  await store.putSlice({
    occurrenceId,
    slice: 0,
    pass: 'open',
    plannedAt: '2027-03-09T00:00:00.000Z',
    audience: people,
    buckets: 1,
  })
  const sent = { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'm' } as const
  const recipients = Array.from({ length: people }, (_, at) =>
    aRecipient({ customerId: `c-${at}`, outcome: at < unknownFrom ? sent : { state: 'unknown', since: sent.at, evidence: 'x' } }),
  )
  for (let first = 0; first < people; first += 100) {
    const batchId = `000.${String(first / 100).padStart(2, '0')}.+0700`
    await store.putBatch(aBatch({ occurrenceId, batchId, recipients: recipients.slice(first, first + 100) }))
  }
  await store.countMailed({ occurrenceId, people: people - 1 })
  const read: string[] = []
  const watched: typeof store = {
    ...store,
    batchPages: (id) => {
      read.push(id)
      return store.batchPages(id)
    },
  }
  return { store: watched, read }
}

test('a page counts the people of a small one', async () => {
  const { store } = await occurrenceOf(PEOPLE_COUNTED)
  const [found] = await balancesOfOpen(store, [OCCURRENCE])
  expect(found).toMatchObject({
    audience: PEOPLE_COUNTED,
    standing: 'adds-up',
    balance: { sent: PEOPLE_COUNTED - 1, unknown: 1 },
  })
})

test('and of a large one reads counters, and the batches in which an outcome is unknown', async () => {
  const { store, read } = await occurrenceOf(PEOPLE_COUNTED + 1)
  const unknown = { count: 1, isMore: false }
  const uncounted = { occurrence: OCCURRENCE, balance: null, audience: PEOPLE_COUNTED + 1, mailed: PEOPLE_COUNTED, unknown }
  expect(await balancesOfOpen(store, [OCCURRENCE])).toEqual([uncounted])
  expect(await glanceAtOpenOccurrences(store)).toEqual([uncounted])
  expect(read).toEqual([])
})

test('of very many unknown outcomes it says how many there are at least', async () => {
  const { store } = await occurrenceOf(PEOPLE_COUNTED + 400, 0)
  const [found] = await balancesOfOpen(store, [OCCURRENCE])
  expect(found).toMatchObject({ balance: null, unknown: { count: BATCHES_LOOKED_INTO * 100, isMore: true } })
})

test('where the batches it looks into are settled and more are marked, it is not known, rather than none', async () => {
  const { store } = await occurrenceOf(PEOPLE_COUNTED + 400, 0)
  const settled = (await store.batchesOnceUnknown({ occurrenceId, limit: BATCHES_LOOKED_INTO })).map((batch) => ({
    ...batch,
    version: batch.version + 1,
    recipients: batch.recipients.map((recipient) => ({
      ...recipient,
      outcome: { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'm' } as const,
    })),
  }))
  for (const batch of settled) expect(await store.putBatch(batch)).toBe('written')
  expect(await balancesOfOpen(store, [OCCURRENCE])).toMatchObject([{ balance: null, unknown: null }])
})

test('of an occurrence that was opened before unknown outcomes were marked it is not known', async () => {
  const { store } = await occurrenceOf(PEOPLE_COUNTED + 1)
  const { marksUnknown: _, ...before } = OCCURRENCE
  expect(await balancesOfOpen(store, [before])).toMatchObject([{ balance: null, unknown: null }])
})

test.each([
  ['none is found in it: it is not known', PEOPLE_COUNTED + 1, null],
  ['some are found: those at least', PEOPLE_COUNTED, { count: 1, isMore: true }],
])('a sender of the version before, which marks nothing, took a part of one, and %s', async (_, unknownFrom, unknown) => {
  const { store } = await occurrenceOf(PEOPLE_COUNTED + 1, unknownFrom)
  const before = { ...store, marksThroughout: async () => false }
  expect(await balancesOfOpen(before, [OCCURRENCE])).toMatchObject([{ balance: null, unknown }])
})

test('an erased customer of whom it is unknown waits for no decision, in a large one as in a small one', async () => {
  for (const people of [3, PEOPLE_COUNTED + 1]) {
    const { store } = await occurrenceOf(people)
    const batch = (await store.batches(occurrenceId)).find(({ recipients }) => recipients.some(isUnknown))!
    const recipients = batch.recipients.map((one) => (isUnknown(one) ? { ...one, customerId: 'erased-1' } : one))
    await store.putBatch({ ...batch, recipients, version: batch.version + 1 })
    const [found] = await balancesOfOpen(store, [OCCURRENCE])
    expect(undecidedIn(found!)).toEqual({ count: 0, isMore: false })
    expect(await countOpen(store, OCCURRENCE)).toMatchObject({ standing: 'adds-up', balance: { unknown: 1, unknownErased: 1 } })
  }
})

test('an act counts every one, however many', async () => {
  const { store } = await occurrenceOf(PEOPLE_COUNTED + 1)
  expect(await countOpen(store, OCCURRENCE)).toMatchObject({ standing: 'adds-up', balance: { sent: PEOPLE_COUNTED, unknown: 1 } })
})

test('slices read a moment behind are no mismatch: the present rows decide', async () => {
  const { store } = await occurrenceOf(3)
  const behind = { ...store, slicesEventually: async () => new Map() }
  expect(await balancesOfOpen(behind, [OCCURRENCE])).toMatchObject([{ audience: 3, standing: 'adds-up' }])
})

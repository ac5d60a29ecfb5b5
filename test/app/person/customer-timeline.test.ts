import { expect, test } from 'vitest'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { timelinePages } from '#app/person/customer-timeline.ts'
import { noticeIds, OPT_OUT_NOTICE } from '#core/audience/opt-out-notice.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import { allPages } from '#test/support/all-pages.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { storedOccurrence, storedTouch } from '#test/support/store-builders.ts'

const RANGE = { from: '2027-03-01', to: '2027-03-31', zone: 'Asia/Ho_Chi_Minh' }
const SLICES = 4

test('skips come from the rows of the customer’s slice, touches from their own, newest first; nobody else’s are shown', async () => {
  const occurrences = memoryOccurrenceStore()
  const touches = memoryTouchStore()
  const slice = Math.floor((partitionOf('c-001') * SLICES) / PARTITIONS)
  const id = 'tenth-of-march_2027-03-10'
  await occurrences.open(
    storedOccurrence({
      occurrenceId: id,
      campaignId: 'tenth-of-march',
      date: '2027-03-10',
      slices: SLICES,
      balance: null,
      state: 'open',
      version: 0,
    }),
  )
  await occurrences.putBatch(
    aBatch({
      occurrenceId: id,
      slice,
      recipients: [
        aRecipient({ outcome: { state: 'skipped', reason: 'opted-out', purpose: 'care' } }),
        aRecipient({ customerId: 'c-002' }),
      ],
    }),
  )
  await touches.record([storedTouch({ customerId: 'c-001', occurrenceId: 'older_2026-05-19', campaignId: 'older' })])

  const timeline = await allPages(timelinePages({ occurrences, touches }, { customerId: 'c-001', ...RANGE }))
  expect(timeline).toMatchObject([
    { occurrenceId: id, date: '2027-03-10', outcome: { state: 'skipped', reason: 'opted-out', purpose: 'care' }, touch: null },
    { occurrenceId: 'older_2026-05-19', date: '2026-05-19', outcome: null, touch: { campaignId: 'older' } },
  ])
  expect(Object.keys(timeline[1] ?? {}).sort()).toEqual(['campaignId', 'date', 'occurrenceId', 'outcome', 'touch'])
})

test('a confirmation of a stop is of the day on which it was sent, as the company counts days', async () => {
  const touches = memoryTouchStore()
  const [occurrenceId] = noticeIds({ purposes: ['care'], at: '2026-05-18T16:59:00.000Z' })
  await touches.record([
    storedTouch({ customerId: 'c-001', occurrenceId, campaignId: OPT_OUT_NOTICE, at: '2026-05-18T17:01:00.000Z' }),
  ])
  const timeline = await allPages(
    timelinePages({ occurrences: memoryOccurrenceStore(), touches }, { customerId: 'c-001', ...RANGE }),
  )
  expect(timeline).toMatchObject([{ occurrenceId, date: '2026-05-19', outcome: null }])
})

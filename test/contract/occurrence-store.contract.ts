/** What every store of occurrences, slices and batches must do. */
import { describe, expect, test } from 'vitest'
import type { OccurrenceStore } from '#app/ports.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { AN_INSTANT, storedBatch, storedOccurrence, storedSlice } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const ID = 'tet_2027-02-06'
const on = (date: string, campaignId = 'tet') => storedOccurrence({ occurrenceId: `${campaignId}_${date}`, campaignId, date })

const EVERY_OUTCOME: readonly Recipient['outcome'][] = [
  { state: 'planned' },
  { state: 'skipped', reason: 'frequency-cap', detail: '3 trong 24 giờ', freeAt: AN_INSTANT },
  { state: 'skipped', reason: 'opted-out' },
  { state: 'deferred', until: AN_INSTANT, because: 'outside-hours' },
  { state: 'withheld', because: 'holdout' },
  { state: 'sent', at: AN_INSTANT, providerId: '0100-01' },
  { state: 'failed', at: AN_INSTANT, reason: 'MessageRejected' },
  { state: 'unknown', since: AN_INSTANT, evidence: 'timeout' },
]

export function occurrenceStoreContract(fresh: () => Promise<OccurrenceStore>): void {
  describe('a store of occurrences', () => {
    test('an occurrence is opened once, whoever tries', async () => {
      const store = await fresh()
      expect(await store.get(ID)).toBeUndefined()
      const rivals = [1, 2, 3].map((campaignVersion) => storedOccurrence({ campaignVersion }))
      const results = await Promise.all(rivals.map((rival) => store.open(rival)))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      expect(await store.get(ID)).toEqual(rivals[results.indexOf('written')])
    })

    test('an update replaces exactly the version before it', async () => {
      const store = await fresh()
      const balance = {
        audience: 3,
        planned: 0,
        sent: 1,
        skipped: 1,
        skippedBy: { 'opted-out': 1 },
        deferred: 0,
        withheld: 1,
        failed: 0,
        unknown: 0,
      }
      expect(await store.update(storedOccurrence({ version: 1 }))).toBe('lost')
      await store.open(storedOccurrence())
      expect(await store.update(storedOccurrence({ version: 0 }))).toBe('lost')
      expect(await store.update(storedOccurrence({ version: 2 }))).toBe('lost')
      const results = await Promise.all(
        [1, 2].map(() => store.update(storedOccurrence({ version: 1, state: 'closed', balance }))),
      )
      expect(results.toSorted()).toEqual(['lost', 'written'])
      expect(await store.get(ID)).toEqual(storedOccurrence({ version: 1, state: 'closed', balance }))
    })

    test('occurrences are listed by date, then id, both ends of the range included', async () => {
      const store = await fresh()
      const all = [
        on('2026-12-31'),
        on('2027-01-01', 'a'),
        on('2027-01-01', 'b'),
        on('2027-01-31'),
        on('2027-02-01'),
        on('2027-03-01'),
      ]
      for (const occurrence of all.toReversed()) await store.open(occurrence)
      expect(await store.between('2026-12-31', '2027-03-01')).toEqual(all)
      expect(await store.between('2027-01-01', '2027-01-31')).toEqual(all.slice(1, 4))
      expect(await store.between('2027-02-02', '2027-02-28')).toEqual([])
      expect(await store.between('2027-02-01', '2027-01-01')).toEqual([])
      await store.update({ ...on('2027-02-01'), version: 1, state: 'closed' })
      expect(await store.between('2027-02-01', '2027-02-01')).toEqual([{ ...on('2027-02-01'), version: 1, state: 'closed' }])
    })

    test('slices are kept in order, the last planning of each', async () => {
      const store = await fresh()
      await store.open(storedOccurrence())
      for (const slice of [200, 3, 10]) await store.putSlice(storedSlice({ slice }))
      await store.putSlice(storedSlice({ slice: 10, pass: 'refresh', audience: 121 }))
      await store.putSlice(storedSlice({ occurrenceId: 'other_2027-02-06' }))
      expect(await store.slices(ID)).toEqual([
        storedSlice(),
        storedSlice({ slice: 10, pass: 'refresh', audience: 121 }),
        storedSlice({ slice: 200 }),
      ])
      expect(await store.slices('nothing_2027-02-06')).toEqual([])
    })

    test('a batch keeps every recipient with any outcome', async () => {
      const store = await fresh()
      const recipients = EVERY_OUTCOME.map((outcome, n) => ({
        customerId: `c-${n}`,
        occasionKey: n % 2 ? 'tết-2027' : 'tet',
        outcome,
      }))
      const batch = storedBatch({ recipients, state: 'sending', takenAt: AN_INSTANT })
      expect(await store.putBatch(batch)).toBe('written')
      expect(await store.batch(ID, batch.batchId)).toEqual(batch)
      expect(await store.batch(ID, '003.09.+0700')).toBeUndefined()
      const empty = storedBatch({ batchId: '003.02.+0700', recipients: [] })
      await store.putBatch(empty)
      expect(await store.batch(ID, empty.batchId)).toEqual(empty)
    })

    test('of two who write the same version of a batch exactly one succeeds', async () => {
      const store = await fresh()
      const race = async (version: number) => {
        const rivals = [1, 2, 3].map((campaignVersion) => storedBatch({ version, campaignVersion }))
        const results = await Promise.all(rivals.map((rival) => store.putBatch(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await store.batch(ID, storedBatch().batchId)).toEqual(rivals[results.indexOf('written')])
      }
      expect(await store.putBatch(storedBatch({ version: 1 }))).toBe('lost')
      await race(0)
      await race(1)
      expect(await store.putBatch(storedBatch({ version: 3 }))).toBe('lost')
      expect(await store.putBatch(storedBatch({ version: 1 }))).toBe('lost')
    })

    test('a batch is removed only at this version and while it is planned', async () => {
      const store = await fresh()
      await store.putBatch(storedBatch())
      expect(await store.removeBatch(storedBatch({ version: 1 }))).toBe('lost')
      await store.putBatch(storedBatch({ version: 1, state: 'sending', takenAt: AN_INSTANT }))
      expect(await store.removeBatch(storedBatch({ version: 1 }))).toBe('lost')
      expect(await store.batches(ID)).toHaveLength(1)
      await store.putBatch(storedBatch({ version: 2 }))
      expect(await store.removeBatch(storedBatch({ version: 2 }))).toBe('written')
      expect(await store.removeBatch(storedBatch({ version: 2 }))).toBe('lost')
      expect(await store.batches(ID)).toEqual([])
      expect(await store.putBatch(storedBatch())).toBe('written')
    })

    test('the batches of a slice, and of the occurrence, are read to the end however large they are', async () => {
      const store = await fresh()
      await store.open(storedOccurrence())
      await store.putSlice(storedSlice())
      const recipients = Array.from({ length: 500 }, (_, n) => ({
        customerId: `c-${n}`,
        occasionKey: 'tet-2027',
        outcome: { state: 'sent' as const, at: AN_INSTANT, providerId: `0100018f-${n}-`.padEnd(60, 'x') },
      }))
      const batches = Array.from({ length: 18 }, (_, n) =>
        storedBatch({ batchId: `003.${String(n).padStart(2, '0')}.+0700`, recipients, state: 'done', takenAt: AN_INSTANT }),
      )
      const other = [storedBatch({ slice: 4, batchId: '004.00.-0330' }), storedBatch({ slice: 30, batchId: '030.00.+0700' })]
      for (const batch of [...batches, ...other].toReversed()) await store.putBatch(batch)
      expect((await store.batches(ID)).map(({ batchId }) => batchId)).toEqual(
        [...batches, ...other].map(({ batchId }) => batchId),
      )
      expect(await store.batchesOfSlice(ID, 3)).toEqual(batches)
      expect(await store.batchesOfSlice(ID, 4)).toEqual(other.slice(0, 1))
      expect(await store.batchesOfSlice(ID, 5)).toEqual([])
    })

    test('a batch whose id does not begin with its slice is refused: it would not be found', async () => {
      const store = await fresh()
      await expect(store.putBatch(storedBatch({ batchId: '3.01' }))).rejects.toThrow('must begin with 003.')
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const [occurrence, slice, batch] = [storedOccurrence(), storedSlice(), storedBatch()]
      await store.open(occurrence)
      await store.putSlice(slice)
      await store.putBatch(batch)
      tamper([occurrence, slice, batch])
      tamper([
        await store.get(ID),
        await store.between('2027-02-06', '2027-02-06'),
        await store.slices(ID),
        await store.batches(ID),
      ])
      tamper([await store.batchesOfSlice(ID, 3), await store.batch(ID, '003.01.+0700')])
      expect(await store.get(ID)).toEqual(storedOccurrence())
      expect(await store.slices(ID)).toEqual([storedSlice()])
      expect(await store.batches(ID)).toEqual([storedBatch()])
    })
  })
}

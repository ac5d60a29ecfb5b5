/** What every list of suppressed addresses must do. */
import { describe, expect, test } from 'vitest'
import type { SuppressionList } from '#app/ports/consent.ts'
import { aSuppression } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

export function suppressionListContract(fresh: () => Promise<SuppressionList>): void {
  describe('a list of suppressed addresses', () => {
    test('tells which of the addresses are on it', async () => {
      const list = await fresh()
      expect(await list.among([])).toEqual(new Map())
      await list.add(aSuppression())
      expect(await list.among(['hash-1', 'hash-2', 'hash-1'])).toEqual(new Map([['hash-1', aSuppression()]]))
    })

    test('the first reason stays', async () => {
      const list = await fresh()
      await list.add(aSuppression({ reason: 'complaint', evidence: 'thư rác' }))
      await list.add(aSuppression())
      expect((await list.among(['hash-1'])).get('hash-1')).toEqual(aSuppression({ reason: 'complaint', evidence: 'thư rác' }))
    })

    test('looks up any number of addresses', async () => {
      const list = await fresh()
      const hashes = Array.from({ length: 201 }, (_, n) => `hash-${n}`)
      for (const addressHash of hashes) await list.add(aSuppression({ addressHash }))
      for (const count of [0, 1, 25, 26, 100, 101, 201]) {
        const found = await list.among([...hashes.slice(0, count), 'clean'])
        expect([...found.keys()].sort()).toEqual(hashes.slice(0, count).sort())
      }
    })

    test('soft bounces of an address are counted by mail, since an instant; the same mail again counts once', async () => {
      const list = await fresh()
      const note = (providerId: string, at: string, since = '2027-01-01T00:00:00.000Z', addressHash = 'hash-1') =>
        list.noteSoftBounce({ addressHash, providerId, at, since })
      expect(await note('m-1', '2027-02-01T00:00:00.000Z')).toBe(1)
      expect(await note('m-1', '2027-02-01T00:00:00.000Z')).toBe(1)
      expect(await note('m-2', '2027-02-10T00:00:00.000Z')).toBe(2)
      expect(await note('m-9', '2027-02-10T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 'hash-2')).toBe(1)
      // Counted are those after the instant.
      expect(await note('m-3', '2027-03-05T00:00:00.000Z', '2027-02-05T00:00:00.000Z')).toBe(2)
      expect((await list.among(['hash-1', 'hash-2'])).size).toBe(0)
      await list.add(aSuppression())
      expect(await list.among(['hash-1'])).toEqual(new Map([['hash-1', aSuppression()]]))
    })

    test('soft bounces that are forgotten count no more; the suppression and those of others stay', async () => {
      const list = await fresh()
      const note = (addressHash: string, providerId: string) =>
        list.noteSoftBounce({ addressHash, providerId, at: '2027-02-01T00:00:00.000Z', since: '2027-01-01T00:00:00.000Z' })
      for (const hash of ['hash-1', 'hash-2']) await note(hash, 'm-1')
      await list.add(aSuppression())
      await list.forgetSoftBounces('hash-1')
      await list.forgetSoftBounces('hash-1')
      expect(await list.among(['hash-1'])).toEqual(new Map([['hash-1', aSuppression()]]))
      expect([await note('hash-1', 'm-2'), await note('hash-2', 'm-2')]).toEqual([1, 2])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const list = await fresh()
      const suppression = aSuppression()
      await list.add(suppression)
      tamper([suppression, (await list.among(['hash-1'])).get('hash-1')])
      expect(await list.among(['hash-1'])).toEqual(new Map([['hash-1', aSuppression()]]))
    })
  })
}

/** What every list of suppressed contact points must do. */
import { describe, expect, test } from 'vitest'
import type { SuppressionList } from '#app/ports/consent.ts'
import { aSuppression } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

export function suppressionListContract(fresh: () => Promise<SuppressionList>): void {
  describe('a list of suppressed contact points', () => {
    test('tells which of the contact points are on it', async () => {
      const list = await fresh()
      expect(await list.among([])).toEqual(new Map())
      await list.add(aSuppression())
      expect(await list.among(['email:hash-1', 'email:hash-2', 'email:hash-1'])).toEqual(
        new Map([['email:hash-1', aSuppression()]]),
      )
    })

    test('tells an address from a number of the same hash', async () => {
      const list = await fresh()
      const ofNumber = aSuppression({ contactKey: 'phone:hash-1', kind: 'phone', reason: 'legal' })
      await list.add(ofNumber)
      expect(await list.among(['email:hash-1', 'phone:hash-1'])).toEqual(new Map([['phone:hash-1', ofNumber]]))
    })

    test('the first reason stays', async () => {
      const list = await fresh()
      await list.add(aSuppression({ reason: 'complaint', evidence: 'thư rác' }))
      await list.add(aSuppression())
      expect((await list.among(['email:hash-1'])).get('email:hash-1')).toEqual(
        aSuppression({ reason: 'complaint', evidence: 'thư rác' }),
      )
    })

    test('looks up any number of contact points', async () => {
      const list = await fresh()
      const keys = Array.from({ length: 201 }, (_, n) => `email:hash-${n}`)
      for (const contactKey of keys) await list.add(aSuppression({ contactKey }))
      for (const count of [0, 1, 25, 26, 100, 101, 201]) {
        const found = await list.among([...keys.slice(0, count), 'email:clean'])
        expect([...found.keys()].sort()).toEqual(keys.slice(0, count).sort())
      }
    })

    test('soft bounces of a contact point are counted by mail, since an instant; the same mail again counts once', async () => {
      const list = await fresh()
      const note = (providerId: string, at: string, since = '2027-01-01T00:00:00.000Z', contactKey = 'email:hash-1') =>
        list.noteSoftBounce({ contactKey, providerId, at, since })
      expect(await note('m-1', '2027-02-01T00:00:00.000Z')).toBe(1)
      expect(await note('m-1', '2027-02-01T00:00:00.000Z')).toBe(1)
      expect(await note('m-2', '2027-02-10T00:00:00.000Z')).toBe(2)
      expect(await note('m-9', '2027-02-10T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 'email:hash-2')).toBe(1)
      // Counted are those after the instant.
      expect(await note('m-3', '2027-03-05T00:00:00.000Z', '2027-02-05T00:00:00.000Z')).toBe(2)
      expect((await list.among(['email:hash-1', 'email:hash-2'])).size).toBe(0)
      await list.add(aSuppression())
      expect(await list.among(['email:hash-1'])).toEqual(new Map([['email:hash-1', aSuppression()]]))
    })

    test('soft bounces that are forgotten count no more; the suppression and those of others stay', async () => {
      const list = await fresh()
      const note = (contactKey: string, providerId: string) =>
        list.noteSoftBounce({ contactKey, providerId, at: '2027-02-01T00:00:00.000Z', since: '2027-01-01T00:00:00.000Z' })
      for (const key of ['email:hash-1', 'email:hash-2']) await note(key, 'm-1')
      await list.add(aSuppression())
      await list.forgetSoftBounces('email:hash-1')
      await list.forgetSoftBounces('email:hash-1')
      expect(await list.among(['email:hash-1'])).toEqual(new Map([['email:hash-1', aSuppression()]]))
      expect([await note('email:hash-1', 'm-2'), await note('email:hash-2', 'm-2')]).toEqual([1, 2])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const list = await fresh()
      const suppression = aSuppression()
      await list.add(suppression)
      tamper([suppression, (await list.among(['email:hash-1'])).get('email:hash-1')])
      expect(await list.among(['email:hash-1'])).toEqual(new Map([['email:hash-1', aSuppression()]]))
    })
  })
}

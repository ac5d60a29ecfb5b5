/** What every list of suppressed addresses must do. */
import { describe, expect, test } from 'vitest'
import type { SuppressionList } from '#app/ports.ts'
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

    test('nothing that a caller does to a value changes what is stored', async () => {
      const list = await fresh()
      const suppression = aSuppression()
      await list.add(suppression)
      tamper([suppression, (await list.among(['hash-1'])).get('hash-1')])
      expect(await list.among(['hash-1'])).toEqual(new Map([['hash-1', aSuppression()]]))
    })
  })
}

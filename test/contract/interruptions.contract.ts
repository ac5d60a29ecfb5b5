/** What every store of urgent work of which staff are told must do. */
import { describe, expect, test } from 'vitest'
import type { Interruption, Interruptions } from '#app/ports/interruptions.ts'
import { tamper } from '#test/support/tamper.ts'

const AT = '2027-03-02T15:30:00.000Z'
const LATER = '2027-03-02T15:30:00.001Z'
const anInterruption = (over: Partial<Interruption> = {}): Interruption => ({
  at: AT,
  mark: '1a2b3c',
  workId: 'complaint_reply-9',
  kind: 'complaint',
  isMailed: false,
  isPosted: false,
  failedPosts: 0,
  triedAt: null,
  version: 1,
  ...over,
})

export function interruptionsContract(fresh: () => Promise<Interruptions>): void {
  describe('urgent work of which staff are told', () => {
    test('is noted once, and changed by exactly one of those who read the same version', async () => {
      const store = await fresh()
      const first = await Promise.all([store.put(anInterruption()), store.put(anInterruption())])
      expect(first.toSorted()).toEqual(['lost', 'written'])
      const done = anInterruption({ isMailed: true, workId: null, failedPosts: 2, triedAt: LATER, version: 2 })
      const next = await Promise.all([store.put(done), store.put(done)])
      expect(next.toSorted()).toEqual(['lost', 'written'])
      expect(await store.put(anInterruption({ version: 4 }))).toBe('lost')
      expect(await store.put(anInterruption({ version: 0 }))).toBe('lost')
      expect(await store.since(AT)).toEqual([done])
    })

    test('is found by the instant at which the work was opened, that one included', async () => {
      const store = await fresh()
      const all = [anInterruption(), anInterruption({ mark: '9z' }), anInterruption({ at: LATER, mark: '0' })]
      for (const each of all.toReversed()) await store.put(each)
      expect(await store.since(AT)).toEqual(all)
      expect(await store.since(LATER)).toEqual(all.slice(2))
      for (let run = 0; run < 2; run++) await store.removeBefore(LATER)
      expect(await store.since('2020-01-01T00:00:00.000Z')).toEqual(all.slice(2))
    })

    test('nothing that a caller does to it changes what is stored', async () => {
      const store = await fresh()
      const row = anInterruption()
      await store.put(row)
      tamper([row, await store.since(AT)])
      expect(await store.since(AT)).toEqual([anInterruption()])
    })
  })
}

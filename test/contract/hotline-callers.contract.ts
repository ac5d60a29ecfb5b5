/** What every store of the hotline's callers must do. */
import { describe, expect, test } from 'vitest'
import type { HotlineCaller, HotlineCallers } from '#app/ports/numbers.ts'
import { tamper } from '#test/support/tamper.ts'

const aCaller = (over: Partial<HotlineCaller> = {}): HotlineCaller => ({
  day: '2027-03-10',
  numberName: 'n1',
  customerId: null,
  answeredAt: null,
  missedAt: '2027-03-10T02:00:00.000Z',
  ...over,
})
const answered = (at: string, over: Partial<HotlineCaller> = {}) => aCaller({ answeredAt: at, missedAt: null, ...over })

const on = async (store: HotlineCallers, day: string) => {
  const found: HotlineCaller[] = []
  for await (const page of store.rungOn(day)) found.push(...page)
  return found
}

export function hotlineCallersContract(fresh: () => Promise<HotlineCallers>): void {
  describe("a store of the hotline's callers", () => {
    test('keeps one row for each number and day, with the last of each instant, told in whatever order and twice', async () => {
      const told = [
        aCaller(),
        answered('2027-03-10T03:00:00.000Z'),
        aCaller({ missedAt: '2027-03-10T04:00:00.000Z' }),
        answered('2027-03-10T01:00:00.000Z'),
      ]
      const expected = aCaller({ answeredAt: '2027-03-10T03:00:00.000Z', missedAt: '2027-03-10T04:00:00.000Z' })
      for (const order of [told, told.toReversed(), [...told, ...told]]) {
        const store = await fresh()
        for (const caller of order) await store.note(caller)
        expect(await on(store, '2027-03-10')).toEqual([expected])
      }
    })

    test('several at once keep the last of each', async () => {
      const store = await fresh()
      const hours = ['01', '05', '03', '04', '02']
      await Promise.all(hours.map((hour) => store.note(answered(`2027-03-10T${hour}:00:00.000Z`))))
      expect(await on(store, '2027-03-10')).toEqual([answered('2027-03-10T05:00:00.000Z')])
    })

    test('remembers the first customer who was found at the number', async () => {
      const store = await fresh()
      await store.note(aCaller())
      await store.note(answered('2027-03-10T03:00:00.000Z', { customerId: 'c-1' }))
      await store.note(answered('2027-03-10T04:00:00.000Z', { customerId: 'c-2' }))
      expect(await on(store, '2027-03-10')).toMatchObject([{ customerId: 'c-1' }])
    })

    test('a call of which nothing is known leaves no row', async () => {
      const store = await fresh()
      await store.note(aCaller({ missedAt: null }))
      expect(await on(store, '2027-03-10')).toEqual([])
    })

    test('days and numbers are apart; a number is forgotten on all of its days', async () => {
      const store = await fresh()
      const rows = [aCaller(), aCaller({ day: '2027-03-11' }), aCaller({ numberName: 'n2' }), aCaller({ numberName: 'n11' })]
      for (const row of rows) await store.note(row)
      expect((await on(store, '2027-03-10')).map(({ numberName }) => numberName)).toEqual(['n1', 'n11', 'n2'])
      expect(await on(store, '2027-03-11')).toEqual([rows[1]])
      await store.forget('n1')
      await store.forget('n1')
      expect((await on(store, '2027-03-10')).map(({ numberName }) => numberName)).toEqual(['n11', 'n2'])
      expect(await on(store, '2027-03-11')).toEqual([])
    })

    test('those of the days before a day are removed, and no other', async () => {
      const store = await fresh()
      for (const day of ['2026-12-31', '2027-03-09', '2027-03-10', '2027-03-11']) await store.note(aCaller({ day }))
      expect(await store.removeBefore('2027-03-10')).toBe(2)
      expect(await store.removeBefore('2027-03-10')).toBe(0)
      expect(await on(store, '2027-03-09')).toEqual([])
      expect(await on(store, '2027-03-10')).toHaveLength(1)
      expect(await on(store, '2027-03-11')).toHaveLength(1)
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const row = aCaller()
      await store.note(row)
      tamper([row, await on(store, '2027-03-10')])
      expect(await on(store, '2027-03-10')).toEqual([aCaller()])
    })
  })
}

/** What every store of the numbers' own records must do. */
import { describe, expect, test } from 'vitest'
import type { LateNote, NumberStore } from '#app/ports/numbers.ts'
import { storedRollUp } from '#test/support/roll-up-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const AT = '2027-02-07T01:00:00.000Z'
const LATER = '2027-02-07T02:00:00.000Z'

const [FEBRUARY, WEEK] = [
  { from: '2027-02-01', to: '2027-02-28' },
  { from: '2027-02-01', to: '2027-02-07' },
]

export function numberStoreContract(fresh: () => Promise<NumberStore>): void {
  describe('a store of late days, written days and roll-ups', () => {
    test('a late day stands until it is settled, with the last instant and all that moved away', async () => {
      const store = await fresh()
      expect(await store.lateDays()).toEqual([])
      await store.noteLate({ day: '2027-02-06', at: AT, moved: [7n, 4_611_686_018_427_387_903n] })
      await store.noteLate({ day: '2027-02-01', at: AT })
      await store.noteLate({ day: '2027-02-06', at: LATER, moved: [7n, 8n] })
      const [first, last] = await store.lateDays()
      expect(first).toEqual({ day: '2027-02-01', at: AT, times: 1, moved: [] } satisfies LateNote)
      expect(last).toMatchObject({ day: '2027-02-06', at: LATER, times: 2 })
      expect(last?.moved.toSorted((a, b) => Number(a - b))).toEqual([7n, 8n, 4_611_686_018_427_387_903n])
      if (first) await store.settleLate(first)
      expect((await store.lateDays()).map(({ day }) => day)).toEqual(['2027-02-06'])
    })

    test('a note made while the day was written stands, also when the clock stood still', async () => {
      const store = await fresh()
      await store.noteLate({ day: '2027-02-06', at: AT })
      const [read] = await store.lateDays()
      await store.noteLate({ day: '2027-02-06', at: AT })
      if (read) await store.settleLate(read)
      const [again] = await store.lateDays()
      expect(again).toMatchObject({ day: '2027-02-06', times: 2 })
      if (again) await store.settleLate(again)
      if (again) await store.settleLate(again)
      expect(await store.lateDays()).toEqual([])
    })

    test('many notes of one moment are all counted', async () => {
      const store = await fresh()
      await Promise.all([1n, 2n, 3n, 4n].map((moved) => store.noteLate({ day: '2027-02-06', at: AT, moved: [moved] })))
      const [note] = await store.lateDays()
      expect(note?.times).toBe(4)
      expect(note?.moved).toHaveLength(4)
    })

    test('keeps the name of the rules of themes, and knows none at first', async () => {
      const store = await fresh()
      expect(await store.themeRules()).toBeNull()
      await store.keepThemeRules('1')
      await store.keepThemeRules('2')
      expect(await store.themeRules()).toBe('2')
    })

    test('says which days of a period are written, and which was the first of all', async () => {
      const store = await fresh()
      expect(await store.firstDay()).toBeNull()
      expect(await store.writtenDays(FEBRUARY)).toEqual([])
      for (const day of ['2027-02-07', '2027-01-31', '2027-02-28', '2027-02-01', '2027-03-01']) await store.noteWritten(day, AT)
      await store.noteWritten('2027-02-07', LATER)
      expect(await store.writtenDays(FEBRUARY)).toEqual(['2027-02-01', '2027-02-07', '2027-02-28'])
      expect(await store.writtenDays(WEEK)).toEqual(['2027-02-01', '2027-02-07'])
      expect(await store.firstDay()).toBe('2027-01-31')
      await store.noteLate({ day: '2027-02-03', at: AT })
      expect(await store.firstDay()).toBe('2027-01-31')
      await store.noteLate({ day: '1987-02-09', at: AT })
      expect(await store.firstDay()).toBe('1987-02-09')
    })

    test('a written day is to be rolled up until it was, and again when it is written again', async () => {
      const store = await fresh()
      expect(await store.daysToRollUp()).toEqual([])
      await store.noteWritten('2027-02-07', AT)
      await store.noteWritten('2027-02-01', AT)
      expect(await store.daysToRollUp()).toEqual([
        { day: '2027-02-01', at: AT },
        { day: '2027-02-07', at: AT },
      ])
      await store.settleWritten({ day: '2027-02-01', at: AT })
      await store.noteWritten('2027-02-07', LATER)
      await store.settleWritten({ day: '2027-02-07', at: AT })
      expect(await store.daysToRollUp()).toEqual([{ day: '2027-02-07', at: LATER }])
      expect(await store.writtenDays(WEEK)).toEqual(['2027-02-01', '2027-02-07'])
    })

    test('a period waits until it is rolled up, and goes on waiting when it was asked for again meanwhile', async () => {
      const store = await fresh()
      expect([await store.waitingPeriods(), await store.isWaiting(WEEK)]).toEqual([[], false])
      for (const period of [WEEK, FEBRUARY, WEEK]) await store.noteWaiting(period)
      const before = await store.waitingPeriods()
      expect(before).toEqual([
        { ...FEBRUARY, times: 1 },
        { ...WEEK, times: 2 },
      ])
      expect(await store.isWaiting(WEEK)).toBe(true)
      await store.noteWaiting(FEBRUARY)
      for (const period of before) await store.settleWaiting(period)
      expect(await store.waitingPeriods()).toEqual([{ ...FEBRUARY, times: 2 }])
      expect([await store.isWaiting(FEBRUARY), await store.isWaiting(WEEK)]).toEqual([true, false])
    })

    test('a roll-up is found by its period and its segment, and replaced by a later one', async () => {
      const store = await fresh()
      const all = storedRollUp()
      const odd = storedRollUp({ segment: { by: 'tier', is: 'all=1#đồng' } })
      const empty = storedRollUp({ segment: { by: 'tier', is: '' } })
      const week = storedRollUp({ period: WEEK })
      await store.putRollUps([all, odd, empty, week])
      for (const rollUp of [all, odd, empty, week]) expect(await store.rollUp(rollUp)).toEqual(rollUp)
      expect(await store.rollUp({ period: FEBRUARY, segment: { by: 'country', is: 'VN' } })).toBeUndefined()
      const later = storedRollUp({ madeAt: LATER })
      await store.putRollUps([later])
      expect(await store.rollUp(all)).toEqual(later)
      expect(await store.rollUp(week)).toEqual(week)
    })

    test('those of every value of a column come in its order, of one period alone', async () => {
      const store = await fresh()
      const of = (is: string) => storedRollUp({ segment: { by: 'campaign', is } })
      const names = Array.from({ length: 40 }, (_, nth) => `campaign-${String(nth).padStart(2, '0')}`)
      await store.putRollUps([
        ...names.toReversed().map(of),
        storedRollUp(),
        storedRollUp({ segment: { by: 'campaign', is: 'x' }, period: WEEK }),
      ])
      const found = await store.rollUpsBy({ period: FEBRUARY, by: 'campaign' })
      expect(found).toEqual(names.map(of))
      expect(await store.rollUpsBy({ period: FEBRUARY, by: 'all' })).toEqual([storedRollUp()])
      expect(await store.rollUpsBy({ period: FEBRUARY, by: 'team' })).toEqual([])
      await store.putRollUps([])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const [rollUp, late] = [storedRollUp(), { day: '2027-02-06', at: AT, moved: [1n] }]
      await store.putRollUps([rollUp])
      await store.noteLate(late)
      tamper([rollUp, late, await store.rollUp(rollUp), await store.lateDays()])
      expect(await store.rollUp(storedRollUp())).toEqual(storedRollUp())
      expect(await store.lateDays()).toEqual([{ day: '2027-02-06', at: AT, times: 1, moved: [1n] }])
    })
  })
}

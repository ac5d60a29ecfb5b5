/** What every store of marks of single mails to staff must do. */
import { describe, expect, test } from 'vitest'
import type { StaffMailMark, StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import { tamper } from '#test/support/tamper.ts'

const aMark = (over: Partial<StaffMailMark> = {}): StaffMailMark => ({
  date: '2027-03-02',
  about: 'urgent 1a2b3c',
  address: 'mai@trasen.example.com',
  claimedAt: '2027-03-02T15:30:00.000Z',
  outcome: 'sending',
  ...over,
})

export function staffMailMarksContract(fresh: () => Promise<StaffMailMarks>): void {
  describe('marks of single mails to staff', () => {
    test('of those who claim the same mail exactly one succeeds, and each day, matter and person has its own', async () => {
      const store = await fresh()
      const all = [
        aMark(),
        aMark({ address: 'an@trasen.example.com' }),
        aMark({ about: 'urgent 1a2b3c4' }),
        aMark({ about: 'urgent 1a2b3c#x' }),
      ]
      for (const mark of [...all, aMark({ date: '2027-03-03' })]) {
        const results = await Promise.all([store.claim(mark), store.claim(mark), store.claim(mark)])
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      }
      expect(await store.of(aMark())).toEqual([all[1], all[0]])
      expect(await store.of(aMark({ about: 'report' }))).toEqual([])
    })

    test('is settled once, and given back only while it is being sent', async () => {
      const store = await fresh()
      expect(await store.settle(aMark({ outcome: 'sent' }))).toBe('lost')
      expect(await store.giveBack(aMark())).toBe('lost')
      await store.claim(aMark())
      expect(await store.giveBack(aMark())).toBe('written')
      expect(await store.of(aMark())).toEqual([])
      await store.claim(aMark())
      expect(await store.settle(aMark({ outcome: 'refused' }))).toBe('written')
      expect(await store.settle(aMark({ outcome: 'sent' }))).toBe('lost')
      expect(await store.giveBack(aMark())).toBe('lost')
      expect(await store.of(aMark())).toEqual([aMark({ outcome: 'refused' })])
    })

    test('those of earlier days are removed, again and again without harm', async () => {
      const store = await fresh()
      for (const date of ['2027-02-20', '2027-03-01', '2027-03-02']) await store.claim(aMark({ date }))
      for (let run = 0; run < 2; run++) await store.removeBefore('2027-03-02')
      expect(await store.of(aMark({ date: '2027-02-20' }))).toEqual([])
      expect(await store.of(aMark({ date: '2027-03-01' }))).toEqual([])
      expect(await store.of(aMark())).toEqual([aMark()])
    })

    test('nothing that a caller does to a mark changes what is stored', async () => {
      const store = await fresh()
      const mark = aMark()
      await store.claim(mark)
      tamper([mark, await store.of(aMark())])
      expect(await store.of(aMark())).toEqual([aMark()])
    })
  })
}

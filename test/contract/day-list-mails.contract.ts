/** What every store of marks of mails about lists of calls must do. */
import { describe, expect, test } from 'vitest'
import type { DayListMail, DayListMails } from '#app/ports/day-list-mails.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import { MOST_LINES } from '#core/work/day-list/day-line.ts'
import { tamper } from '#test/support/tamper.ts'

const [TEAM, DATE] = ['Chăm sóc khách hàng', '2027-03-02']
const aMark = (over: Partial<DayListMail> = {}): DayListMail => ({
  team: TEAM,
  date: DATE,
  address: 'hanh@trasen.example.com',
  number: 1,
  claimedAt: '2027-03-02T00:30:00.000Z',
  outcome: 'sending',
  named: ['1a2b3c'],
  ...over,
})
const LIST = { team: TEAM, date: DATE, version: 1, madeAt: '2027-03-02T00:30:00.000Z', lines: [], beyond: 0 }

export function dayListMailsContract(fresh: () => Promise<DayLists & DayListMails>): void {
  describe('marks of mails about lists of calls', () => {
    test('of those who claim the same mail exactly one succeeds, and each team, day, address and number has its own', async () => {
      const store = await fresh()
      const all = [aMark({ address: 'bao@trasen.example.com' }), aMark(), aMark({ number: 2, named: [] }), aMark({ number: 10 })]
      for (const mark of all) {
        const results = await Promise.all([store.claimMail(mark), store.claimMail(mark), store.claimMail(mark)])
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      }
      const elsewhere = [aMark({ team: 'Kinh doanh' }), aMark({ date: '2027-03-03' })]
      for (const mark of elsewhere) expect(await store.claimMail(mark)).toBe('written')
      expect(await store.mailsOf(LIST)).toEqual(all)
      for (const mark of elsewhere) expect(await store.mailsOf(mark)).toEqual([mark])
      expect(await store.mailsOf({ team: TEAM, date: '2027-03-04' })).toEqual([])
    })

    test('is settled once, and never claimed again', async () => {
      const store = await fresh()
      expect(await store.settleMail(aMark({ outcome: 'sent' }))).toBe('lost')
      await store.claimMail(aMark())
      expect(await store.settleMail(aMark({ outcome: 'unknown' }))).toBe('written')
      expect(await store.settleMail(aMark({ outcome: 'sent' }))).toBe('lost')
      expect(await store.claimMail(aMark())).toBe('lost')
      expect(await store.mailsOf(LIST)).toEqual([aMark({ outcome: 'unknown' })])
    })

    test('is given back only while it is being sent', async () => {
      const store = await fresh()
      expect(await store.giveMailBack(aMark())).toBe('lost')
      await store.claimMail(aMark())
      expect(await store.giveMailBack(aMark())).toBe('written')
      expect(await store.mailsOf(LIST)).toEqual([])
      await store.claimMail(aMark())
      await store.settleMail(aMark({ outcome: 'sent' }))
      expect(await store.giveMailBack(aMark())).toBe('lost')
      expect(await store.mailsOf(LIST)).toEqual([aMark({ outcome: 'sent' })])
    })

    test('stands beside its list, and is removed with the lists of its day', async () => {
      const store = await fresh()
      const old = aMark({ date: '2027-03-01' })
      await store.put(LIST)
      await store.put({ ...LIST, date: '2027-03-01' })
      for (const mark of [aMark(), old, aMark({ date: '2027-03-01', team: 'Kinh doanh' })]) await store.claimMail(mark)
      expect(await store.get(LIST)).toEqual(LIST)
      const all: unknown[] = []
      for await (const list of store.all()) all.push(list)
      expect(all).toHaveLength(2)
      await store.removeBefore(LIST)
      expect(await store.get(old)).toBeUndefined()
      expect(await store.get(LIST)).toEqual(LIST)
      expect(await store.mailsOf(old)).toEqual([])
      expect(await store.mailsOf(LIST)).toEqual([aMark()])
      expect(await store.mailsOf({ team: 'Kinh doanh', date: '2027-03-01' })).toHaveLength(1)
    })

    test('keeps the marks of the longest list', async () => {
      const store = await fresh()
      const named = Array.from({ length: MOST_LINES }, (_, n) => ((n * 2_654_435_761) % 4_294_967_296).toString(36))
      await store.claimMail(aMark({ named }))
      expect(await store.mailsOf(LIST)).toEqual([aMark({ named })])
    })

    test('nothing that a caller does to a mark changes what is stored', async () => {
      const store = await fresh()
      const mark = aMark()
      await store.claimMail(mark)
      tamper([mark, await store.mailsOf(LIST)])
      expect(await store.mailsOf(LIST)).toEqual([aMark()])
    })
  })
}

/** What every store of work must do. */
import { describe, expect, test } from 'vitest'
import type { WorkStore } from '#app/ports/work.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { allPages } from '#test/support/all-pages.ts'
import { closedWork, storedWork } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const EVERYBODY = { first: 0, last: 255 }
const DAY = '2027-02-08'
const ID = storedWork().workId
const idsOf = (items: readonly WorkItem[]) => items.map(({ workId }) => workId)
const nobodys = storedWork({
  workId: 'unclear-reply_reply-1',
  kind: 'case',
  reason: 'unclear-reply',
  customerId: null,
  campaignId: null,
  occurrenceId: null,
  replyId: 'reply-1',
  score: null,
})

export function workStoreContract(fresh: () => Promise<WorkStore>): void {
  const callsClosedOn = (store: WorkStore, days: readonly string[], range = EVERYBODY) =>
    allPages(store.closedOn({ kind: 'call-task', days, range }))

  describe('a store of work', () => {
    test('gives back what was opened, every field and letter, also what is about nobody', async () => {
      const store = await fresh()
      const right = { ask: 'erase', doneBy: '2027-03-01T10:00:00.000Z', extended: false } as const
      const asked = storedWork({ workId: 'rights_reply-2', kind: 'case', reason: 'rights', right, note: 'xóa giúp em' })
      expect(await store.get(ID)).toBeUndefined()
      for (const item of [storedWork(), asked, nobodys]) {
        expect(await store.open(item)).toBe('written')
        expect(await store.get(item.workId)).toEqual(item)
      }
      expect(await store.ofCustomer('c-001')).toEqual([storedWork(), asked])
      expect(await store.ofCustomer('c-002')).toEqual([])
    })

    test('the same cause opens it once, whoever comes first', async () => {
      const store = await fresh()
      const rivals = [1, 2, 3].map((score) => storedWork({ score }))
      const results = await Promise.all(rivals.map((rival) => store.open(rival)))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      expect(await store.open(storedWork({ version: 1 }))).toBe('lost')
      expect(await store.allOpen()).toEqual([rivals[results.indexOf('written')]])
    })

    test('of those who change the same version exactly one succeeds', async () => {
      const store = await fresh()
      expect(await store.update(storedWork())).toBe('lost')
      expect(await store.update(storedWork({ version: 1 }))).toBe('lost')
      await store.open(storedWork())
      for (const version of [1, 2, 3]) {
        const rivals = ['a', 'b', 'c'].map((note) => storedWork({ version, note }))
        const results = await Promise.all(rivals.map((rival) => store.update(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await store.get(ID)).toEqual(rivals[results.indexOf('written')])
      }
      expect(await store.update(storedWork({ version: 5 }))).toBe('lost')
      expect(await store.update(storedWork())).toBe('lost')
    })

    test('what is open is listed by when it is due, and what is put off moves', async () => {
      const store = await fresh()
      const due = (workId: string, hour: string) => storedWork({ workId, dueAt: `2027-02-07T${hour}:00:00.000Z` })
      const items = [due('d', '05'), due('c', '03'), due('a', '05'), due('b', '04')]
      for (const item of items) await store.open(item)
      await store.open({ ...nobodys, dueAt: '2027-02-07T01:00:00.000Z' })
      expect(idsOf(await store.allOpen())).toEqual([nobodys.workId, 'c', 'b', 'a', 'd'])
      await store.update({ ...due('c', '09'), version: 1 })
      expect(idsOf(await store.allOpen())).toEqual([nobodys.workId, 'b', 'a', 'd', 'c'])
    })

    test('what is closed is open no more, and is found by its kind and day; opened anew, it is back', async () => {
      const store = await fresh()
      const closed = closedWork(storedWork())
      const closedCase = closedWork(storedWork({ workId: 'complaint_reply-9', kind: 'case', reason: 'complaint' }))
      await store.open(storedWork())
      await store.open({ ...storedWork(), ...closedCase, state: 'open', closedAt: null, closedOn: null, version: 0 })
      expect(await callsClosedOn(store, [DAY])).toEqual([])
      expect(await store.update(closed)).toBe('written')
      expect(await store.update(closedCase)).toBe('written')
      expect(await store.allOpen()).toEqual([])
      expect(await store.ofCustomer('c-001')).toHaveLength(2)
      expect(await callsClosedOn(store, ['2027-02-07', DAY, DAY])).toEqual([closed])
      expect(await allPages(store.closedOn({ kind: 'case', days: [DAY], range: EVERYBODY }))).toEqual([closedCase])
      expect(await callsClosedOn(store, ['2027-02-07'])).toEqual([])
      expect(await callsClosedOn(store, [])).toEqual([])
      const again = storedWork({ version: 2 })
      expect(await store.update(again)).toBe('written')
      expect(await callsClosedOn(store, [DAY])).toEqual([])
      expect(await store.allOpen()).toEqual([again])
    })

    test('closed work is read within the partitions asked for; that about nobody lies in one of them', async () => {
      const store = await fresh()
      const items = Array.from({ length: 40 }, (_, n) => storedWork({ workId: `w-${n}`, customerId: `c-${n}` }))
      const opened = [...items, storedWork({ workId: 'second', customerId: 'c-1' }), { ...nobodys, kind: 'call-task' as const }]
      for (const item of opened) {
        await store.open(item)
        await store.update(closedWork(item))
      }
      for (const [first, last] of [
        [0, 255],
        [0, 100],
        [30, 35],
        [200, 255],
      ] as const) {
        const inside = opened.filter(({ customerId }) => {
          const partition = partitionOf(customerId ?? '')
          return partition >= first && partition <= last
        })
        expect(idsOf(await callsClosedOn(store, [DAY], { first, last })).toSorted()).toEqual(idsOf(inside).toSorted())
      }
      expect(await store.get(nobodys.workId)).toMatchObject({ state: 'closed' })
    })

    test('more than a megabyte of it is read to the end', async () => {
      const store = await fresh()
      const note = 'ghi chú '.repeat(1_000)
      const items = Array.from({ length: 150 }, (_, n) => storedWork({ workId: `w-${String(n).padStart(3, '0')}`, note }))
      await Promise.all(items.map((item) => store.open(item)))
      expect(idsOf(await store.allOpen())).toEqual(idsOf(items))
      expect(await store.ofCustomer('c-001')).toEqual(items)
      expect(await allPages(store.pagesOfCustomer('c-001'))).toEqual(items)
      expect(await allPages(store.pagesOfCustomer('c-404'))).toEqual([])
      await Promise.all(items.map((item) => store.update({ ...closedWork(item), note })))
      const pages: (readonly WorkItem[])[] = []
      for await (const page of store.closedOn({ kind: 'call-task', days: [DAY], range: EVERYBODY })) pages.push(page)
      expect(idsOf(pages.flat()).toSorted()).toEqual(idsOf(items))
      expect(pages.every((page) => page.length > 0)).toBe(true)
    })

    test('work whose customer was found out later is theirs from then on', async () => {
      const store = await fresh()
      await store.open(nobodys)
      await store.update({ ...nobodys, customerId: 'c-002', version: 1 })
      expect(idsOf(await store.ofCustomer('c-002'))).toEqual([nobodys.workId])
      await store.update({ ...nobodys, customerId: 'c-001', version: 2 })
      expect(await store.ofCustomer('c-002')).toEqual([])
      expect(idsOf(await store.ofCustomer('c-001'))).toEqual([nobodys.workId])
    })

    test('what is removed is found no more, removing it again is harmless, and a late writer does not bring it back', async () => {
      const store = await fresh()
      const other = storedWork({ workId: 'other', customerId: 'c-002' })
      await store.open(storedWork())
      await store.open(other)
      await store.update(closedWork(storedWork()))
      await store.remove(ID)
      await store.remove(ID)
      await store.remove('unknown')
      expect(await store.get(ID)).toBeUndefined()
      expect(await store.ofCustomer('c-001')).toEqual([])
      expect(await callsClosedOn(store, [DAY])).toEqual([])
      expect(await store.update(storedWork({ version: 2 }))).toBe('lost')
      expect(await store.allOpen()).toEqual([other])
      await store.remove('other')
      expect(await store.allOpen()).toEqual([])
      expect(await store.open(storedWork())).toBe('written')
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const [item, done] = [storedWork(), closedWork(storedWork({ workId: 'done' }))]
      await store.open(item)
      await store.open(storedWork({ workId: 'done' }))
      await store.update(done)
      tamper([item, done, await store.get(ID), await store.allOpen(), await store.ofCustomer('c-001')])
      tamper(await callsClosedOn(store, [DAY]))
      expect(await store.allOpen()).toEqual([storedWork()])
      expect(await callsClosedOn(store, [DAY])).toEqual([closedWork(storedWork({ workId: 'done' }))])
    })
  })
}

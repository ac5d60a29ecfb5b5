/** What every store of replies must do. */
import { describe, expect, test } from 'vitest'
import type { ReplyStore } from '#app/ports/listening.ts'
import type { Reply } from '#core/reply/reply.ts'
import { allPages } from '#test/support/all-pages.ts'
import { storedReply } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const DAY = '2027-02-06'
const KEY = { customerId: 'c-001', replyId: 'reply-1' }
const namesOf = (replies: readonly Reply[]) => replies.map(({ customerId, replyId }) => `${customerId}/${replyId}`).sort()
const fromNobody = (over: Partial<Reply> = {}) =>
  storedReply({ customerId: null, occurrenceId: null, fromHash: null, outcome: 'kept', ...over })

export function replyStoreContract(fresh: () => Promise<ReplyStore>): void {
  describe('a store of replies', () => {
    test('gives back what was added, every field and letter', async () => {
      const store = await fresh()
      expect(await store.get(KEY)).toBeUndefined()
      expect(await store.add(storedReply({ replyId: 'reply-2', attachments: [] }))).toBe('written')
      expect(await store.add(storedReply())).toBe('written')
      expect(await store.get(KEY)).toEqual(storedReply())
      expect(await store.ofCustomer('c-001')).toEqual([storedReply(), storedReply({ replyId: 'reply-2', attachments: [] })])
      expect(await store.ofCustomer('c-002')).toEqual([])
    })

    test('the same mail twice is one reply, whoever comes first', async () => {
      const store = await fresh()
      const rivals = ['a', 'b', 'c'].map((rawKey) => storedReply({ rawKey }))
      const results = await Promise.all(rivals.map((rival) => store.add(rival)))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      const first = rivals[results.indexOf('written')]
      expect(await store.add(storedReply({ rawKey: 'd' }))).toBe('lost')
      expect(await store.get(KEY)).toEqual(first)
      expect(await allPages(store.receivedOn(DAY))).toEqual([first])
    })

    test.each([['c-002'], ['unmatched'], ['null']])(
      'the mail of nobody, that of c-001 and that of %s with the same id are three',
      async (other) => {
        const store = await fresh()
        const replies = [storedReply(), storedReply({ customerId: other }), fromNobody()]
        for (const reply of replies) expect(await store.add(reply)).toBe('written')
        expect(await store.unmatched()).toEqual([fromNobody()])
        expect(await store.ofCustomer(other)).toEqual([storedReply({ customerId: other })])
        expect(namesOf(await allPages(store.receivedOn(DAY)))).toEqual(namesOf(replies))
        await store.remove({ customerId: null, replyId: 'reply-1' })
        expect(await store.get({ customerId: null, replyId: 'reply-1' })).toBeUndefined()
        expect(await store.unmatched()).toEqual([])
        expect(await store.get({ customerId: other, replyId: 'reply-1' })).toEqual(storedReply({ customerId: other }))
        expect(await store.get(KEY)).toEqual(storedReply())
        await store.remove({ customerId: other, replyId: 'reply-1' })
        expect(await allPages(store.receivedOn(DAY))).toEqual([storedReply()])
      },
    )

    test('finds what came on a day', async () => {
      const store = await fresh()
      const early = storedReply({ replyId: 'reply-0', receivedOn: '2027-02-05' })
      await store.add(early)
      await store.add(storedReply())
      expect(await allPages(store.receivedOn('2027-02-05'))).toEqual([early])
      expect(await allPages(store.receivedOn(DAY))).toEqual([storedReply()])
      expect(await allPages(store.receivedOn('2027-02-07'))).toEqual([])
    })

    test('names the days that have replies, however long ago, until a day', async () => {
      const store = await fresh()
      const daysUntil = async (through: string) => new Set(await allPages(store.receivedDays(through)))
      expect(await daysUntil(DAY)).toEqual(new Set())
      for (const receivedOn of ['1999-12-31', DAY, '2027-02-07'])
        await store.add(storedReply({ replyId: receivedOn, receivedOn }))
      await store.add(fromNobody())
      expect(await daysUntil('1999-12-30')).toEqual(new Set())
      expect(await daysUntil('2027-02-05')).toEqual(new Set(['1999-12-31']))
      expect(await daysUntil(DAY)).toEqual(new Set(['1999-12-31', DAY]))
      await store.remove({ customerId: 'c-001', replyId: '1999-12-31' })
      expect(await daysUntil('2027-02-07')).toEqual(new Set([DAY, '2027-02-07']))
    })

    test('a day, a customer and a heap of unmatched mail of more than a megabyte are read to the end', async () => {
      const store = await fresh()
      const text = 'dài dòng '.repeat(1_100)
      const long = Array.from({ length: 240 }, (_, n) => {
        const replyId = `reply-${String(n).padStart(3, '0')}`
        const reading = { ...storedReply().reading, text }
        return n % 2 ? storedReply({ replyId, reading }) : fromNobody({ replyId, reading })
      })
      await Promise.all(long.map((reply) => store.add(reply)))
      const pages: (readonly Reply[])[] = []
      for await (const page of store.receivedOn(DAY)) pages.push(page)
      expect(namesOf(pages.flat())).toEqual(namesOf(long))
      expect(new Set(await allPages(store.receivedDays(DAY)))).toEqual(new Set([DAY]))
      expect(pages.every((page) => page.length > 0)).toBe(true)
      expect(await store.ofCustomer('c-001')).toEqual(long.filter(({ customerId }) => customerId !== null))
      expect(await store.unmatched()).toEqual(long.filter(({ customerId }) => customerId === null))
      for (const owner of ['c-001', null]) {
        const read: (readonly Reply[])[] = []
        for await (const page of store.pagesOf(owner)) {
          read.push(page)
          for (const reply of page) await store.remove(reply)
        }
        expect(read.flat()).toEqual(long.filter(({ customerId }) => customerId === owner))
        expect(read.every((page) => page.length > 0)).toBe(true)
        expect(await allPages(store.pagesOf(owner))).toEqual([])
      }
    })

    test('what is removed is found no more, removing it again is harmless, and the same mail may come anew', async () => {
      const store = await fresh()
      await store.add(storedReply())
      await store.remove(KEY)
      await store.remove(KEY)
      expect(await store.get(KEY)).toBeUndefined()
      expect(await store.ofCustomer('c-001')).toEqual([])
      expect(await allPages(store.receivedOn(DAY))).toEqual([])
      expect(await store.add(storedReply({ outcome: 'kept' }))).toBe('written')
      expect(await allPages(store.receivedOn(DAY))).toEqual([storedReply({ outcome: 'kept' })])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const [reply, nobodys] = [storedReply(), fromNobody()]
      await store.add(reply)
      await store.add(nobodys)
      tamper([reply, nobodys, await store.get(KEY), await store.ofCustomer('c-001'), await store.unmatched()])
      tamper(await allPages(store.receivedOn(DAY)))
      expect(await store.ofCustomer('c-001')).toEqual([storedReply()])
      expect(await store.unmatched()).toEqual([fromNobody()])
      expect(await allPages(store.receivedOn(DAY))).toHaveLength(2)
    })
  })
}

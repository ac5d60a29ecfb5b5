/** What every store of touches must do. */
import { describe, expect, test } from 'vitest'
import type { TouchStore } from '#app/ports/touches.ts'
import { OPT_OUT_NOTICE } from '#core/audience/opt-out-notice.ts'
import type { Delivery, Touch } from '#core/planning/touch.ts'
import { AN_INSTANT, storedTouch } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const KEY = { customerId: 'c-001', occurrenceId: 'tet_2027-02-06' }
const FAILED = { ...KEY, at: AN_INSTANT }
const word = (state: Delivery['state'], detail = ''): Delivery => ({ state, at: AN_INSTANT, detail })
const namesOf = (touches: readonly Touch[]) =>
  touches.map(({ customerId, occurrenceId }) => `${customerId}/${occurrenceId}`).sort()

export function touchStoreContract(fresh: () => Promise<TouchStore>): void {
  describe('a store of touches', () => {
    test('gives back what was recorded; recording it again changes nothing', async () => {
      const store = await fresh()
      const failed = storedTouch({
        occurrenceId: 'a_2027-01-01',
        result: 'failed',
        dispatchId: null,
        reason: 'từ chối',
        voucherCode: 'ABCD',
      })
      await store.record([])
      await store.record([storedTouch(), failed])
      await store.record([storedTouch()])
      expect(await store.ofCustomer('c-001')).toEqual([failed, storedTouch()])
      expect(await store.ofCustomer('c-002')).toEqual([])
    })

    test('a delivery that came in between stays when the touch is recorded again', async () => {
      const store = await fresh()
      await store.record([storedTouch()])
      expect(await store.noteDelivery({ ...KEY, delivery: word('delivered', 'đã nhận') })).toBe('written')
      await store.record([storedTouch()])
      expect(await store.getMany([KEY])).toEqual([storedTouch({ delivery: word('delivered', 'đã nhận') })])
    })

    test('a delivery before its touch makes none, and is there when the touch comes', async () => {
      const store = await fresh()
      expect(await store.noteDelivery({ ...KEY, delivery: word('bounced') })).toBe('written')
      expect(await store.getMany([KEY])).toEqual([])
      expect(await store.ofCustomer('c-001')).toEqual([])
      expect(await store.resultOf(KEY)).toBeUndefined()
      expect(await store.removeFailed(FAILED)).toBe('lost')
      await store.record([storedTouch()])
      expect(await store.getMany([KEY])).toEqual([storedTouch({ delivery: word('bounced') })])
      expect(await store.noteDelivery({ ...KEY, delivery: word('delivered') })).toBe('lost')
      expect(await store.ofCustomer('c-001')).toEqual([storedTouch({ delivery: word('bounced') })])
    })

    test('nor is it in the way of a touch that is added, and each stays with its own occurrence', async () => {
      const store = await fresh()
      await store.noteDelivery({ ...KEY, delivery: word('delivered') })
      await store.noteDelivery({ ...KEY, occurrenceId: 'tet_2027-02-0', delivery: word('bounced') })
      expect(await store.add(storedTouch())).toBe('written')
      expect(await store.ofCustomer('c-001')).toEqual([storedTouch({ delivery: word('delivered') })])
    })

    test('touches are taken away with the word on them, and no others', async () => {
      const store = await fresh()
      const kept = storedTouch({ customerId: 'c-003', delivery: word('delivered') })
      await store.record([storedTouch({ delivery: word('bounced') }), storedTouch({ occurrenceId: 'a_2027-01-01' }), kept])
      await store.noteDelivery({ ...KEY, customerId: 'c-002', delivery: word('bounced') })
      const gone = [KEY, { ...KEY, customerId: 'c-002' }, { ...KEY, customerId: 'nobody' }]
      await store.remove(gone)
      await store.remove(gone)
      expect(await store.ofCustomer('c-001')).toEqual([storedTouch({ occurrenceId: 'a_2027-01-01' })])
      await store.record([storedTouch(), storedTouch({ customerId: 'c-002' })])
      expect((await store.getMany(gone)).map(({ delivery }) => delivery)).toEqual([null, null])
      expect(await store.getMany([kept])).toEqual([kept])
    })

    test('says in one word what a touch says', async () => {
      const store = await fresh()
      await store.record([storedTouch(), storedTouch({ customerId: 'c-002', result: 'failed' })])
      expect(await store.resultOf(KEY)).toBe('sent')
      expect(await store.resultOf({ ...KEY, customerId: 'c-002' })).toBe('failed')
      expect(await store.resultOf({ ...KEY, customerId: 'c-003' })).toBeUndefined()
      expect(await store.resultOf({ ...KEY, occurrenceId: 'ledger' })).toBeUndefined()
    })

    test('of one touch named twice in one call the last one stays', async () => {
      const store = await fresh()
      await store.record([storedTouch({ dispatchId: 'first' }), storedTouch({ dispatchId: 'last' })])
      expect(await store.getMany([KEY])).toEqual([storedTouch({ dispatchId: 'last' })])
    })

    test('a touch may be recorded with the delivery that settled it, but not against a graver word', async () => {
      const store = await fresh()
      await store.record([storedTouch({ delivery: word('bounced') })])
      expect(await store.getMany([KEY])).toEqual([storedTouch({ delivery: word('bounced') })])
      await store.record([storedTouch({ delivery: word('delayed') })])
      expect(await store.getMany([KEY])).toEqual([storedTouch({ delivery: word('bounced') })])
    })

    test('a failed touch can be taken away for another to be made; one that was sent cannot', async () => {
      const store = await fresh()
      expect(await store.removeFailed(FAILED)).toBe('lost')
      await store.record([storedTouch({ result: 'failed', dispatchId: null, reason: 'MessageRejected' })])
      await store.record([storedTouch({ customerId: 'c-002', result: 'failed' })])
      expect(await store.removeFailed(FAILED)).toBe('written')
      expect(await store.getMany([KEY])).toEqual([])
      expect(await store.ofCustomer('c-002')).toHaveLength(1)
      expect(await store.removeFailed(FAILED)).toBe('lost')
      expect(await store.add(storedTouch())).toBe('written')
      expect(await store.removeFailed(FAILED)).toBe('lost')
      expect(await store.getMany([KEY])).toEqual([storedTouch()])
    })

    test('of two failures one after the other only the one that is named is taken away', async () => {
      const store = await fresh()
      const later = '2027-02-06T05:00:00.000Z'
      await store.record([storedTouch({ result: 'failed', dispatchId: null, at: later })])
      expect(await store.removeFailed(FAILED)).toBe('lost')
      expect(await store.getMany([KEY])).toMatchObject([{ result: 'failed', at: later }])
      expect(await store.removeFailed({ ...KEY, at: later })).toBe('written')
    })

    test('the provider’s word outlives a failed touch that is taken away', async () => {
      const store = await fresh()
      await store.record([storedTouch({ result: 'failed', dispatchId: null })])
      await store.noteDelivery({ ...KEY, delivery: word('delivered') })
      expect(await store.removeFailed(FAILED)).toBe('written')
      expect(await store.getMany([KEY])).toEqual([])
      await store.record([storedTouch()])
      expect(await store.getMany([KEY])).toEqual([storedTouch({ delivery: word('delivered') })])
    })

    const GRAVITY = ['delayed', 'delivered', 'rejected', 'bounced', 'complained'] as const
    test('the graver word stays, whatever the order they come in; the same word again is no loss', async () => {
      const store = await fresh()
      const pairs = GRAVITY.flatMap((known, a) =>
        GRAVITY.map((noted, b) => ({ known, noted, wins: b >= a, customerId: `c-${a}-${b}` })),
      )
      await store.record(pairs.map(({ customerId, known }) => storedTouch({ customerId, delivery: word(known) })))
      for (const { known, noted, wins, customerId } of pairs) {
        const key = { customerId, occurrenceId: KEY.occurrenceId }
        expect(await store.noteDelivery({ ...key, delivery: word(noted, 'later') })).toBe(wins ? 'written' : 'lost')
        expect((await store.getMany([key]))[0]?.delivery).toEqual(wins ? word(noted, 'later') : word(known))
      }
    })

    test('a touch is added only where there is none, whoever tries', async () => {
      const store = await fresh()
      const rivals = ['a', 'b', 'c'].map((dispatchId) => storedTouch({ dispatchId }))
      const results = await Promise.all(rivals.map((rival) => store.add(rival)))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      expect(await store.getMany([KEY])).toEqual([rivals[results.indexOf('written')]])
      const other = storedTouch({ occurrenceId: 'a_2027-01-01', delivery: word('bounced', '550') })
      expect(await store.add(other)).toBe('written')
      expect(await store.ofCustomer('c-001')).toContainEqual(other)
      expect(await store.noteDelivery({ ...other, delivery: word('delivered') })).toBe('lost')
    })

    test('what was recorded is not replaced by what is added; what was added is replaced by what is recorded', async () => {
      const store = await fresh()
      const guessed = storedTouch({ occasionKey: '', reason: 'settled by an event' })
      await store.record([storedTouch()])
      await store.noteDelivery({ ...KEY, delivery: word('delivered') })
      expect(await store.add(guessed)).toBe('lost')
      expect(await store.getMany([KEY])).toEqual([storedTouch({ delivery: word('delivered') })])

      const key = { ...KEY, customerId: 'c-002' }
      expect(await store.add({ ...guessed, customerId: 'c-002' })).toBe('written')
      await store.noteDelivery({ ...key, delivery: word('delivered') })
      await store.record([storedTouch({ customerId: 'c-002' })])
      expect(await store.getMany([key])).toEqual([storedTouch({ customerId: 'c-002', delivery: word('delivered') })])
    })

    test('a touch of another occurrence is in nobody’s way', async () => {
      const store = await fresh()
      await store.record([storedTouch({ occurrenceId: 'tet_2026-02-17' })])
      expect(await store.add(storedTouch())).toBe('written')
      expect(await store.ofCustomer('c-001')).toHaveLength(2)
    })

    test('records and reads any number of them', async () => {
      const store = await fresh()
      const touches = Array.from({ length: 201 }, (_, n) => storedTouch({ customerId: `c-${n}` }))
      await store.record(touches)
      for (const count of [0, 1, 25, 26, 100, 101, 200, 201]) {
        const wanted = touches.slice(0, count)
        expect(namesOf(await store.getMany([...wanted, ...wanted.slice(0, 1), storedTouch({ customerId: 'nobody' })]))).toEqual(
          namesOf(wanted),
        )
      }
    })

    test("a customer's touches are read to the end", async () => {
      const store = await fresh()
      const long = 'lý do '.repeat(3_000)
      const touches = Array.from({ length: 60 }, (_, n) =>
        storedTouch({ occurrenceId: `c_2027-01-01-${String(n).padStart(2, '0')}`, result: 'failed', reason: long }),
      )
      await store.record(touches)
      expect(namesOf(await store.ofCustomer('c-001'))).toEqual(namesOf(touches))
    })

    test('confirmations of stops are found beside the touches of occurrences, with the provider’s word', async () => {
      const store = await fresh()
      const delivery = { state: 'delivered' as const, at: AN_INSTANT, detail: '250 ok' }
      const notices = ['', '_again'].map((tail) =>
        storedTouch({ occurrenceId: `${OPT_OUT_NOTICE}_${AN_INSTANT}${tail}`, campaignId: OPT_OUT_NOTICE, delivery }),
      )
      await store.record([storedTouch(), storedTouch({ customerId: 'c-002' }), ...notices])
      expect(await store.noticesOf('c-001')).toEqual(notices)
      expect(await store.noticesOf('c-002')).toEqual([])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const [touch, delivery] = [storedTouch(), word('delivered')]
      await store.record([touch])
      await store.noteDelivery({ ...KEY, delivery })
      const added = storedTouch({ occurrenceId: 'a_2027-01-01' })
      await store.add(added)
      tamper([touch, added, delivery, await store.getMany([KEY]), await store.ofCustomer('c-001')])
      expect(await store.ofCustomer('c-001')).toEqual([
        storedTouch({ occurrenceId: 'a_2027-01-01' }),
        storedTouch({ delivery: word('delivered') }),
      ])
    })
  })
}

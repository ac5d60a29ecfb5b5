import { describe, expect, test } from 'vitest'
import { memoryHotlineCallers } from '#adapters/memory/hotline-callers.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { changeWork } from '#app/desk/change-work.ts'
import type { Late, NoteLate } from '#app/note-late.ts'
import {
  notingCallers,
  notingOccurrences,
  notingPurchases,
  notingReplies,
  notingResponses,
  notingTouches,
} from '#app/noting-stores.ts'
import { notingDays } from '#app/noting-work.ts'
import { withActs } from '#app/writing-work.ts'
import { startedCall } from '#core/work/telephone-call.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import {
  AN_INSTANT,
  storedOccurrence,
  storedPurchase,
  storedReply,
  storedResponse,
  storedTouch,
} from '#test/support/store-builders.ts'
import { notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

/** Keeps the notes in their order with what was written. */
function told() {
  const seen: (Late | string)[] = []
  const noteLate: NoteLate = async (late) => void seen.push(late)
  const watched = <Store extends object>(store: Store, method: keyof Store & string): Store => ({
    ...store,
    [method]: (...args: unknown[]) => {
      seen.push(method)
      return (store[method] as (...args: unknown[]) => unknown)(...args)
    },
  })
  return { seen, noteLate, watched }
}

describe('stores that note the days of what they write, before they write it', () => {
  test('an answer, under the day on which the invitation was first answered', async () => {
    const { seen, noteLate, watched } = told()
    const responses = notingResponses(watched(memoryResponseStore(), 'put'), noteLate)
    expect(await responses.put(storedResponse({ answeredOn: '2027-02-05', version: 0 }))).toBe('written')
    expect(seen).toEqual([{ days: ['2027-02-05'] }, 'put'])
    expect(await responses.get(storedResponse())).toBeDefined()
  })

  test('a reply, under the day on which it came in', async () => {
    const { seen, noteLate, watched } = told()
    const reply = storedReply({ receivedOn: '2027-02-05' })
    expect(await notingReplies(watched(memoryReplyStore(), 'add'), noteLate).add(reply)).toBe('written')
    expect(seen).toEqual([{ days: ['2027-02-05'] }, 'add'])
  })

  test('an occurrence that is closed, and none that stays open', async () => {
    const { seen, noteLate, watched } = told()
    const occurrences = notingOccurrences(watched(memoryOccurrenceStore(), 'update'), noteLate)
    await occurrences.open(storedOccurrence())
    expect(await occurrences.update(storedOccurrence({ version: 1 }))).toBe('written')
    expect(seen).toEqual(['update'])
    expect(await occurrences.update(storedOccurrence({ state: 'closed', version: 2 }))).toBe('written')
    expect(seen).toEqual(['update', { days: ['2027-02-06'] }, 'update'])
  })

  test("the provider's event, under the date of the occurrence; a confirmation of a stop belongs to none", async () => {
    const { seen, noteLate, watched } = told()
    const touches = notingTouches(watched(memoryTouchStore(), 'noteDelivery'), noteLate)
    const delivery = { state: 'bounced', at: AN_INSTANT, detail: '550' } as const
    await touches.add(storedTouch())
    await touches.record([storedTouch()])
    await touches.noteDelivery({ customerId: 'c-001', occurrenceId: 'tet_2027-02-06', delivery })
    const ofDay = { days: ['2027-02-06'], untilClosed: true }
    expect(seen).toEqual([ofDay, ofDay, ofDay, 'noteDelivery'])
    await touches.noteDelivery({ customerId: 'c-001', occurrenceId: 'opt-out-notice', delivery })
    expect(seen.at(-2)).toEqual({ days: [], untilClosed: true })
  })

  test('a caller of the hotline, under the day of the call', async () => {
    const { seen, noteLate, watched } = told()
    const callers = notingCallers(watched(memoryHotlineCallers(), 'note'), noteLate)
    await callers.note({ day: '2027-02-05', numberName: 'n1', customerId: null, answeredAt: AN_INSTANT, missedAt: null })
    expect(seen).toEqual([{ days: ['2027-02-05'] }, 'note'])
  })
})

describe('work that notes the days of its new events', () => {
  const EARLIER = '2027-02-01T02:00:00.000Z'
  const noted = (item: WorkItem, at: string): WorkItem =>
    storedCase({
      ...(item as ReturnType<typeof storedCase>),
      events: [openedAt(EARLIER), notedBy('Mai', 'gọi lại', at)],
      version: item.version + 1,
    })

  test('opened for a contact of days before: that day', async () => {
    const { seen, noteLate, watched } = told()
    await withActs(watched(memoryWorkStore(), 'open'), [notingDays(noteLate)]).open(storedWork({ events: [openedAt(EARLIER)] }))
    expect(seen).toEqual([{ instants: [EARLIER] }, 'open'])
  })

  test('changed: the day of what is new in it, and not the days of what was there', async () => {
    const { seen, noteLate, watched } = told()
    const work = withActs(watched(memoryWorkStore(), 'update'), [notingDays(noteLate)])
    await work.open(storedCase({ workId: 'w', events: [openedAt(EARLIER)] }))
    seen.length = 0
    expect(await changeWork(work, 'w', (item) => ({ next: noted(item, AN_INSTANT) }))).toMatchObject({ changed: { version: 1 } })
    expect(seen).toEqual([{ instants: [AN_INSTANT] }, 'update'])
  })

  test('of an item that was not read before, every event may be new', async () => {
    const { seen, noteLate } = told()
    const work = withActs(memoryWorkStore(), [notingDays(noteLate)])
    const item = storedCase({ workId: 'w', events: [openedAt(EARLIER)] })
    await work.open(item)
    seen.length = 0
    expect(await work.update(noted(item, AN_INSTANT))).toBe('written')
    expect(seen).toEqual([{ instants: [EARLIER, AN_INSTANT] }])
  })

  test('how long a call took, known later: the day of its attempt', async () => {
    const { seen, noteLate } = told()
    const work = withActs(memoryWorkStore(), [notingDays(noteLate)])
    const attempt = {
      is: 'attempted',
      at: EARLIER,
      by: { is: 'staff', name: 'Mai' },
      disposition: 'satisfied',
      way: 'phone',
      note: null,
      callId: 'call-1',
      callBackAt: null,
    } as const
    const call = startedCall({ callId: 'call-1', by: 'mai@example.com', at: EARLIER })
    await work.open(storedWork({ events: [openedAt(AN_INSTANT), attempt], calls: [call] }))
    await work.get(storedWork().workId)
    seen.length = 0
    const next = storedWork({ events: [openedAt(AN_INSTANT), attempt], calls: [{ ...call, seconds: 42 }], version: 1 })
    expect(await work.update(next)).toBe('written')
    expect(seen).toEqual([{ instants: [EARLIER] }])
  })
})

describe('purchases that note their days', () => {
  const numberOf = async () => (id: string) => BigInt(id.length)
  test('the days on which they stand and stood, and what moved away from which', async () => {
    const { seen, noteLate, watched } = told()
    const purchases = notingPurchases(watched(memoryPurchaseStore(), 'put'), { noteLate, numberOf })
    await purchases.put([
      storedPurchase({ purchasedOn: '2027-01-05' }),
      storedPurchase({ purchaseId: 'x', purchasedOn: '2027-01-06' }),
    ])
    expect(seen).toEqual([{ days: ['2027-01-05', '2027-01-06'] }, 'put'])
    seen.length = 0
    await purchases.put([
      storedPurchase({ purchasedOn: '2027-01-09' }),
      storedPurchase({ purchaseId: 'x', purchasedOn: '2027-01-06', units: 2 }),
    ])
    expect(seen).toEqual([
      { days: ['2027-01-09', '2027-01-06', '2027-01-05', '2027-01-06'] },
      { days: ['2027-01-05'], moved: [BigInt('c-001#HĐ-0001'.length)] },
      'put',
    ])
  })
})

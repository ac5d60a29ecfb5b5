import { describe, expect, test } from 'vitest'
import { gatherDays } from '#app/numbers/gather-days.ts'
import { erasedName } from '#core/customer/erased-name.ts'
import { NO_FACTS } from '#core/facts/fact-tables.ts'
import { addDays } from '#core/time/local-date.ts'
import { closed, DAY, gathered, NOW, personOf, SENT_AT, storedDays, theDay, withGreeting } from '#test/app/numbers/stored-days.ts'
import {
  acceptedCampaign,
  storedBatch,
  storedCustomer,
  storedOccurrence,
  storedPurchase,
  storedResponse,
  storedTouch,
  storedVoucher,
} from '#test/support/store-builders.ts'
import { notedBy, openedAt, storedWork } from '#test/support/work-builders.ts'

/** The first and the last instant of the day in Vietnam. */
const [MIDNIGHT, LAST] = ['2027-02-05T17:00:00.000Z', '2027-02-06T16:59:59.999Z']

describe('what is gathered of a day', () => {
  test('a day on which nothing happened is empty', async () => {
    expect(await theDay(storedDays())).toEqual({ day: DAY, facts: NO_FACTS, whole: new Set() })
  })

  test('everybody whom an occurrence meant, with what came of it, under the pseudonyms of their rows', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    const { facts, whole } = await theDay(stores)
    expect(facts.touches).toMatchObject([
      {
        person: await personOf(stores, 'c-001'),
        tier: 'gold',
        country: 'VN',
        campaign: 'tet',
        outcome: 'sent',
        sent_at: SENT_AT,
        delivery: 'delivered',
        per_thousand: 4_210n,
        currency: 'VND',
      },
      {
        person: await personOf(stores, 'c-002'),
        campaign: 'tet',
        outcome: 'skipped',
        because: 'opted-out',
        sent_at: null,
        delivery: null,
        per_thousand: null,
      },
    ])
    expect(facts.touches[0]?.person).toBeTypeOf('bigint')
    expect(whole).toEqual(new Set(['tet']))
  })

  test('each batch by the version of the campaign by which it was planned', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    const { definition, ...accepted } = acceptedCampaign({ id: 'tet', version: 4 })
    await stores.campaigns.accept({ ...accepted, definition: { ...definition, contentClass: 'advertising' } })
    await stores.customers.put([storedCustomer({ customerId: 'c-003' })])
    const late = { customerId: 'c-003', occasionKey: 'tet-2027', outcome: { state: 'planned' } } as const
    await stores.occurrences.putBatch(storedBatch({ batchId: '003.01.+0800', campaignVersion: 4, recipients: [late] }))
    const { facts } = await theDay(stores)
    expect(facts.touches.map((fact) => fact.content_class)).toEqual(['care', 'care', 'advertising'])
  })

  test('a batch whose campaign is not stored is no day without touches', async () => {
    const stores = storedDays()
    await stores.occurrences.open(storedOccurrence())
    await stores.occurrences.putBatch(storedBatch({ campaignVersion: 9 }))
    await expect(theDay(stores)).rejects.toThrow('campaign tet has no version 9')
  })

  test('erased customers are counted and named by nobody', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    const [batch] = await stores.occurrences.batches('tet_2027-02-06')
    if (!batch) throw new Error('no batch')
    const recipients = batch.recipients.map((each, at) => (at === 0 ? { ...each, customerId: erasedName('x1') } : each))
    await stores.occurrences.putBatch({ ...batch, recipients, version: batch.version + 1 })
    const { facts } = await theDay(stores)
    expect(facts.touches).toMatchObject([
      { person: null, tier: null, country: null, outcome: 'sent', delivery: null },
      { outcome: 'skipped' },
    ])
  })

  test('a closed occurrence is whole as long as it holds as many as its balance counted', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    await closed(stores)
    expect((await theDay(stores)).whole).toEqual(new Set(['tet']))
    await stores.occurrences.removeExpired({ occurrenceId: 'tet_2027-02-06', batchId: '003.01.+0700' })
    expect(await theDay(stores)).toMatchObject({ facts: { touches: [] }, whole: new Set() })
  })

  test('a gift is given with the touch that was sent, and used on the day of the till', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    await stores.vouchers.issue(storedVoucher({ code: 'CODE-1' }))
    for (const code of ['FIRST', 'LAST', 'DAY-BEFORE', 'DAY-AFTER'])
      await stores.vouchers.issue(storedVoucher({ code, customerId: 'c-002' }))
    await stores.vouchers.redeem({ code: 'FIRST', at: MIDNIGHT, by: 'till' })
    await stores.vouchers.redeem({ code: 'LAST', at: LAST, by: 'till' })
    await stores.vouchers.redeem({ code: 'DAY-BEFORE', at: '2027-02-05T16:59:59.999Z', by: 'till' })
    await stores.vouchers.redeem({ code: 'DAY-AFTER', at: '2027-02-06T17:00:00.000Z', by: 'till' })
    const { gifts } = (await theDay(stores)).facts
    expect(gifts.map(({ gift, event, person }) => [gift, event, person])).toEqual([
      [stores.numberOf('CODE-1'), 'issued', await personOf(stores, 'c-001')],
      [stores.numberOf('FIRST'), 'used', await personOf(stores, 'c-002')],
      [stores.numberOf('LAST'), 'used', await personOf(stores, 'c-002')],
    ])
  })

  test('the code in a letter that failed is no gift', async () => {
    const stores = storedDays()
    await stores.campaigns.accept(acceptedCampaign({ id: 'tet', version: 3 }))
    await stores.occurrences.open(storedOccurrence())
    const failed = {
      customerId: 'c-001',
      occasionKey: 'tet-2027',
      outcome: { state: 'failed', at: SENT_AT, reason: 'no' },
    } as const
    await stores.occurrences.putBatch(storedBatch({ recipients: [failed] }))
    await stores.touches.add(storedTouch({ result: 'failed', reason: 'no', voucherCode: 'CODE-1' }))
    await stores.vouchers.issue(storedVoucher({ code: 'CODE-1' }))
    const { gifts, touches } = (await theDay(stores)).facts
    expect(gifts).toEqual([])
    expect(touches).toMatchObject([{ outcome: 'failed', because: null }])
  })

  test('answers of the day on which the first was given; purchases of their day; callers of the hotline', async () => {
    const stores = storedDays()
    await stores.customers.put([storedCustomer()])
    await stores.responses.put(storedResponse({ answeredOn: DAY, version: 0 }))
    await stores.responses.put(storedResponse({ customerId: 'c-9', answeredOn: '2027-02-07', version: 0 }))
    await stores.purchases.put([storedPurchase({ purchasedOn: DAY }), storedPurchase({ purchaseId: 'other', deliveredOn: DAY })])
    await stores.hotlineCallers.note({ day: DAY, numberName: 'n1', customerId: 'c-001', answeredAt: SENT_AT, missedAt: null })
    await stores.hotlineCallers.note({ day: DAY, numberName: 'n2', customerId: null, answeredAt: MIDNIGHT, missedAt: SENT_AT })
    const person = await personOf(stores, 'c-001')
    const { answers, purchases, hotline } = (await theDay(stores)).facts
    expect(answers).toMatchObject([
      { person, campaign: 'nps', invited_on: '2027-02-03', answer_no: 0, score: 6, commented: true },
    ])
    expect(purchases).toMatchObject([{ person, amount: 4_500_000n, currency: 'VND', purchase: stores.numberOf('c-001#HĐ-0001') }])
    expect(hotline).toEqual([
      { person, tier: 'gold', country: 'VN', caller: stores.numberOf('n1'), missed: false },
      { person: null, tier: null, country: null, caller: stores.numberOf('n2'), missed: true },
    ])
  })

  test('of an item of work the events of each day, whenever it changed afterwards, read once for all days', async () => {
    const stores = storedDays()
    await stores.customers.put([storedCustomer()])
    const notes = [
      notedBy('Mai', 'a', LAST),
      notedBy('Mai', 'b', '2027-02-06T17:00:00.000Z'),
      notedBy('Mai', 'c', '2027-02-20T02:00:00.000Z'),
    ]
    await stores.work.open(storedWork({ events: [openedAt(MIDNIGHT), ...notes] }))
    await stores.work.open(storedWork({ workId: 'of-before', events: [openedAt('2027-02-05T16:59:59.999Z')] }))
    let reads = 0
    const work = {
      changedDuring: (span: Parameters<typeof stores.work.changedDuring>[0]) => {
        reads++
        return stores.work.changedDuring(span)
      },
    }
    const days = await gathered(
      { ...stores, work: { ...stores.work, ...work } },
      [DAY, '2027-02-07', '2027-02-08'],
      '2027-03-01T00:00:00.000Z',
    )
    expect(days.map(({ facts }) => facts.work.map(({ event, event_no }) => `${event} ${event_no}`))).toEqual([
      ['opened 0', 'noted 1'],
      ['noted 2'],
      [],
    ])
    expect(reads).toBe(1)
    expect(new Set(days.flatMap(({ facts }) => facts.work.map(({ item }) => item)))).toEqual(
      new Set([stores.numberOf(storedWork().workId)]),
    )
  })

  test('an item that staff change during the reading is met on two days, and counted once', async () => {
    const stores = storedDays()
    const item = storedWork({ events: [openedAt(MIDNIGHT)] })
    const changed = { ...item, events: [...item.events, notedBy('Mai', 'a', LAST)] } as typeof item
    const work = {
      changedDuring: async function* () {
        yield [item]
        yield [changed]
      },
    }
    const [day] = await gathered({ ...stores, work: { ...stores.work, ...work } })
    expect(day?.facts.work.map(({ event_no }) => event_no)).toEqual([0])
  })

  test.each([
    ['a moment after the night began', '2027-02-06T21:00:02.000Z'],
    ['after midnight in UTC', '2027-02-07T00:00:01.000Z'],
  ])('an item that changes while it is read, %s, keeps what happened to it on the day', async (_when, at) => {
    const stores = storedDays()
    const item = storedWork({ workId: 'w-1', events: [openedAt(SENT_AT), notedBy('Mai', 'sau nửa đêm', at)], version: 0 })
    await stores.work.open(item)
    const [day] = await gathered(stores)
    expect(day?.facts.work.map(({ event_no }) => event_no)).toEqual([0])
  })

  test('the store of customers is asked for none who was erased', async () => {
    const stores = storedDays()
    await stores.responses.put(storedResponse({ customerId: erasedName('1'), answeredOn: DAY, version: 0 }))
    const asked: string[][] = []
    const whoAre = (ids: readonly string[]) => {
      asked.push([...ids])
      return stores.customers.whoAre(ids)
    }
    const [day] = await gathered({ ...stores, customers: { ...stores.customers, whoAre } })
    expect(day?.facts.answers).toMatchObject([{ person: null }])
    expect(asked).toEqual([])
  })

  test('a day that cannot be read fails in its turn, after the days before it; a reader who stopped before hears nothing of it', async () => {
    const stores = storedDays()
    const days = Array.from({ length: 9 }, (_, at) => addDays(DAY, -at))
    const unread = days[6]
    const receivedOn = (day: string) => {
      if (day === unread) throw new Error('the replies of a day cannot be read')
      return stores.replies.receivedOn(day)
    }
    const ports = { ...stores, replies: { ...stores.replies, receivedOn } }
    const read: string[] = []
    const readAll = async () => {
      for await (const { day } of gatherDays(ports, { days, now: NOW })) read.push(day)
    }
    await expect(readAll()).rejects.toThrow('the replies of a day cannot be read')
    expect(read).toEqual(days.slice(0, 6))
    for await (const { day } of gatherDays(ports, { days, now: NOW })) if (day === days[3]) break
    // Node ends a process, and vitest a run, for a rejection that nobody handles.
    await new Promise(setImmediate)
  })

  test('twice gives the same', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    expect(await gathered(stores)).toEqual(await gathered(stores, [DAY], NOW))
  })
})

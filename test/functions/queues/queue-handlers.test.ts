import { describe, expect, test } from 'vitest'
import { planOccurrencesHandler } from '#functions/queues/plan-occurrences.ts'
import { planSliceHandler } from '#functions/queues/plan-slice.ts'
import { sendBatchHandler } from '#functions/queues/send-batch.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { type CompanyPorts, runningCompany } from '#test/support/running-company.ts'
import { withDispatchers } from '#test/support/sending.ts'
import { aSurvey } from '#test/support/survey-builders.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const EVE = '2027-03-09T12:00:00.000Z'
const JUST_BEFORE_NINE = '2027-03-10T01:59:30.000Z'
const NINE = '2027-03-10T02:00:00.000Z'

const people = ['c-001', 'c-002', 'c-003'].map((customerId) => aCustomer({ customerId }))

/** A company with one occurrence in the making, its handlers, and what they said about records that failed. */
async function atWork(others: Partial<Parameters<typeof runningCompany>[0]> = {}) {
  const company = await runningCompany({ now: EVE, campaigns: [aCampaign()], customers: people, ...others })
  const failures: { messageId: string; error: unknown }[] = []
  const failed = (failure: { messageId: string; error: unknown }) => void failures.push(failure)
  const handlersOver = (ports: CompanyPorts) => ({
    planOccurrences: planOccurrencesHandler({ ports, clock: company.clock }),
    planSlice: planSliceHandler({ ports, clock: company.clock, failed }),
    sendBatch: sendBatchHandler({ ports: withDispatchers(ports), clock: company.clock, failed }),
  })
  return { company, failures, handlersOver, ...handlersOver(company.stores) }
}

/** The same store, of which one word throws. */
const broken = <Store extends object>(store: Store, word: keyof Store & string): Store => ({
  ...store,
  [word]: () => {
    throw new Error(`${word}: the table is away`)
  },
})

const sliceOrder = { occurrenceId: OCCURRENCE, slice: 0, pass: 'open' }
const batchOrders = async (company: Awaited<ReturnType<typeof runningCompany>>) =>
  (await company.stores.occurrences.batches(OCCURRENCE)).map(({ occurrenceId, batchId }) => ({ occurrenceId, batchId }))

/** Bodies that no queue of ours should hold, and every one of which a person must see. */
const GARBAGE: readonly (readonly [string, unknown])[] = [
  ['no JSON', '{"occurrenceId":'],
  ['an empty body', ''],
  ['null', 'null'],
  ['a number', '12'],
  ['a list', []],
  ['an empty object', {}],
  ['an empty id', { occurrenceId: '', slice: 0, pass: 'open', batchId: '' }],
  ['a slice that is no whole number', { occurrenceId: OCCURRENCE, slice: 0.5, pass: 'open' }],
  ['a slice below none', { occurrenceId: OCCURRENCE, slice: -1, pass: 'open' }],
  ['a pass nobody knows', { occurrenceId: OCCURRENCE, slice: 0, pass: 'again' }],
  ['an id that is a number', { occurrenceId: 7, batchId: 7, slice: 0, pass: 'open' }],
]

describe('the hourly look ahead', () => {
  test('opens what comes near and orders its slices; again in the same hour, nothing more', async () => {
    const { company, planOccurrences } = await atWork()
    await planOccurrences()
    expect(company.stores.queues.waiting().slices).toEqual([sliceOrder])
    await planOccurrences()
    expect(company.stores.queues.waiting().slices).toEqual([sliceOrder])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'open', slices: 1 })
  })

  test.each(['campaigns', 'occurrences', 'queues', 'customers'] as const)(
    'fails aloud when %s cannot be reached, so that the hour is tried again and then makes up for it',
    async (port) => {
      const { company, handlersOver, planOccurrences } = await atWork()
      const words = { campaigns: 'latest', occurrences: 'open', queues: 'planSlices', customers: 'roughCount' } as const
      const stores = { ...company.stores, [port]: broken(company.stores[port], words[port] as never) }
      await expect(handlersOver(stores).planOccurrences()).rejects.toThrow()
      await planOccurrences()
      await company.until('2027-03-12T00:00:00.000Z')
      expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-002 tenth-of-march', 'c-003 tenth-of-march'])
    },
  )
})

describe('orders for slices', () => {
  test('no record is no work and no failure', async () => {
    const { planSlice } = await atWork()
    expect(await planSlice(sqsEvent())).toEqual({ batchItemFailures: [] })
  })

  test('one record plans its slice; the same twice in one delivery, and once more, changes nothing', async () => {
    const { company, planOccurrences, planSlice } = await atWork()
    await planOccurrences()
    expect(await planSlice(sqsEvent(sliceOrder))).toEqual({ batchItemFailures: [] })
    const planned = await company.stores.occurrences.batches(OCCURRENCE)
    expect(planned.flatMap(({ recipients }) => recipients)).toHaveLength(3)
    expect(again(await planSlice(sqsEvent(sliceOrder, sliceOrder)))).toEqual([])
    expect(await company.stores.occurrences.batches(OCCURRENCE)).toEqual(planned)
  })

  test.each(GARBAGE)('%s among good ones is reported alone, and its neighbours are planned', async (_, garbage) => {
    const { company, failures, planOccurrences, planSlice } = await atWork()
    await planOccurrences()
    expect(again(await planSlice(sqsEvent(garbage, sliceOrder, garbage)))).toEqual(['m-1', 'm-3'])
    expect(failures.map(({ messageId }) => messageId)).toEqual(['m-1', 'm-3'])
    expect(await company.stores.occurrences.slices(OCCURRENCE)).toMatchObject([{ slice: 0, audience: 3 }])
  })

  test('an occurrence that is not stored makes no rows out of nothing, and keeps no neighbour back', async () => {
    const { company, planOccurrences, planSlice } = await atWork()
    await planOccurrences()
    const lost = { occurrenceId: 'nothing_2027-03-10', slice: 0, pass: 'open' }
    const result = again(await planSlice(sqsEvent(lost, sliceOrder)))
    expect(result.filter((id) => id !== 'm-1')).toEqual([])
    expect(await company.stores.occurrences.batches('nothing_2027-03-10')).toEqual([])
    expect(await company.stores.occurrences.slices(OCCURRENCE)).toHaveLength(1)
  })

  test.each([
    ['campaigns', 'version'],
    ['occurrences', 'get'],
    ['occurrences', 'putBatch'],
    ['occurrences', 'putSlice'],
    ['customers', 'inPartitions'],
    ['ledgers', 'getManyEventually'],
    ['suppressions', 'among'],
    ['alarms', 'set'],
  ] as const)('while %s.%s fails, the order comes again; afterwards it makes the plan that was meant', async (port, word) => {
    const { company, handlersOver, planOccurrences, planSlice } = await atWork()
    await planOccurrences()
    const stores = { ...company.stores, [port]: broken(company.stores[port], word as never) }
    expect(again(await handlersOver(stores).planSlice(sqsEvent(sliceOrder)))).toEqual(['m-1'])
    expect(again(await planSlice(sqsEvent(sliceOrder)))).toEqual([])
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'planned', 'c-002': 'planned', 'c-003': 'planned' })
    await company.until('2027-03-12T00:00:00.000Z')
    expect(company.sent()).toHaveLength(3)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { sent: 3 } })
  })
})

describe('orders for batches', () => {
  async function due(others: Partial<Parameters<typeof runningCompany>[0]> = {}) {
    const work = await atWork(others)
    await work.company.until(JUST_BEFORE_NINE)
    const orders = await batchOrders(work.company)
    work.company.jumpTo(NINE)
    return { ...work, orders }
  }

  test('no record is no work and no failure', async () => {
    const { sendBatch } = await due()
    expect(await sendBatch(sqsEvent())).toEqual({ batchItemFailures: [] })
  })

  test('the same order three times in one delivery and once more later is one mail each', async () => {
    const { company, sendBatch, orders } = await due()
    expect(orders).toHaveLength(1)
    expect(again(await sendBatch(sqsEvent(orders[0], orders[0], orders[0])))).toEqual([])
    expect(again(await sendBatch(sqsEvent(orders[0])))).toEqual([])
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-002 tenth-of-march', 'c-003 tenth-of-march'])
  })

  test('many batches in one delivery are all sent', async () => {
    const customers = Array.from({ length: 1_200 }, (_, n) => aCustomer({ customerId: `c-${n}` }))
    const { company, sendBatch, orders } = await due({ customers })
    expect(orders.length).toBeGreaterThan(1)
    // Later batches are spread over the window; at its end all are due.
    company.jumpTo('2027-03-10T03:59:00.000Z')
    expect(again(await sendBatch(sqsEvent(...orders)))).toEqual([])
    expect(new Set(company.sent()).size).toBe(1_200)
    expect(company.sent()).toHaveLength(1_200)
  })

  test.each(GARBAGE)('%s among good ones is reported alone, and its neighbours are sent', async (_, garbage) => {
    const { company, failures, sendBatch, orders } = await due()
    expect(again(await sendBatch(sqsEvent(garbage, orders[0], garbage)))).toEqual(['m-1', 'm-3'])
    expect(failures).toHaveLength(2)
    expect(company.sent()).toHaveLength(3)
  })

  test('a batch that was merged away since its alarm was set is done with', async () => {
    const { company, sendBatch } = await due()
    expect(again(await sendBatch(sqsEvent({ occurrenceId: OCCURRENCE, batchId: '000.999.gone' })))).toEqual([])
    expect(company.sent()).toEqual([])
  })

  test('a batch that another sender holds is reported for another try, and says so by name', async () => {
    const { company, failures, sendBatch, orders } = await due()
    const batch = (await company.stores.occurrences.batches(OCCURRENCE))[0]!
    await company.stores.occurrences.putBatch({ ...batch, state: 'sending', takenAt: NINE, version: batch.version + 1 })
    expect(again(await sendBatch(sqsEvent(orders[0])))).toEqual(['m-1'])
    expect(failures).toMatchObject([{ messageId: 'm-1', error: { name: 'BatchBusyError' } }])
    expect(company.sent()).toEqual([])
  })

  test('two deliveries at once send once, and whoever came second is told to come again', async () => {
    const { company, sendBatch, orders } = await due()
    const both = await Promise.all([sendBatch(sqsEvent(orders[0])), sendBatch(sqsEvent(orders[0]))])
    expect(both.map((result) => again(result).length).toSorted()).toEqual([0, 1])
    expect(company.sent()).toHaveLength(3)
    expect(again(await sendBatch(sqsEvent(orders[0])))).toEqual([])
    expect(company.sent()).toHaveLength(3)
  })

  test.each([
    ['occurrences', 'batch'],
    ['occurrences', 'get'],
    ['campaigns', 'version'],
    ['occurrences', 'putBatch'],
    ['campaigns', 'state'],
    ['customers', 'getMany'],
    ['suppressions', 'among'],
    ['ledgers', 'getManyEventually'],
  ] as const)('while %s.%s fails nobody is written to; later everyone is, once', async (port, word) => {
    const { company, handlersOver, sendBatch, orders } = await due()
    const stores = { ...company.stores, [port]: broken(company.stores[port], word as never) }
    expect(again(await handlersOver(stores).sendBatch(sqsEvent(orders[0])))).toEqual(['m-1'])
    expect(company.sent()).toEqual([])
    // Past the lease of the sender that broke off.
    company.jumpTo('2027-03-10T02:07:00.000Z')
    expect(again(await sendBatch(sqsEvent(orders[0])))).toEqual([])
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-002 tenth-of-march', 'c-003 tenth-of-march'])
  })

  test('while nobody can say who wrote back, nobody is reminded; later everyone is, once', async () => {
    const survey = aSurvey({}, { occasion: { kind: 'fixed', month: 3, day: 4, roll: 'none' } })
    const reminder = aCampaign({
      id: 'reminder',
      contentClass: 'survey',
      occasion: { kind: 'after-invitation', campaign: survey.id, offset: { days: 6 } },
    })
    const { company, handlersOver, sendBatch } = await atWork({ now: '2027-03-01T00:00:00.000Z', campaigns: [survey, reminder] })
    await company.until(JUST_BEFORE_NINE)
    const orders = (await company.stores.occurrences.batches('reminder_2027-03-10')).map(({ occurrenceId, batchId }) => ({
      occurrenceId,
      batchId,
    }))
    company.jumpTo(NINE)
    const stores = { ...company.stores, replies: broken(company.stores.replies, 'ofCustomer') }
    expect(again(await handlersOver(stores).sendBatch(sqsEvent(orders[0])))).toEqual(['m-1'])
    expect(company.sent().filter((mail) => mail.endsWith('reminder'))).toEqual([])
    company.jumpTo('2027-03-10T02:07:00.000Z')
    expect(again(await sendBatch(sqsEvent(orders[0])))).toEqual([])
    expect(company.sent().filter((mail) => mail.endsWith('reminder'))).toHaveLength(3)
  })

  test.each([
    ['ledgers', 'claim'],
    ['letters', 'write'],
    ['mailer', 'send'],
    ['touches', 'record'],
  ] as const)(
    'while %s.%s fails for each person nobody gets two mails, and everyone ends with an outcome',
    async (port, word) => {
      const { company, handlersOver, orders } = await due()
      const stores = { ...company.stores, [port]: broken(company.stores[port], word as never) }
      await handlersOver(stores).sendBatch(sqsEvent(orders[0]))
      const first = company.sent()
      await company.until('2027-03-12T00:00:00.000Z')
      expect(new Set(company.sent()).size).toBe(company.sent().length)
      expect(first).toHaveLength(port === 'touches' ? 3 : 0)
      // Whoever was claimed when the mailer broke may have a mail, so nobody writes again; the others get theirs.
      const outcome = port === 'mailer' ? 'unknown' : 'sent'
      expect(Object.values(await company.results(OCCURRENCE))).toEqual(Array(3).fill(outcome))
      expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', mismatch: false })
    },
  )

  test('one person whose letter breaks does not keep the others from theirs', async () => {
    const { company, handlersOver, orders } = await due()
    const { letters } = company.stores
    const breaking: typeof letters = {
      write: (order) => {
        if (order.customer.customerId === 'c-002') throw new Error('a template that loops')
        return letters.write(order)
      },
    }
    await handlersOver({ ...company.stores, letters: breaking }).sendBatch(sqsEvent(orders[0]))
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-003 tenth-of-march'])
  })
})

import { describe, expect, test } from 'vitest'
import { isTimeToRedrive, redriveOccurrence } from '#app/operating/redrive-occurrence.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import { LEASE_MS } from '#app/sending/send-batch.ts'
import type { Occurrence, Slice } from '#core/planning/occurrence.ts'
import { plusMs } from '#core/time/instant.ts'
import { aBatch, aCampaign, aContact, aCustomer, aLedger, aRecipient } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { sendBatch } from '#test/support/sending.ts'
import { storedOccurrence } from '#test/support/store-builders.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const BEFORE_NINE = '2027-03-10T01:59:00.000Z'
const NINE = '2027-03-10T02:00:00.000Z'
const OVER = '2027-03-12T00:00:00.000Z'

const people = (...ids: string[]) => ids.map((customerId) => aCustomer({ customerId }))
const atWork = (overrides: Partial<Parameters<typeof runningCompany>[0]> = {}) =>
  runningCompany({ now: FIRST_LOOK, campaigns: [aCampaign()], customers: people('c-001'), ...overrides })
type Company = Awaited<ReturnType<typeof atWork>>

const accepted = {
  campaignId: 'tenth-of-march',
  occurrenceId: OCCURRENCE,
  customerId: 'c-001',
  channel: 'email',
  providerId: 'mail-000001',
  sentAt: NINE,
  delivery: { state: 'accepted' as const },
  trouble: null,
  address: 'c-001@example.com',
}

/** The sender dies after the provider took the mail, before anything is written about it. */
const dieBeforeRecording = (company: Company) => {
  const { touches, occurrences } = company.stores
  const record = async () => {
    throw new Error('the sender died')
  }
  const putBatch: typeof occurrences.putBatch = async (batch) => {
    if (batch.state !== 'sending') throw new Error('the sender died')
    return occurrences.putBatch(batch)
  }
  company.replace({ touches: { ...touches, record }, occurrences: { ...occurrences, putBatch } })
}

describe('a sender that died', () => {
  test('between claim and record: the customer is unknown, never sent to again, and settled by the provider’s event', async () => {
    const company = await atWork()
    await company.until(BEFORE_NINE)
    dieBeforeRecording(company)
    await company.until('2027-03-10T02:02:00.000Z')
    company.replace({})
    await company.until('2027-03-10T02:30:00.000Z')
    expect(company.sent()).toHaveLength(1)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': { state: 'unknown', since: NINE } })
    expect(company.said.map(({ name }) => name)).toContain('touch.unknown')
    await recordDelivery(company.stores, accepted)
    await company.until(OVER)
    expect(company.sent()).toHaveLength(1)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { sent: 1, unknown: 0 } })
  })

  test('and no event ever comes: unknown it stays, and the balance says so', async () => {
    const company = await atWork()
    await company.until(BEFORE_NINE)
    dieBeforeRecording(company)
    await company.until('2027-03-10T02:02:00.000Z')
    company.replace({})
    await company.until(OVER)
    expect(company.sent()).toHaveLength(1)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { sent: 0, unknown: 1 } })
  })

  test('between the mails and the one call that writes their touches: all are unknown, each is settled by its own event, none is repeated', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `c-${String(n).padStart(3, '0')}`)
    const company = await atWork({ customers: people(...ids) })
    await company.until(BEFORE_NINE)
    const { touches, occurrences } = company.stores
    let calls = 0
    company.replace({
      touches: {
        ...touches,
        // The first 25 are written; with the next call the sender is gone.
        record: async (batch) => {
          if (++calls > 1) throw new Error('the sender died')
          await touches.record(batch)
        },
      },
      occurrences: {
        ...occurrences,
        putBatch: async (batch) => {
          if (batch.state !== 'sending') throw new Error('the sender died')
          return occurrences.putBatch(batch)
        },
      },
    })
    await company.until('2027-03-10T02:02:00.000Z')
    company.replace({})
    await company.until('2027-03-10T02:30:00.000Z')
    const now = Object.entries(await company.results(OCCURRENCE))
    expect(now.filter(([, result]) => result === 'sent')).toHaveLength(25)
    const unknown = now.filter(([, result]) => result === 'unknown').map(([customerId]) => customerId)
    expect(unknown).toHaveLength(5)
    for (const customerId of unknown) await recordDelivery(company.stores, { ...accepted, customerId })
    expect(await touches.getMany(unknown.map((customerId) => ({ customerId, occurrenceId: OCCURRENCE })))).toMatchObject(
      unknown.map(() => ({ result: 'sent', occasionKey: 'tenth-of-march:2027-03-10', contentClass: 'care' })),
    )
    await company.until(OVER)
    expect(company.sent()).toHaveLength(30)
    expect(new Set(company.sent()).size).toBe(30)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { sent: 30, unknown: 0 } })
  })

  test('no row says "sent" before the touches of its people are written', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `c-${String(n).padStart(3, '0')}`)
    const company = await atWork({ customers: people(...ids) })
    await company.until(BEFORE_NINE)
    const { touches, occurrences } = company.stores
    const order: string[] = []
    company.replace({
      touches: {
        ...touches,
        record: async (batch) => {
          await new Promise((later) => setTimeout(later, 5))
          await touches.record(batch)
          order.push(`${batch.length} touches`)
        },
      },
      occurrences: {
        ...occurrences,
        putBatch: async (batch) => {
          order.push(batch.state)
          return occurrences.putBatch(batch)
        },
      },
    })
    await company.until(NINE)
    expect(order.toSorted((a, b) => Number(a === 'done') - Number(b === 'done'))).toEqual(order)
    expect(order).toEqual(expect.arrayContaining(['sending', '25 touches', '5 touches', 'done']))
  })

  test('after taking the batch and before any claim: everyone is sent once when its lease has run out', async () => {
    const company = await atWork({ customers: people('c-001', 'c-002') })
    await company.until(BEFORE_NINE)
    const { customers } = company.stores
    company.replace({
      customers: {
        ...customers,
        getMany: async () => {
          throw new Error('the sender died')
        },
      },
    })
    await company.until('2027-03-10T02:02:00.000Z')
    expect((await company.stores.occurrences.batches(OCCURRENCE))[0]).toMatchObject({ state: 'sending', takenAt: NINE })
    company.replace({})
    await company.until(OVER)
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-002 tenth-of-march'])
  })

  test('after everyone was sent and before giving the batch back: the touches say what happened', async () => {
    const company = await atWork({ customers: people('c-001', 'c-002') })
    await company.until(BEFORE_NINE)
    const { occurrences } = company.stores
    let writes = 0
    const putBatch: typeof occurrences.putBatch = async (batch) => {
      if (++writes === 2) throw new Error('the sender died')
      return occurrences.putBatch(batch)
    }
    company.replace({ occurrences: { ...occurrences, putBatch } })
    await company.until('2027-03-10T02:30:00.000Z')
    expect(company.sent()).toHaveLength(2)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'sent', 'c-002': 'sent' })
  })

  test('and nobody came back: closing takes the word of the touches and of the ledger, for those who waited as well', async () => {
    const company = await atWork({ customers: people('c-001', 'c-002', 'c-003') })
    await company.until(BEFORE_NINE)
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    // The provider had no time at first; the second sender sent to one of them and died.
    const deferred = { state: 'deferred' as const, until: NINE, because: 'provider-busy' as const }
    await company.stores.occurrences.putBatch({
      ...batch!,
      state: 'sending',
      takenAt: NINE,
      version: batch!.version + 1,
      recipients: batch!.recipients.map((recipient, n) => (n < 2 ? { ...recipient, outcome: deferred } : recipient)),
    })
    await recordDelivery(company.stores, accepted)
    const contact = aContact({ occurrenceId: OCCURRENCE, occasionKey: 'tenth-of-march:2027-03-10', at: NINE })
    await company.stores.ledgers.claim(aLedger([contact], 'c-002'))
    company.jumpTo('2027-03-13T00:00:00.000Z')
    await company.until('2027-03-13T00:00:00.000Z')
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { state: 'sent', providerId: 'mail-000001' },
      'c-002': { state: 'unknown', since: NINE },
      'c-003': { state: 'skipped', reason: 'window-passed' },
    })
  })
})

describe('a lease', () => {
  const order = (batchId: string) => ({ occurrenceId: OCCURRENCE, batchId })

  test.each([
    ['half-way', LEASE_MS / 2, 'busy', 0],
    ['a moment before it ends', LEASE_MS - 1, 'busy', 0],
    ['when it has run out', LEASE_MS, 'done', 1],
  ] as const)('%s another sender finds the batch %s', async (_, after, result, mails) => {
    const company = await atWork()
    await company.until(BEFORE_NINE)
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    await company.stores.occurrences.putBatch({ ...batch!, state: 'sending', takenAt: NINE, version: batch!.version + 1 })
    expect(await sendBatch(company.stores, order(batch!.batchId), () => plusMs(NINE, after))).toBe(result)
    expect(company.sent()).toHaveLength(mails)
  })

  test('a batch that does not exist is nothing to do', async () => {
    const company = await atWork()
    expect(await sendBatch(company.stores, order('000.000.20270310T0200-0400'), () => NINE)).toBe('done')
  })

  test('a batch without an occurrence is a broken promise', async () => {
    const company = await atWork()
    await company.stores.occurrences.putBatch(aBatch({ occurrenceId: 'tenth-of-march_2030-03-10', recipients: [aRecipient()] }))
    const send = sendBatch(company.stores, { occurrenceId: 'tenth-of-march_2030-03-10', batchId: aBatch().batchId }, () => NINE)
    await expect(send).rejects.toThrow('has no occurrence')
  })
})

describe('the provider', () => {
  const address = 'c-001@example.com'

  test('was busy: the claim is given back and the mail goes out minutes later', async () => {
    const company = await atWork()
    const busy = { busy: 'throttled' as const, detail: 'rate exceeded' }
    company.stores.mailer.answer(address, busy, busy, busy, busy)
    await company.until('2027-03-10T02:01:59.999Z')
    expect(company.sent()).toEqual([])
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { state: 'deferred', until: '2027-03-10T02:02:00.000Z', because: 'provider-busy' },
    })
    expect(await company.stores.ledgers.getMany(['c-001'])).toMatchObject([{ version: 2, contacts: [] }])
    await company.until('2027-03-10T02:02:00.000Z')
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'sent' })
    expect((await company.stores.ledgers.getMany(['c-001']))[0]?.contacts).toHaveLength(1)
  })

  test('was busy until the window had passed: skipped, not sent late', async () => {
    const company = await atWork()
    company.stores.mailer.answer(address, ...Array.from({ length: 400 }, () => ({ busy: 'transient' as const, detail: '' })))
    await company.until(OVER)
    expect(company.sent()).toEqual([])
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped window-passed' })
    expect((await company.stores.ledgers.getMany(['c-001']))[0]?.contacts).toEqual([])
  })

  test('gave no answer: unknown at once, and never sent again', async () => {
    const company = await atWork()
    company.stores.mailer.answer(address, { unknown: 'timeout after 10 s' })
    await company.until(OVER)
    expect(company.sent()).toHaveLength(1)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': { state: 'unknown', evidence: 'timeout after 10 s' } })
  })

  test('refused for good: failed with the reason, once', async () => {
    const company = await atWork()
    company.stores.mailer.answer(address, { refused: 'MessageRejected' })
    await company.until(OVER)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': { state: 'failed', reason: 'MessageRejected' } })
    expect(await company.stores.touches.ofCustomer('c-001')).toMatchObject([{ result: 'failed', reason: 'MessageRejected' }])
    expect(await company.stores.ledgers.getMany(['c-001'])).toMatchObject([{ version: 2, contacts: [] }])
  })

  test('took one and was busy for another: the row waits for the one and does not repeat the other', async () => {
    const company = await atWork({ customers: people('c-001', 'c-002') })
    company.stores.mailer.answer(address, ...Array.from({ length: 4 }, () => ({ busy: 'throttled' as const, detail: '' })))
    await company.until('2027-03-10T03:00:00.000Z')
    expect(company.sent()).toEqual(['c-002 tenth-of-march', 'c-001 tenth-of-march'])
  })
})

describe('what got lost on the way is handed out again', () => {
  test.each([
    ['open', 0, false],
    ['open', 59, false],
    ['open', 60, true],
    ['open', 119, true],
    ['open', 120, false],
    ['open', 6 * 60, false],
    ['open', 7 * 60, true],
    ['open', 13 * 60 + 59, true],
    ['refresh', 0, false],
    ['refresh', 59, false],
    ['refresh', 60, true],
    ['refresh', 2 * 60, true],
    ['refresh', 30 * 60, true],
  ] as const)('after the pass "%s", %i minutes later: %s', (pass, minutes, expected) => {
    const occurrence = storedOccurrence({ pass, passAt: FIRST_LOOK })
    expect(isTimeToRedrive(occurrence, plusMs(FIRST_LOOK, minutes * 60_000))).toBe(expected)
  })

  test('in the last zones of a date as well, long after the second pass', async () => {
    const company = await atWork({ customers: [aCustomer({ zone: 'Pacific/Honolulu' })] })
    company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
    await company.until(OVER)
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  })

  test('slices that were never planned', async () => {
    const company = await atWork()
    const planSlices = async () => undefined
    company.replace({ queues: { ...company.stores.queues, planSlices } })
    await company.until('2027-03-08T10:00:00.000Z')
    company.replace({})
    expect(await company.stores.occurrences.slices(OCCURRENCE)).toEqual([])
    await company.until('2027-03-08T11:00:00.000Z')
    expect(await company.stores.occurrences.slices(OCCURRENCE)).toMatchObject([{ slice: 0, audience: 1 }])
  })

  test('but not what may still be under way: a pass of less than twenty minutes ago', async () => {
    const company = await atWork()
    company.replace({ queues: { ...company.stores.queues, planSlices: async () => undefined } })
    await company.until('2027-03-08T10:00:00.000Z')
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    const redrive = (now: string) => redriveOccurrence(company.stores, { occurrence, planned: [], now })
    expect(await redrive('2027-03-08T10:19:59.999Z')).toBe(0)
    expect(await redrive('2027-03-08T10:20:00.000Z')).toBe(1)
    expect(company.stores.queues.waiting().slices).toEqual([{ occurrenceId: OCCURRENCE, slice: 0, pass: 'open' }])
  })

  test('an occurrence that was planned without members is not asked for its batches', async () => {
    const company = await atWork()
    await company.until('2027-03-08T11:00:00.000Z')
    const [slice] = await company.stores.occurrences.slices(OCCURRENCE)
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    let asked = 0
    const unfinishedBatches = async () => {
      asked++
      return []
    }
    const redrive = (planned: readonly Slice[]) =>
      redriveOccurrence(
        { ...company.stores, occurrences: { ...company.stores.occurrences, unfinishedBatches } },
        { occurrence, planned, now: '2027-03-08T11:00:00.000Z' },
      )
    expect(await redrive([{ ...slice!, audience: 0 }])).toBe(0)
    expect(asked).toBe(0)
    // A member, or a slice that is not planned yet: there may be batches.
    await redrive([{ ...slice!, firstDueAt: '2027-03-08T10:00:00.000Z' }])
    expect(asked).toBe(1)
    await redrive([])
    expect(asked).toBe(2)
  })

  test('batches of which none can be overdue yet are not asked for, and the look is not remembered as one that found nobody', async () => {
    const company = await atWork()
    await company.until('2027-03-10T00:30:00.000Z')
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    const [slice] = await company.stores.occurrences.slices(OCCURRENCE)
    expect(slice).toMatchObject({ pass: 'refresh', audience: 1, firstDueAt: '2027-03-10T02:00:00.000Z' })
    const { firstDueAt, ...ofBefore } = slice!
    let asked = 0
    const unfinishedBatches = (occurrenceId: string) => {
      asked++
      return company.stores.occurrences.unfinishedBatches(occurrenceId)
    }
    const ports = { ...company.stores, occurrences: { ...company.stores.occurrences, unfinishedBatches } }
    const asks = async (planned: Slice, { at = '2027-03-10T01:00:00.000Z', over = {} as Partial<Occurrence> } = {}) => {
      asked = 0
      await redriveOccurrence(ports, { occurrence: { ...occurrence, ...over }, planned: [planned], now: at })
      return asked
    }
    expect(await asks(slice!)).toBe(0)
    expect(await asks({ ...slice!, firstDueAt: null })).toBe(0)
    expect((await company.stores.occurrences.get(OCCURRENCE))?.quietSince).toBeUndefined()
    expect(await asks(ofBefore)).toBe(1)
    expect(await asks(slice!, { over: { resent: true } })).toBe(1)
    expect(await asks({ ...slice!, pass: 'open' })).toBe(1)
    expect(await asks(slice!, { at: '2027-03-10T02:19:59.000Z' })).toBe(0)
    expect(await asks(slice!, { at: '2027-03-10T02:20:00.000Z' })).toBe(1)
  })

  test('once a look found nobody waiting, batches are asked for again only after planning or resending', async () => {
    const company = await atWork()
    await company.until('2027-03-10T05:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    const planned = await company.stores.occurrences.slices(OCCURRENCE)
    expect(occurrence).toMatchObject({ pass: 'refresh', quietSince: expect.any(String) })
    let asked = 0
    const unfinishedBatches = async () => {
      asked++
      return []
    }
    const ports = { ...company.stores, occurrences: { ...company.stores.occurrences, unfinishedBatches } }
    const asks = async (over: Partial<Occurrence>, plannedAt = planned[0]!.plannedAt) => {
      asked = 0
      const slices = planned.map((slice) => ({ ...slice, plannedAt }))
      await redriveOccurrence(ports, { occurrence: { ...occurrence, ...over }, planned: slices, now: '2027-03-10T06:00:00.000Z' })
      return asked
    }
    expect(await asks({})).toBe(0)
    expect(await asks({ resent: true })).toBe(1)
    expect(await asks({ pass: 'open' })).toBe(1)
    // Planned again, or still being planned while the look was made.
    expect(await asks({}, occurrence.quietSince)).toBe(1)
    expect(await asks({}, plusMs(occurrence.quietSince!, -20 * 60_000 + 1))).toBe(1)
    expect(await asks({}, plusMs(occurrence.quietSince!, -20 * 60_000))).toBe(0)
  })

  test('a batch that waits or is in work is asked for every hour, and is not noted as quiet', async () => {
    const company = await atWork()
    company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
    await company.until('2027-03-10T01:59:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).not.toHaveProperty('quietSince')
    await company.until('2027-03-10T05:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toHaveProperty('quietSince')
  })

  test('slices of the second pass only, when the first was done', async () => {
    const company = await atWork()
    await company.until('2027-03-09T23:59:00.000Z')
    company.replace({ queues: { ...company.stores.queues, planSlices: async () => undefined } })
    await company.until('2027-03-10T00:00:00.000Z')
    company.replace({})
    expect(await company.stores.occurrences.slices(OCCURRENCE)).toMatchObject([{ pass: 'open' }])
    await company.until('2027-03-10T01:00:00.000Z')
    expect(await company.stores.occurrences.slices(OCCURRENCE)).toMatchObject([{ pass: 'refresh' }])
  })

  test('batches whose alarm never rang, as long as their window is open', async () => {
    const company = await atWork({ campaigns: [aCampaign({ window: { from: '09:00', to: '15:00' } })] })
    company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
    await company.until('2027-03-10T08:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
    expect(company.said.map(({ name }) => name)).toContain('batch.overdue')
  })

  test('batches whose alarm never rang, in a window of two hours', async () => {
    const company = await atWork()
    company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
    await company.until(OVER)
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  })
})

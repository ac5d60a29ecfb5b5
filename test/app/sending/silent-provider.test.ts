/** Mails go out and no answer comes, or no mail gets a place: no customer is sent to twice, few are lost, and the operator hears of it. */
import { describe, expect, test } from 'vitest'
import type { DispatchResult } from '#app/ports/sending.ts'
import { MINUTE_MS } from '#core/time/instant.ts'
import { aCustomer } from '#test/support/builders.ts'
import {
  type Answer,
  answerUntil,
  CLOSED,
  customerIds,
  minutesPastNine,
  NINE,
  OCCURRENCE,
  withProvider,
} from '#test/support/troubled-provider.ts'

const SILENT: DispatchResult = { unknown: 'InternalServiceException: 500' }
const silent: Answer = () => SILENT

/** Every person in a row of their own, all due at the same moment: a greeting of a few people a day looks like this. */
async function eachAlone(answer: Answer, count: number) {
  const work = await withProvider(answer, { count })
  await work.company.until(minutesPastNine(-1))
  const { occurrences, alarms } = work.company.stores
  const [batch] = await occurrences.batches(OCCURRENCE)
  alarms.takeDue(CLOSED)
  for (const [index, recipient] of batch!.recipients.entries()) {
    const batchId = index === 0 ? batch!.batchId : `000.${String(index).padStart(2, '0')}.+0700`
    const version = index === 0 ? batch!.version + 1 : 0
    expect(await occurrences.putBatch({ ...batch!, batchId, recipients: [recipient], version })).toBe('written')
    await alarms.set({ occurrenceId: OCCURRENCE, batchId, dueAt: NINE })
  }
  return work
}

describe('a provider that answers no mail', () => {
  test('all day stops the sender after the mails under way: one person a probe is unknown, the others wait, and two alarms ring', async () => {
    const { company, asked, counted } = await withProvider(silent, { count: 350 })
    await company.until(NINE)
    const first = asked.length
    expect(first).toBeLessThanOrEqual(64)
    expect(company.alarmsRaised()).toEqual([])
    expect(await company.stores.stops.current()).toMatchObject({ stop: { fault: 'unreachable' } })
    await company.until(CLOSED)
    const probes = asked.slice(first).map(({ at }) => (Date.parse(at) - Date.parse(NINE)) / MINUTE_MS)
    expect(probes).toEqual([2, 6, 14, 29, 44, 59, 74, 89, 104, 119])
    expect(await counted()).toEqual({ 'skipped sender-stopped': 350 - asked.length, unknown: asked.length })
    expect([...new Set(company.alarmsRaised())]).toEqual(['sender.stopped', 'occurrence.losses'])
    expect(company.alarmsRaised().filter((name) => name === 'sender.stopped')).toHaveLength(1)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { audience: 350 } })
  })

  test('for ten minutes loses the mails under way and one a probe; everybody else is sent, and nobody is asked for twice', async () => {
    const { company, asked, counted } = await withProvider(answerUntil(minutesPastNine(10), SILENT), { count: 350 })
    await company.until(CLOSED)
    expect(new Set(asked.map(({ customerId }) => customerId)).size).toBe(350)
    expect(asked).toHaveLength(350)
    const { unknown = 0, sent } = await counted()
    expect(unknown).toBeLessThanOrEqual(64 + 2)
    expect(sent).toBe(350 - unknown)
    expect(await company.stores.stops.current()).toMatchObject({ stop: null })
  })

  test('keeps the claim of everyone it was asked for, so that no other campaign takes them for unwritten', async () => {
    const { company, asked, claims } = await withProvider(silent, { count: 100 })
    await company.until(CLOSED)
    expect(await claims()).toEqual(asked.map(({ customerId }) => customerId).toSorted())
  })

  test('is noticed by a row of two', async () => {
    const { company, counted } = await withProvider(silent, { count: 2 })
    await company.until(NINE)
    expect(await counted()).toEqual({ unknown: 2 })
    expect(await company.stores.stops.current()).toMatchObject({ stop: { fault: 'unreachable' } })
  })

  test('is noticed by rows of one person each: the second that hears nothing stops the sender', async () => {
    const { company, asked, counted } = await eachAlone(silent, 40)
    await company.until(NINE)
    expect(asked).toHaveLength(2)
    expect(await counted()).toEqual({ 'deferred sender-stopped': 38, unknown: 2 })
    await company.until(CLOSED)
    expect((await counted())['skipped sender-stopped']).toBe(40 - asked.length)
    expect([...new Set(company.alarmsRaised())]).toEqual(['sender.stopped', 'occurrence.losses'])
  })

  test('and with "not now" between its silences is the same trouble', async () => {
    const { company, asked } = await withProvider(
      ({ before }) => (before % 2 === 0 ? SILENT : { busy: 'transient', detail: 'connect ECONNREFUSED' }),
      { count: 300 },
    )
    await company.until(NINE)
    // 64 under way, four tries each at most.
    expect(asked.length).toBeLessThanOrEqual(256)
    expect(await company.stores.stops.current()).toMatchObject({ stop: { fault: 'unreachable' } })
  })

  test('met by the probe of another fault leaves the sender stopped, and one person a probe unknown', async () => {
    const { company, asked, counted } = await withProvider(
      ({ at }) => (at < minutesPastNine(2) ? { stopped: 'sending-paused', detail: '' } : SILENT),
      { count: 50 },
    )
    await company.until(NINE)
    const first = asked.length
    await company.until(minutesPastNine(10))
    expect(asked.slice(first).map(({ at }) => at)).toEqual([minutesPastNine(2), minutesPastNine(6)])
    expect(new Set(asked.slice(first).map(({ customerId }) => customerId)).size).toBe(2)
    expect(await counted()).toEqual({ 'deferred sender-stopped': 48, unknown: 2 })
    expect(company.alarmsRaised()).toEqual(['sender.stopped'])
  })

  test('met by a probe that the provider had refused two people of before does not open the way for the rest', async () => {
    const { company, asked } = await withProvider(
      ({ at, before }) => {
        if (at < minutesPastNine(2)) return { stopped: 'sending-paused', detail: '' }
        return before % 3 === 0 ? SILENT : { refused: 'theirs' }
      },
      { count: 60 },
    )
    await company.until(NINE)
    const first = asked.length
    await company.until(minutesPastNine(2))
    expect(asked.length - first).toBeLessThanOrEqual(3)
    expect((await company.stores.stops.current()).stop).not.toBeNull()
  })
})

describe('a single mail without an answer', () => {
  test('stops nobody: its person is unknown, and the others of its row are sent', async () => {
    const { company, counted } = await withProvider(({ customerId }) => (customerId === 'c-007' ? SILENT : undefined), {
      count: 300,
    })
    await company.until(NINE)
    expect(await counted()).toEqual({ sent: 299, unknown: 1 })
    await company.until(CLOSED)
    expect((await company.stores.stops.current()).stop).toBeNull()
    expect(company.alarmsRaised()).toEqual([])
  })

  test('alone in its row stops nobody, and the next mail that is taken clears it of suspicion', async () => {
    const silentFor = new Set(['c-000', 'c-002', 'c-004'])
    const { company, counted } = await eachAlone(({ customerId }) => (silentFor.has(customerId) ? SILENT : undefined), 6)
    await company.until(NINE)
    expect(await counted()).toEqual({ sent: 3, unknown: 3 })
    expect(company.said.map(({ name }) => name)).not.toContain('sender.stillStopped')
  })

  test('is never sent again by itself', async () => {
    const { company, asked } = await withProvider(({ customerId }) => (customerId === 'c-000' ? SILENT : undefined))
    await company.until(CLOSED)
    expect(asked.filter(({ customerId }) => customerId === 'c-000')).toHaveLength(1)
    expect(await company.results(OCCURRENCE)).toMatchObject({ 'c-000': 'unknown' })
  })
})

describe('mails of which nobody knows', () => {
  // Never two in a row, so that the sender goes on.
  const scattered = (silences: number): Answer => {
    const silentFor = new Set(customerIds(silences * 4).filter((_, index) => index % 4 === 0))
    return ({ customerId }) => (silentFor.has(customerId) ? SILENT : undefined)
  }

  test.each([
    ['nine of a hundred', 9, 100, []],
    ['ten of a hundred', 10, 100, ['occurrence.losses']],
    ['four of sixteen', 4, 16, []],
  ])('%s raise %j', async (_, silences, count, alarms) => {
    const { company } = await withProvider(scattered(silences), { count })
    await company.until(CLOSED)
    expect([...new Set(company.alarmsRaised())]).toEqual(alarms)
  })

  test('and who failed or waited in vain are one loss, each with its figure', async () => {
    const { company, saidOf } = await withProvider(
      ({ customerId }) => (customerId === 'c-000' ? { refused: 'no' } : scattered(6)({ at: NINE, customerId, before: 0 })),
      { count: 60 },
    )
    await company.until(CLOSED)
    expect(saidOf('occurrence.losses')[0]).toEqual({ occurrenceId: OCCURRENCE, failed: 1, stopped: 0, unknown: 5, reached: 54 })
  })
})

describe('no place for any mail, because the rate is not known', () => {
  const noPlace = (isAway: () => boolean) => {
    let taken = 0
    const take = async () => {
      taken++
      if (isAway()) throw new Error('InternalFailure: GetAccount 500')
    }
    return { pace: { take, throttled: () => {} }, taken: () => taken }
  }

  test('all day: all wait, one alarm tells it, a place is asked for by probes alone, and what is lost is told', async () => {
    const { company, asked, counted } = await withProvider(() => undefined, { count: 20 })
    const { pace, taken } = noPlace(() => true)
    company.replace({ ...company.ports(), pace })
    await company.until(NINE)
    expect(await counted()).toEqual({ 'deferred sender-stopped': 20 })
    expect(company.alarmsRaised()).toEqual([])
    await company.until(CLOSED)
    expect(await counted()).toEqual({ 'skipped sender-stopped': 20 })
    expect(asked).toEqual([])
    expect(taken()).toBeLessThanOrEqual(20 + 10)
    expect(company.alarmsRaised()).toEqual(['sender.stopped', 'occurrence.losses', 'occurrence.losses'])
  })

  test('for some minutes: everybody is sent within the window, and nothing is claimed meanwhile', async () => {
    const { company, claims, counted } = await withProvider(() => undefined, { count: 100 })
    const { pace } = noPlace(() => company.clock() < minutesPastNine(5))
    company.replace({ ...company.ports(), pace })
    await company.until(NINE)
    expect(await claims()).toEqual([])
    await company.until(minutesPastNine(30))
    expect(await counted()).toEqual({ sent: 100 })
  })

  test('for one person alone in a row: they wait for the sender, and the loss is told', async () => {
    const { company, counted } = await withProvider(() => undefined, { count: 1 })
    const { pace, taken } = noPlace(() => true)
    company.replace({ ...company.ports(), pace })
    await company.until(CLOSED)
    expect(await counted()).toEqual({ 'skipped sender-stopped': 1 })
    expect(taken()).toBeLessThanOrEqual(13)
    expect([...new Set(company.alarmsRaised())]).toEqual(['sender.stopped', 'occurrence.losses'])
  })

  test('failing once for all who wait at that moment is one failure: the others are sent, and they a little later', async () => {
    const { company, counted } = await withProvider(() => undefined, { count: 100 })
    const failure = new Error('the line of places could not be written')
    let taken = 0
    const take = async () => {
      if (++taken <= 60) throw failure
    }
    company.replace({ ...company.ports(), pace: { take, throttled: () => {} } })
    await company.until(NINE)
    expect(await counted()).toEqual({ 'deferred sender-stopped': 60, sent: 40 })
    expect((await company.stores.stops.current()).stop).toBeNull()
    await company.until(minutesPastNine(5))
    expect(await counted()).toEqual({ sent: 100 })
  })

  test('failing for all who wait, and again for those of the next run, stops the sender', async () => {
    const { company, counted } = await withProvider(() => undefined, { count: 20 })
    let failure = new Error('GetAccount 500')
    let minute = company.clock()
    let taken = 0
    const take = async () => {
      taken++
      if (company.clock() !== minute) failure = new Error('GetAccount 500')
      minute = company.clock()
      throw failure
    }
    company.replace({ ...company.ports(), pace: { take, throttled: () => {} } })
    await company.until(CLOSED)
    expect(await counted()).toEqual({ 'skipped sender-stopped': 20 })
    expect(taken).toBeLessThanOrEqual(2 * 20 + 10)
    expect([...new Set(company.alarmsRaised())]).toEqual(['sender.stopped', 'occurrence.losses'])
  })

  test('once stops nobody else', async () => {
    const { company, counted } = await withProvider(() => undefined, { count: 40 })
    let taken = 0
    const take = async () => {
      if (++taken === 5) throw new Error('ProvisionedThroughputExceededException')
    }
    company.replace({ ...company.ports(), pace: { take, throttled: () => {} } })
    await company.until(NINE)
    expect(await counted()).toEqual({ 'deferred sender-stopped': 1, sent: 39 })
    await company.until(minutesPastNine(5))
    expect(await counted()).toEqual({ sent: 40 })
    expect(company.alarmsRaised()).toEqual([])
  })
})

test('people of many zones whose provider is silent over the first window are sent to in theirs', async () => {
  const zones = ['Australia/Sydney', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles']
  const customers = customerIds(30).map((customerId, n) => aCustomer({ customerId, zone: zones[n % 3]! }))
  const { company } = await withProvider(answerUntil('2027-03-10T01:30:00.000Z', SILENT), { customers, count: 30 })
  await company.until(CLOSED)
  const results = await company.results(OCCURRENCE)
  expect(customers.filter(({ zone }) => zone !== zones[0]).map(({ customerId }) => results[customerId])).toEqual(
    Array.from({ length: 20 }, () => 'sent'),
  )
})

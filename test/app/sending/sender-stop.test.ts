import { describe, expect, test } from 'vitest'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { type EventValues, events } from '#app/events.ts'
import { resend } from '#app/operating/resend.ts'
import { type DispatchResult, SenderFaultError, type SendingStops, type Stopped } from '#app/ports/sending.ts'
import { senderGate } from '#app/sending/sender-gate.ts'
import { SENDER_FAULTS, stopped } from '#core/planning/sending-stop.ts'
import { type Instant, MINUTE_MS } from '#core/time/instant.ts'
import { aCampaign, theCompanyRules } from '#test/support/builders.ts'
import { sendBatch } from '#test/support/sending.ts'
import {
  answerUntil,
  CLOSED,
  customerIds,
  minutesPastNine,
  NINE,
  OCCURRENCE,
  withProvider,
} from '#test/support/troubled-provider.ts'

const PAUSED: Stopped = { stopped: 'sending-paused', detail: 'Sending paused for this account.' }

describe('what would meet every mail', () => {
  test.each(SENDER_FAULTS.filter((fault) => fault !== 'unreachable'))(
    '%s: nobody fails, all wait inside their window with their claims given back, one alarm rings, and all are sent afterwards',
    async (fault) => {
      const { company, claims, counted } = await withProvider(
        answerUntil(minutesPastNine(30), { stopped: fault, detail: 'no' }),
        {
          count: 50,
        },
      )
      await company.until(NINE)
      expect(await counted()).toEqual({ 'deferred sender-stopped': 50 })
      expect(await claims()).toEqual([])
      expect((await company.stores.touches.ofCustomer('c-000')).length).toBe(0)
      await company.until(minutesPastNine(60))
      expect(await counted()).toEqual({ sent: 50 })
      expect(new Set(company.sent()).size).toBe(50)
      expect(company.alarmsRaised()).toEqual(['sender.stopped'])
      expect(company.said.filter(({ name }) => name === 'sender.resumed')).toMatchObject([{ values: { fault, since: NINE } }])
      await company.until(CLOSED)
      expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { sent: 50 } })
      expect(company.alarmsRaised()).toEqual(['sender.stopped'])
    },
  )

  test('is met once by those under way, and then by one probe for all, minutes apart and ever further, however long it lasts', async () => {
    const { company, asked, counted } = await withProvider(() => PAUSED, { count: 350 })
    await company.until(NINE)
    expect(asked.length).toBeLessThanOrEqual(64)
    const first = asked.length
    await company.until(minutesPastNine(119))
    const probes = asked.slice(first).map(({ at }) => (Date.parse(at) - Date.parse(NINE)) / MINUTE_MS)
    expect(probes).toEqual([2, 6, 14, 29, 44, 59, 74, 89, 104, 119])
    expect(await counted()).toEqual({ 'deferred sender-stopped': 350 })
    expect(company.alarmsRaised()).toEqual(['sender.stopped'])
  })

  test('lost to the end of the window it is counted apart, and a second alarm says how many', async () => {
    const { company, counted } = await withProvider(() => PAUSED, { count: 12 })
    await company.until(CLOSED)
    expect(await counted()).toEqual({ 'skipped sender-stopped': 12 })
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { audience: 12, skippedBy: { 'sender-stopped': 12 } },
    })
    // When the row is done, while something can still be done for its people, and with the balance.
    expect(company.alarmsRaised()).toEqual(['sender.stopped', 'occurrence.losses', 'occurrence.losses'])
    for (const { values } of company.said.filter(({ name }) => name === 'occurrence.losses'))
      expect(values).toEqual({ occurrenceId: OCCURRENCE, failed: 0, stopped: 12, unknown: 0, reached: 0 })
  })

  test('with every sender gone the closing still knows why nobody was written to', async () => {
    const { company, counted } = await withProvider(() => PAUSED)
    await company.until(NINE)
    company.stores.alarms.takeDue(CLOSED)
    company.jumpTo(CLOSED)
    await company.plan()
    expect(await counted()).toEqual({ 'skipped sender-stopped': 3 })
  })

  test('waits for the days of grace that a campaign has', async () => {
    const campaigns = [aCampaign({ graceDays: 1 })]
    const { company, counted } = await withProvider(answerUntil('2027-03-11T02:00:00.000Z', PAUSED), { campaigns })
    await company.until('2027-03-15T00:00:00.000Z')
    expect(await counted()).toEqual({ sent: 3 })
  })

  test('a mail sent once more by a person’s decision waits as well, and is not lost', async () => {
    const { company } = await withProvider(
      ({ before, at }) => (before === 0 ? { refused: 'no' } : at < '2027-03-12T02:20:00.000Z' ? PAUSED : undefined),
      {
        count: 1,
      },
    )
    await company.until('2027-03-12T00:00:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-000': 'failed' })
    const word = { occurrenceId: OCCURRENCE, customerId: 'c-000', by: 'hoa', because: 'mended', at: company.clock() }
    expect(await resend(company.stores, word)).toHaveProperty('resent')
    await company.until('2027-03-12T02:10:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-000': 'deferred resend' })
    await company.until('2027-03-16T00:00:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-000': 'sent' })
  })
})

describe('what is not the sender’s own fault', () => {
  test('a person who is refused is theirs alone: the others are sent, and nobody waits', async () => {
    const { company, counted } = await withProvider(
      ({ customerId }) => (customerId === 'c-001' ? { refused: 'no such' } : undefined),
      {
        count: 20,
      },
    )
    await company.until(NINE)
    expect(await counted()).toEqual({ failed: 1, sent: 19 })
    await company.until(CLOSED)
    expect(company.alarmsRaised()).toEqual([])
  })

  test('many who are refused one by one raise the alarm of losses as soon as their row is done', async () => {
    const { company, counted } = await withProvider(() => ({ refused: 'MessageRejected: not verified' }), { count: 50 })
    await company.until(NINE)
    expect(await counted()).toEqual({ failed: 50 })
    expect(company.alarmsRaised()).toContain('occurrence.losses')
  })

  test.each([
    ['nine of a hundred', 9, 100, []],
    ['ten of a hundred', 10, 100, ['occurrence.losses']],
    ['four of eight', 4, 8, []],
    ['the only one', 1, 1, ['occurrence.losses']],
    ['all of three', 3, 3, ['occurrence.losses']],
  ])('%s raises %j', async (_, failing, count, alarms) => {
    const lost = new Set(customerIds(failing))
    const { company } = await withProvider(({ customerId }) => (lost.has(customerId) ? { refused: 'no' } : undefined), { count })
    await company.until(CLOSED)
    expect([...new Set(company.alarmsRaised())]).toEqual(alarms)
  })

  test('the share is the company’s to set', async () => {
    const companyRules = theCompanyRules({
      company: { mailHealth: { ...theCompanyRules().company.mailHealth, lostPercent: 40, leastLost: 2 } },
    })
    const lost = new Set(customerIds(3))
    const over = { companyRules, count: 10 }
    const { company } = await withProvider(({ customerId }) => (lost.has(customerId) ? { refused: 'no' } : undefined), over)
    await company.until(CLOSED)
    expect(company.alarmsRaised()).toEqual([])
  })

  test('one mail that the provider is too busy for stops nobody', async () => {
    const { company, counted } = await withProvider(
      ({ customerId }) => (customerId === 'c-001' ? { busy: 'transient', detail: '' } : undefined),
      { count: 20 },
    )
    await company.until(NINE)
    expect(await counted()).toEqual({ 'deferred provider-busy': 1, sent: 19 })
    expect(await company.stores.stops.current()).toMatchObject({ stop: null })
  })
})

describe('a provider that answers nothing at all', () => {
  const AWAY: DispatchResult = { busy: 'transient', detail: 'connect ECONNREFUSED' }

  test('for longer than one probe stops the sender like any other fault, with its alarm, and calls no more than a probe does', async () => {
    const { company, asked, counted } = await withProvider(() => AWAY, { count: 300 })
    await company.until(NINE)
    expect(company.alarmsRaised()).toEqual([])
    const first = asked.length
    // 64 under way, four tries each.
    expect(first).toBeLessThanOrEqual(256)
    await company.until(minutesPastNine(2))
    expect(company.alarmsRaised()).toEqual(['sender.stopped'])
    expect(asked.length - first).toBeLessThanOrEqual(4)
    await company.until(CLOSED)
    expect([...new Set(company.alarmsRaised())]).toEqual(['sender.stopped', 'occurrence.losses'])
    const ends = await counted()
    expect(ends['skipped sender-stopped']).toBe(300)
  })

  test('for a minute is told to nobody, and everyone is sent', async () => {
    const { company, counted } = await withProvider(answerUntil(minutesPastNine(1), AWAY), { count: 300 })
    await company.until(minutesPastNine(10))
    expect(await counted()).toEqual({ sent: 300 })
    expect(company.alarmsRaised()).toEqual([])
  })

  test('is noticed by a row of few people too', async () => {
    const { company } = await withProvider(() => AWAY, { count: 2 })
    await company.until(CLOSED)
    expect(company.alarmsRaised()).toEqual(['sender.stopped', 'occurrence.losses'])
  })
})

describe('a sender that cannot take a place because of its own fault', () => {
  test('stops as for a mail', async () => {
    const { company, asked, counted } = await withProvider(() => undefined, { count: 10 })
    let away = true
    const take = async () => {
      if (away) throw new SenderFaultError('permission-missing', 'ses:GetAccount')
    }
    company.replace({ ...company.ports(), pace: { take, throttled: () => {} } })
    await company.until(NINE)
    expect(await counted()).toEqual({ 'deferred sender-stopped': 10 })
    expect([asked.length, company.alarmsRaised()]).toEqual([0, ['sender.stopped']])
    away = false
    await company.until(minutesPastNine(10))
    expect(await counted()).toEqual({ sent: 10 })
  })
})

describe('the probe', () => {
  test('begins with another person each time, so that one whom the provider refuses in doubtful words holds nobody up', async () => {
    const doubtful: Stopped = { stopped: 'identity-not-verified', detail: 'not verified' }
    const { company, counted } = await withProvider(({ customerId }) => (customerId === 'c-001' ? doubtful : undefined), {
      count: 10,
    })
    await company.until(minutesPastNine(119))
    expect((await counted()).sent).toBe(9)
  })

  test('that is refused for the person’s own sake is followed by another mail, and proves nothing', async () => {
    const { company, asked } = await withProvider(
      ({ before, at }) => (before < 10 || at < minutesPastNine(2) ? PAUSED : { refused: 'theirs' }),
      {
        count: 10,
      },
    )
    await company.until(NINE)
    await company.until(minutesPastNine(2))
    expect(asked.filter(({ at }) => at === minutesPastNine(2))).toHaveLength(3)
    expect((await company.stores.stops.current()).stop).not.toBeNull()
  })

  test('of two senders at one moment is one’s alone; the other looks again a minute later', async () => {
    const stops = memorySendingStops()
    const log = events({ event: () => {}, alarm: () => {} })
    let now: Instant = NINE
    const gate = () => senderGate({ stops, events: log }, () => now)
    const first = gate()
    expect(await first.look()).toBe('open')
    await first.stop(PAUSED)
    now = minutesPastNine(2)
    const [one, other] = [gate(), gate()]
    expect((await Promise.all([one.look(), other.look()])).toSorted()).toEqual(['probe', 'shut'])
    const [prober, waiter] = one.probes() > 0 ? [one, other] : [other, one]
    expect(waiter.shutUntil()).toBe(minutesPastNine(3))
    await prober.heard({ accepted: 'm' })
    now = minutesPastNine(3)
    expect(await waiter.look()).toBe('open')
  })

  test('of a sender that dies is taken by another after the next pause, and one that found nobody is given back at once', async () => {
    const stops = memorySendingStops()
    const log = events({ event: () => {}, alarm: () => {} })
    let now: Instant = NINE
    const gate = () => senderGate({ stops, events: log }, () => now)
    await gate().stop(PAUSED)
    now = minutesPastNine(2)
    expect(await gate().look()).toBe('probe')
    now = minutesPastNine(5)
    expect(await gate().look()).toBe('shut')
    now = minutesPastNine(6)
    const idle = gate()
    expect(await idle.look()).toBe('probe')
    await idle.leave()
    expect(await gate().look()).toBe('probe')
  })

  test('tells of a stop that a sender could record and, because it died, could not tell', async () => {
    const stops = memorySendingStops()
    await stops.put({ stop: stopped('credentials', NINE), version: 1 })
    const alarms: string[] = []
    const log = events({ event: () => {}, alarm: (name) => void alarms.push(name) })
    let now: Instant = minutesPastNine(2)
    const prober = senderGate({ stops, events: log }, () => now)
    expect(await prober.look()).toBe('probe')
    await prober.stop({ stopped: 'credentials', detail: '' })
    expect(alarms).toEqual(['sender.stopped'])
    now = minutesPastNine(6)
    const next = senderGate({ stops, events: log }, () => now)
    await next.look()
    await next.stop({ stopped: 'credentials', detail: '' })
    expect(alarms).toEqual(['sender.stopped'])
  })

  /** Senders that meet the fault one after the other, each with its own view of the record; answers what was said. */
  async function meetOneByOne(minutes: readonly number[], stopsOf: (n: number, true_: SendingStops) => SendingStops) {
    const stops = memorySendingStops()
    const said: string[] = []
    const log = events({ event: (name) => void said.push(name), alarm: (name) => void said.push(`ALARM ${name}`) })
    for (const [n, minute] of minutes.entries()) {
      const gate = senderGate({ stops: stopsOf(n, stops), events: log }, () => minutesPastNine(minute))
      await gate.look()
      await gate.heard({ stopped: 'unreachable', detail: '' })
      await gate.leave()
    }
    return { said, stops }
  }

  test('that recorded what it met, and heard that it had not, leaves the alarm to the next one', async () => {
    const { said, stops } = await meetOneByOne([0, 3, 30, 90, 150], (n, true_) => {
      const put: SendingStops['put'] = async (next) => {
        const written = await true_.put(next)
        return n === 1 && next.stop?.probingSince === null ? 'lost' : written
      }
      return { ...true_, put }
    })
    expect(said).toEqual(['sender.stillStopped', 'ALARM sender.stopped', 'sender.stillStopped', 'sender.stillStopped'])
    expect((await stops.current()).stop).toMatchObject({ told: true })
  })

  test('that died after it recorded what it met, before it said so, leaves the alarm to the next one', async () => {
    const stops = memorySendingStops()
    const alarms: string[] = []
    const dying = events({
      event: () => {},
      alarm: () => {
        throw new Error('the sender died')
      },
    })
    const log = events({ event: () => {}, alarm: (name) => void alarms.push(name) })
    const at = (minute: number, to: typeof log) => senderGate({ stops, events: to }, () => minutesPastNine(minute))
    await at(0, log).heard({ stopped: 'unreachable', detail: '' })
    const second = at(3, dying)
    expect(await second.look()).toBe('probe')
    await second.heard({ stopped: 'unreachable', detail: '' }).catch(() => undefined)
    expect((await stops.current()).stop).toMatchObject({ told: false, probes: 1 })
    const third = at(30, log)
    expect(await third.look()).toBe('probe')
    await third.heard({ stopped: 'unreachable', detail: '' })
    expect(alarms).toEqual(['sender.stopped'])
  })

  test('that could not record that it told tells once more rather than never', async () => {
    const { said } = await meetOneByOne([0, 3, 30], (n, true_) => ({
      ...true_,
      put: (next) => (n === 1 && next.stop?.told ? Promise.reject(new Error('no table')) : true_.put(next)),
    }))
    expect(said).toEqual(['sender.stillStopped', 'ALARM sender.stopped', 'ALARM sender.stopped'])
  })

  test('of a sender that was too slow does not undo the stop that others have met since', async () => {
    const stops = memorySendingStops()
    const said: { name: string; values: EventValues }[] = []
    const note = (name: string, values: EventValues) => void said.push({ name, values })
    let now: Instant = NINE
    const gate = () => senderGate({ stops, events: events({ event: note, alarm: note }) }, () => now)
    await gate().stop(PAUSED)
    now = minutesPastNine(2)
    const slow = gate()
    await slow.look()
    now = minutesPastNine(6)
    const next = gate()
    await next.look()
    await next.stop({ stopped: 'credentials', detail: '' })
    await slow.heard({ accepted: 'm' })
    expect((await stops.current()).stop).toMatchObject({ fault: 'credentials', since: NINE, probes: 2 })
    expect(said.map(({ name }) => name)).toEqual(['sender.stopped', 'sender.stillStopped'])
  })
})

test('a record that cannot be written still stops this sender, and is told', async () => {
  const { company, asked } = await withProvider(() => PAUSED, { count: 200 })
  await company.until(minutesPastNine(-1))
  const { stops } = company.stores
  company.replace({ ...company.ports(), stops: { ...stops, put: () => Promise.reject(new Error('no table')) } })
  await company.until(NINE)
  expect(asked.length).toBeLessThanOrEqual(128)
  expect(company.alarmsRaised()).toContain('sender.stopped')
})

test('a record that cannot be read keeps the page from being sent, and it is tried again', async () => {
  const { company, counted } = await withProvider(() => undefined, { count: 2 })
  await company.until(minutesPastNine(-1))
  const { stops } = company.stores
  const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
  const order = { occurrenceId: OCCURRENCE, batchId: batch!.batchId }
  const away = { ...stops, current: () => Promise.reject(new Error('no table')) }
  await expect(sendBatch({ ...company.ports(), stops: away }, order, () => NINE)).rejects.toThrow('no table')
  expect(company.sent()).toEqual([])
  await company.until(CLOSED)
  expect(await counted()).toEqual({ sent: 2 })
})

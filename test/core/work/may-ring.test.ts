import { describe, expect, test } from 'vitest'
import type { CallLaw } from '#core/duty/call-time.ts'
import { breaksOf } from '#core/duty/noon-break.ts'
import { instantAt } from '#core/time/zone.ts'
import { mayRing, type RingFacts } from '#core/work/may-ring.ts'
import { promiseTo, rungAt } from '#core/work/rung.ts'
import { startedCall } from '#core/work/telephone-call.ts'
import type { Attempted } from '#core/work/work-event.ts'
import { aPerson, assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
/** Wednesday 10 March 2027 unless told. */
const at = (time: string, date = '2027-03-10') => instantAt(date, time, ZONE)
const LAW: CallLaw = {
  hours: [
    { from: '08:00', to: '11:30' },
    { from: '11:45', to: '17:00' },
  ],
  weekdays: [1, 2, 3, 4, 5, 6],
  onPublicHolidays: false,
  zone: ZONE,
  isPublicHoliday: (date) => date === '2027-03-12',
}
const facts = (over: Partial<RingFacts> = {}): RingFacts => ({
  standing: null,
  law: LAW,
  hours: { from: '07:00', to: '20:00' },
  blackouts: [{ from: '2027-03-16', to: '2027-03-17' }],
  breaks: breaksOf([]),
  promise: null,
  heldUntil: null,
  rungAt: null,
  now: at('09:00'),
  ...over,
})
const no = (because: string, from: string | null) => ({ may: false, because, from })

test('nothing against it: the customer may be rung', () => {
  expect(mayRing(facts())).toEqual({ may: true })
})

test('what stands against any call is said first, and no time ends it', () => {
  const standing = { reason: 'opted-out', purpose: 'care' } as const
  expect(mayRing(facts({ standing, law: null, now: at('22:00') }))).toEqual(no('opted-out', null))
  expect(mayRing(facts({ standing: { reason: 'do-not-call' } }))).toEqual(no('do-not-call', null))
})

test('where nothing is known of the law, nobody is rung', () => {
  expect(mayRing(facts({ law: null }))).toEqual(no('law-unknown', null))
})

describe('the time', () => {
  test.each([
    ['before the first hour', '07:59', '2027-03-10', no('outside-hours', at('08:00'))],
    ['at the first minute', '08:00', '2027-03-10', { may: true }],
    ['between two parts of the law’s day', '11:30', '2027-03-10', no('outside-hours', at('11:45'))],
    ['at noon', '12:00', '2027-03-10', no('noon', at('13:00'))],
    ['after noon', '13:00', '2027-03-10', { may: true }],
    ['after the last hour, before a holiday', '17:00', '2027-03-11', no('outside-hours', at('08:00', '2027-03-13'))],
    ['on a public holiday', '09:00', '2027-03-12', no('public-holiday', at('08:00', '2027-03-13'))],
    ['on a weekday that the law closes', '09:00', '2027-03-14', no('closed-weekday', at('08:00', '2027-03-15'))],
    ['on a day of blackout', '09:00', '2027-03-16', no('blackout', at('08:00', '2027-03-18'))],
  ])('%s', (_, time, date, expected) => {
    expect(mayRing(facts({ now: at(time, date) }))).toEqual(expected)
  })

  test('the break is the team’s own where it has one', () => {
    const breaks = breaksOf([
      { from: '08:00', to: '11:00' },
      { from: '12:30', to: '17:00' },
    ])
    expect(mayRing(facts({ breaks, now: at('11:10') }))).toEqual(no('noon', at('12:30')))
    expect(mayRing(facts({ breaks, now: at('12:45') }))).toEqual({ may: true })
  })

  test('the company’s own hours hold where the law sets none', () => {
    expect(mayRing(facts({ law: { ...LAW, hours: null }, now: at('06:59') }))).toEqual(no('outside-hours', at('07:00')))
    expect(mayRing(facts({ law: { ...LAW, hours: null }, now: at('19:59') }))).toEqual({ may: true })
  })

  test('a calendar that is not known keeps the phone down where the law forbids holidays', () => {
    expect(mayRing(facts({ law: { ...LAW, isPublicHoliday: undefined } }))).toEqual(no('public-holiday', null))
  })
})

describe('an agreed call-back', () => {
  const promised = (time: string, isOwn: boolean) => ({ at: at(time), isOwn })
  test.each([
    ['of a colleague, before its time', promised('10:00', false), '09:00', no('promised-to-colleague', at('10:15'))],
    ['of a colleague, within a quarter of an hour', promised('10:00', false), '10:14', no('promised-to-colleague', at('10:15'))],
    ['of a colleague, once it is broken', promised('10:00', false), '10:15', { may: true }],
    ['one’s own, too early', promised('10:00', true), '09:44', no('promised-later', at('09:45'))],
    ['one’s own, on time', promised('10:00', true), '09:45', { may: true }],
    ['at noon, which the customer asked for', promised('12:15', true), '12:20', { may: true }],
    ['of the morning, broken, does not open noon', promised('10:00', false), '12:20', no('noon', at('13:00'))],
    ['out of hours by now', promised('16:50', true), '17:01', no('outside-hours', at('08:00', '2027-03-11'))],
  ])('%s', (_, promise, time, expected) => {
    expect(mayRing(facts({ promise, now: at(time) }))).toEqual(expected)
  })
})

describe('a number that was rung today', () => {
  test('is rung tomorrow, or on the next day that is allowed', () => {
    expect(mayRing(facts({ rungAt: at('08:10') }))).toEqual(no('rung-today', at('08:00', '2027-03-11')))
    const now = at('10:00', '2027-03-11')
    expect(mayRing(facts({ rungAt: at('08:10', '2027-03-11'), now }))).toEqual(no('rung-today', at('08:00', '2027-03-13')))
  })
  test('may be rung when that was yesterday, or when the customer asked to be rung today', () => {
    expect(mayRing(facts({ rungAt: at('16:59', '2027-03-09') }))).toEqual({ may: true })
    expect(mayRing(facts({ rungAt: at('08:10'), promise: { at: at('09:00'), isOwn: true } }))).toEqual({ may: true })
  })
})

describe('what the events of tasks say', () => {
  const attempt = (over: Partial<Attempted> = {}): Attempted => ({
    is: 'attempted',
    at: at('09:00'),
    by: { is: 'staff', name: 'Hanh', address: 'hanh@example.com' },
    disposition: 'no-answer',
    way: 'phone',
    note: null,
    callBackAt: null,
    ...over,
  })
  const opened = openedAt(at('08:00'))
  const [hanh, bao] = ['hanh', 'bao'].map((name) => ({ name, address: `${name}@example.com` })) as [
    { name: string; address: string },
    { name: string; address: string },
  ]

  test('the last ring of all of them counts; a message or a visit is none', () => {
    const first = storedWork({ events: [opened, attempt(), attempt({ way: 'zalo', at: at('10:00') })] })
    const second = storedWork({ workId: 'w-2', events: [opened, attempt({ way: 'zalo-call', at: at('09:30') })] })
    expect(rungAt([first, second])).toBe(at('09:30'))
    expect(rungAt([storedWork({ events: [opened] })])).toBeNull()
  })

  test('a call of the telephone system counts that no attempt is about, and not one that the system never took', () => {
    const call = startedCall({ callId: 'call-1', by: 'hanh@example.com', at: at('09:00') })
    expect(rungAt([storedWork({ events: [opened], calls: [call] })])).toBe(at('09:00'))
    expect(rungAt([storedWork({ events: [opened], calls: [{ ...call, state: 'asked' }] })])).toBeNull()
  })

  test('a promise binds who made it, or who it was handed to since', () => {
    const promise = attempt({ disposition: 'call-back', callBackAt: at('15:00') })
    const own = (...later: Parameters<typeof assignedTo>[0][]) => {
      const task = storedWork({ events: [opened, promise, ...later.map((to) => assignedTo(to))] })
      return [promiseTo(task, hanh)?.isOwn, promiseTo(task, bao)?.isOwn]
    }
    expect(own()).toEqual([true, false])
    expect(own({ ...aPerson('bao'), address: 'bao@example.com' })).toEqual([false, true])
    expect(own({ is: 'everybody' })).toEqual([true, true])
    const before = assignedTo({ ...aPerson('bao'), address: 'bao@example.com' })
    const since = storedWork({ events: [opened, before, promise] })
    expect([promiseTo(since, hanh)?.isOwn, promiseTo(since, bao)?.isOwn], 'handed over before it was agreed').toEqual([
      true,
      false,
    ])
    expect(promiseTo(storedWork({ events: [opened, promise, attempt()] }), hanh)).toBeNull()
  })
})

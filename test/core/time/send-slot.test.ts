import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS, plusMs } from '#core/time/instant.ts'
import { commonHours, type DayHours, nextSlot, slotOn } from '#core/time/send-slot.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

const NINE_TO_ELEVEN: DayHours = { from: '09:00', to: '11:00' }

describe('the hours that all allow', () => {
  test.each<[DayHours[], DayHours | undefined]>([
    [[], { from: '00:00', to: '24:00' }],
    [[NINE_TO_ELEVEN], NINE_TO_ELEVEN],
    [
      [
        { from: '08:00', to: '21:00' },
        { from: '07:00', to: '10:30' },
      ],
      { from: '08:00', to: '10:30' },
    ],
    [
      [
        { from: '18:00', to: '24:00' },
        { from: '08:00', to: '21:00' },
      ],
      { from: '18:00', to: '21:00' },
    ],
    [
      [
        { from: '08:00', to: '12:00' },
        { from: '12:00', to: '17:00' },
      ],
      undefined,
    ],
    [
      [
        { from: '00:00', to: '24:00' },
        { from: '22:00', to: '24:00' },
      ],
      { from: '22:00', to: '24:00' },
    ],
  ])('of %j are %j', (all, expected) => {
    expect(commonHours(all.map((hours) => [hours]))).toEqual(expected ? [expected] : [])
  })
})

test('hours with a break in them meet others in each part', () => {
  const office = [
    { from: '08:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ]
  expect(commonHours([office, [{ from: '11:00', to: '14:00' }]])).toEqual([
    { from: '11:00', to: '12:00' },
    { from: '13:30', to: '14:00' },
  ])
  expect(commonHours([office, [{ from: '12:00', to: '13:30' }]])).toEqual([])
})

describe('the slot of a day', () => {
  test.each<[string, string, string, DayHours, string, string]>([
    ['in Vietnam', '2027-03-10', 'Asia/Ho_Chi_Minh', NINE_TO_ELEVEN, '2027-03-10T02:00:00.000Z', '2027-03-10T04:00:00.000Z'],
    [
      'to the end of the day',
      '2027-03-10',
      'Asia/Ho_Chi_Minh',
      { from: '20:00', to: '24:00' },
      '2027-03-10T13:00:00.000Z',
      '2027-03-10T17:00:00.000Z',
    ],
    // Spring forward: Paris 2027-03-28 at 02:00, Los Angeles 2027-03-14 at 02:00, Sydney 2027-10-03 at 02:00.
    [
      'Paris, the morning after the clocks went forward',
      '2027-03-28',
      'Europe/Paris',
      NINE_TO_ELEVEN,
      '2027-03-28T07:00:00.000Z',
      '2027-03-28T09:00:00.000Z',
    ],
    [
      'Paris, the day before',
      '2027-03-27',
      'Europe/Paris',
      NINE_TO_ELEVEN,
      '2027-03-27T08:00:00.000Z',
      '2027-03-27T10:00:00.000Z',
    ],
    [
      'Paris, from a time that the clock jumps over',
      '2027-03-28',
      'Europe/Paris',
      { from: '02:30', to: '04:00' },
      '2027-03-28T01:00:00.000Z',
      '2027-03-28T02:00:00.000Z',
    ],
    [
      'Paris, across the hour that comes twice',
      '2027-10-31',
      'Europe/Paris',
      { from: '02:00', to: '03:00' },
      '2027-10-31T00:00:00.000Z',
      '2027-10-31T02:00:00.000Z',
    ],
    [
      'Paris, to a time shown twice: the first of the two',
      '2027-10-31',
      'Europe/Paris',
      { from: '01:00', to: '02:30' },
      '2027-10-30T23:00:00.000Z',
      '2027-10-31T00:30:00.000Z',
    ],
    [
      'Los Angeles, across the jump',
      '2027-03-14',
      'America/Los_Angeles',
      { from: '01:00', to: '03:00' },
      '2027-03-14T09:00:00.000Z',
      '2027-03-14T10:00:00.000Z',
    ],
    [
      'Los Angeles, the whole long day',
      '2027-11-07',
      'America/Los_Angeles',
      { from: '00:00', to: '24:00' },
      '2027-11-07T07:00:00.000Z',
      '2027-11-08T08:00:00.000Z',
    ],
    [
      'Los Angeles, the whole short day',
      '2027-03-14',
      'America/Los_Angeles',
      { from: '00:00', to: '24:00' },
      '2027-03-14T08:00:00.000Z',
      '2027-03-15T07:00:00.000Z',
    ],
    [
      'Sydney, the morning after the clocks went forward',
      '2027-10-03',
      'Australia/Sydney',
      NINE_TO_ELEVEN,
      '2027-10-02T22:00:00.000Z',
      '2027-10-03T00:00:00.000Z',
    ],
    [
      'Sydney, the morning after they went back',
      '2027-04-04',
      'Australia/Sydney',
      NINE_TO_ELEVEN,
      '2027-04-03T23:00:00.000Z',
      '2027-04-04T01:00:00.000Z',
    ],
    [
      'Sydney, across the hour that comes twice',
      '2027-04-04',
      'Australia/Sydney',
      { from: '01:00', to: '04:00' },
      '2027-04-03T14:00:00.000Z',
      '2027-04-03T18:00:00.000Z',
    ],
  ])('%s', (_, date, zone, hours, from, to) => {
    expect(slotOn({ date, hours, zone })).toEqual({ date, from, to })
  })

  test('inside it every clock of its zone shows the day and the hours, on any day of two years', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/Los_Angeles', 'Australia/Sydney', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu')
    const anyDate = fc
      .integer({ min: 0, max: 730 })
      .map((days) => localDateAt(plusMs('2027-01-01T12:00:00.000Z', days * 24 * HOUR_MS), 'UTC'))
    fc.assert(
      fc.property(
        zones,
        anyDate,
        fc.integer({ min: 0, max: 22 }),
        fc.integer({ min: 1, max: 24 }),
        (zone, date, from, length) => {
          const hours = { from: clock(from), to: clock(Math.min(24, from + length)) }
          const slot = slotOn({ date, hours, zone })
          if (slot.from === slot.to) return
          for (const instant of [slot.from, plusMs(slot.to, -1)]) {
            expect(localDateAt(instant, zone)).toBe(date)
            expect(localTimeAt(instant, zone) >= hours.from && localTimeAt(instant, zone) < hours.to).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

describe('the next slot', () => {
  const wanted = {
    date: '2027-03-10',
    hours: [NINE_TO_ELEVEN],
    zone: 'Asia/Ho_Chi_Minh',
    graceDays: 0,
    blackouts: [],
    isAllowed: () => true,
  }
  const on = (date: string, hours = NINE_TO_ELEVEN) => ({ slot: slotOn({ date, hours, zone: wanted.zone }) })

  test.each<[string, Partial<Parameters<typeof nextSlot>[0]> & { now: string }, ReturnType<typeof nextSlot>]>([
    ['a day before', { now: '2027-03-09T02:00:00.000Z' }, on('2027-03-10')],
    ['in the middle of it', { now: '2027-03-10T03:00:00.000Z' }, on('2027-03-10')],
    ['its last millisecond', { now: '2027-03-10T03:59:59.999Z' }, on('2027-03-10')],
    ['its end is no longer in it', { now: '2027-03-10T04:00:00.000Z' }, { none: 'window-passed' }],
    ['with a day of grace, tomorrow', { now: '2027-03-10T04:00:00.000Z', graceDays: 1 }, on('2027-03-11')],
    ['with a day of grace, after that', { now: '2027-03-11T04:00:00.000Z', graceDays: 1 }, { none: 'window-passed' }],
    [
      'on a day of blackout',
      { now: '2027-03-09T02:00:00.000Z', blackouts: [{ from: '2027-03-09', to: '2027-03-10' }] },
      { none: 'blackout' },
    ],
    [
      'on a day of blackout with grace after it',
      { now: '2027-03-09T02:00:00.000Z', graceDays: 2, blackouts: [{ from: '2027-03-10', to: '2027-03-11' }] },
      on('2027-03-12'),
    ],
    [
      'on the day before and after a blackout',
      { now: '2027-03-09T02:00:00.000Z', blackouts: [{ from: '2027-03-11', to: '2027-03-12' }] },
      on('2027-03-10'),
    ],
  ])('%s', (_, overrides, expected) => {
    expect(nextSlot({ ...wanted, ...overrides })).toEqual(expected)
  })

  const EVENING: DayHours = { from: '18:00', to: '20:00' }
  test.each([
    ['in the first part', '2027-03-10T02:00:00.000Z', on('2027-03-10')],
    ['between the parts, the second', '2027-03-10T05:00:00.000Z', on('2027-03-10', EVENING)],
    ['behind the last part', '2027-03-10T13:00:00.000Z', { none: 'window-passed' }],
  ])('of a day with two parts: %s', (_, now, expected) => {
    expect(nextSlot({ ...wanted, hours: [NINE_TO_ELEVEN, EVENING], now })).toEqual(expected)
  })

  test('is not on a day that is not allowed: the next allowed day of grace has it', () => {
    const isAllowed = (date: string) => date !== '2027-03-10'
    const now = '2027-03-09T02:00:00.000Z'
    expect(nextSlot({ ...wanted, isAllowed, now })).toEqual({ none: 'closed-day' })
    expect(nextSlot({ ...wanted, isAllowed, graceDays: 1, now })).toEqual(on('2027-03-11'))
  })

  const AFTER = '2027-03-12T02:00:00.000Z'
  test.each<[string, Partial<Parameters<typeof nextSlot>[0]>, string]>([
    ['the day itself, however late it is asked', { isAllowed: () => false, now: AFTER }, 'closed-day'],
    ['the day and every day of grace', { isAllowed: () => false, graceDays: 5, now: AFTER }, 'closed-day'],
    ['the days of grace alone', { isAllowed: (date) => date === '2027-03-10', graceDays: 5, now: AFTER }, 'window-passed'],
    [
      'the day, with a day of blackout in its grace',
      { isAllowed: () => false, graceDays: 1, blackouts: [{ from: '2027-03-11', to: '2027-03-11' }], now: AFTER },
      'blackout',
    ],
    [
      'the day, which is one of blackout as well',
      { isAllowed: () => false, blackouts: [{ from: '2027-03-10', to: '2027-03-10' }], now: AFTER },
      'blackout',
    ],
  ])('where %s is not allowed, none is found and the reason says why', (_, over, none) => {
    expect(nextSlot({ ...wanted, now: AFTER, ...over })).toEqual({ none })
  })

  test('a window that the clock jumps over altogether is no slot', () => {
    const jumped = { ...wanted, date: '2027-03-28', zone: 'Europe/Paris', hours: [{ from: '02:00', to: '03:00' }] }
    expect(nextSlot({ ...jumped, now: '2027-03-28T01:00:00.000Z' })).toEqual({ none: 'window-passed' })
    expect(nextSlot({ ...jumped, now: '2027-03-27T12:00:00.000Z' })).toEqual({ none: 'window-passed' })
    const nextDay = nextSlot({ ...jumped, graceDays: 1, now: '2027-03-27T12:00:00.000Z' })
    expect(nextDay).toMatchObject({ slot: { date: '2027-03-29' } })
  })
})

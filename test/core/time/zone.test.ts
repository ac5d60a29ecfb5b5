import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { instantOf } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { dateClosesAt, dateOpensAt, dayStart, instantAt, isZone, localDateAt, localTimeAt } from '#core/time/zone.ts'

const SAIGON = 'Asia/Ho_Chi_Minh'
const ZONES = [
  SAIGON,
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'Europe/Paris',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]

describe('a zone', () => {
  test.each([
    [SAIGON, true],
    ['Asia/Saigon', true],
    ['America/Port-au-Prince', true],
    ['America/Argentina/Buenos_Aires', true],
    ['UTC', true],
    ['UTC+7', false],
    ['GMT+7', false],
    ['+07:00', false],
    ['Etc/GMT-7', false],
    ['Asia/Hanoi', false],
    ['asia/ho_chi_minh', false],
    ['local', false],
    ['system', false],
    ['', false],
    ['Asia/Ho_Chi_Minh ', false],
  ])('"%s" is accepted: %s', (name, accepted) => {
    expect(isZone(name)).toBe(accepted)
  })

  test('an unknown zone is a broken promise, named in the error', () => {
    expect(() => localDateAt('2026-01-01T00:00:00.000Z', 'UTC+7')).toThrow('not a time zone: UTC+7')
    expect(() => instantAt('2026-01-01', '09:00', 'Asia/Hanoi')).toThrow('not a time zone: Asia/Hanoi')
  })
})

describe('from an instant to a wall clock', () => {
  test.each([
    ['2026-02-16T16:59:59.999Z', SAIGON, '2026-02-16', '23:59'],
    ['2026-02-16T17:00:00.000Z', SAIGON, '2026-02-17', '00:00'],
    ['2026-03-08T06:59:00.000Z', 'America/New_York', '2026-03-08', '01:59'],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '2026-03-08', '03:00'],
    ['2026-01-01T00:00:00.000Z', 'Pacific/Kiritimati', '2026-01-01', '14:00'],
    ['2026-01-01T00:00:00.000Z', 'Pacific/Pago_Pago', '2025-12-31', '13:00'],
    ['2026-01-01T00:00:00.000Z', 'Asia/Kathmandu', '2026-01-01', '05:45'],
    ['1969-12-31T16:30:00.000Z', 'UTC', '1969-12-31', '16:30'],
  ])('%s in %s is %s %s', (instant, zone, date, time) => {
    expect(localDateAt(instant, zone)).toBe(date)
    expect(localTimeAt(instant, zone)).toBe(time)
  })

  test('agrees with luxon at any time in any zone', () => {
    const anyInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 0, 1) }).map(instantOf)
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const there = DateTime.fromISO(instant, { zone })
        expect(`${localDateAt(instant, zone)} ${localTimeAt(instant, zone)}`).toBe(there.toFormat('yyyy-MM-dd HH:mm'))
      }),
    )
  })
})

describe('from a wall clock to an instant', () => {
  test.each([
    ['plain', '2026-02-17', '09:00', SAIGON, '2026-02-17T02:00:00.000Z'],
    ['the gap in spring: the first instant after it', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['the first minute of the gap', '2026-03-08', '02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['the last minute before the gap', '2026-03-08', '01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
    ['the repeated hour: its first turn', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['after the repeated hour', '2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a repeated half hour', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['a gap at midnight', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['a change at one minute past midnight', '2010-03-14', '00:30', 'America/St_Johns', '2010-03-14T03:31:00.000Z'],
    ['a day that never was', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_, date, time, zone, instant) => {
    expect(instantAt(date, time, zone)).toBe(instant)
  })

  test('a day starts at the first instant that bears its date', () => {
    expect(dayStart('2026-02-17', SAIGON)).toBe('2026-02-16T17:00:00.000Z')
    expect(localTimeAt(dayStart('2026-04-24', 'Africa/Cairo'), 'Africa/Cairo')).toBe('01:00')
  })

  test.each(['9:00', '24:00', '09:60', '09:00:00', ''])('"%s" is no time of day', (time) => {
    expect(() => instantAt('2026-01-01', time, SAIGON)).toThrow(RangeError)
  })

  test('a day that does not exist has no instants', () => {
    expect(() => dayStart('2026-02-30', SAIGON)).toThrow('not a day: 2026-02-30')
  })

  test('the clock shows what was asked for, or the gap was there and the answer is its end', () => {
    const anyDate = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays('1990-01-01', days))
    const anyTime = fc.integer({ min: 0, max: 1439 }).map((minute) => {
      return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    })
    fc.assert(
      fc.property(anyDate, anyTime, fc.constantFrom(...ZONES), (date, time, zone) => {
        const instant = instantAt(date, time, zone)
        const shown = `${localDateAt(instant, zone)} ${localTimeAt(instant, zone)}`
        const before = instantOf(Date.parse(instant) - 60_000)
        const shownBefore = `${localDateAt(before, zone)} ${localTimeAt(before, zone)}`
        expect(shown >= `${date} ${time}`).toBe(true)
        if (shown !== `${date} ${time}`) expect(shownBefore < `${date} ${time}`).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a date over the whole earth', () => {
  test('opens with the first zone and closes with the last', () => {
    expect(dateOpensAt('2026-02-17')).toBe('2026-02-16T10:00:00.000Z')
    expect(dateClosesAt('2026-02-17')).toBe('2026-02-18T12:00:00.000Z')
  })

  test.each(ZONES)('%s lives through the date between those instants', (zone) => {
    expect(dayStart('2026-02-17', zone) >= dateOpensAt('2026-02-17')).toBe(true)
    expect(dayStart('2026-02-18', zone) <= dateClosesAt('2026-02-17')).toBe(true)
  })
})

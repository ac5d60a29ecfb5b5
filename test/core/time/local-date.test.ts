import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateOfEpochDay,
  datesFrom,
  daysBetween,
  daysInMonth,
  epochDayOf,
  isLeapYear,
  isLocalDate,
  LocalDateSchema,
  localDate,
  partsOf,
  weekdayOf,
} from '#core/time/local-date.ts'

const FIRST = epochDayOf('0000-01-01')
const LAST = epochDayOf('9999-12-31')
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(dateOfEpochDay)
/** The same question asked of the platform's own calendar, which is Gregorian in UTC. */
const platformDay = (epochDay: number) => new Date(epochDay * 86_400_000)

describe('a local date', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['0000-01-01', true],
    ['2026-1-01', false],
    ['2026-01-1', false],
    ['2026/01/01', false],
    ['2026-01-01T00', false],
    ['2026-01-٠١', false],
    ['', false],
  ])('%s is a day that exists: %s', (text, exists) => {
    expect(isLocalDate(text)).toBe(exists)
    expect(LocalDateSchema.safeParse(text).success).toBe(exists)
  })

  test('the schema and the predicate agree on every combination of digits', () => {
    const digits = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
    fc.assert(
      fc.property(digits, ([year, month, day]) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        expect(isLocalDate(text)).toBe(LocalDateSchema.safeParse(text).success)
      }),
    )
  })

  test.each([
    [2023, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [2026, 4, 31],
    [-1, 1, 1],
    [10_000, 1, 1],
    [2026, 1.5, 1],
    [2026, 1, Number.NaN],
  ])('year %d, month %d, day %d is refused', (year, month, day) => {
    expect(() => localDate(year, month, day)).toThrow(RangeError)
  })

  test('text that is no day is refused by every question', () => {
    for (const ask of [partsOf, weekdayOf, epochDayOf, (d: string) => addDays(d, 1), (d: string) => addMonths(d, 1)]) {
      expect(() => ask('2023-02-29')).toThrow('not a day: 2023-02-29')
    }
  })

  test('is put together and taken apart without loss', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const { year, month, day } = partsOf(date)
        expect(localDate(year, month, day)).toBe(date)
      }),
    )
  })
})

describe('day arithmetic', () => {
  test('every day from 1600 to 2400 is numbered, written and named like the platform does it', () => {
    let wrong = 0
    for (let day = epochDayOf('1600-01-01'); day <= epochDayOf('2400-12-31'); day++) {
      const expected = platformDay(day)
      const date = dateOfEpochDay(day)
      if (date !== expected.toISOString().slice(0, 10) || epochDayOf(date) !== day) wrong++
      if (weekdayOf(date) !== ((expected.getUTCDay() + 6) % 7) + 1) wrong++
    }
    expect(wrong).toBe(0)
  })

  test('weekdays hold to the ends of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        expect(weekdayOf(dateOfEpochDay(day))).toBe(((platformDay(day).getUTCDay() + 6) % 7) + 1)
      }),
    )
    expect(weekdayOf('0000-01-01')).toBe(6)
    expect(weekdayOf('2027-02-06')).toBe(6)
    expect(weekdayOf('2026-11-22')).toBe(7)
  })

  test('adding days and measuring the distance undo each other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
        expect(daysBetween(from, to)).toBe(-daysBetween(to, from) + 0)
      }),
    )
  })

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2000-03-01', -1, '2000-02-29'],
    ['1900-03-01', -1, '1900-02-28'],
  ])('%s and %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  test('a day beyond the calendar is refused', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  test('the days of a span include both ends', () => {
    expect([...datesFrom('2024-02-28', '2024-03-01')]).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect([...datesFrom('2024-03-01', '2024-03-01')]).toEqual(['2024-03-01'])
    expect([...datesFrom('2024-03-02', '2024-03-01')]).toEqual([])
  })

  test('February has 29 days in leap years only', () => {
    expect([1900, 2000, 2023, 2024, 2100].map((year) => [isLeapYear(year), daysInMonth(year, 2)])).toEqual([
      [false, 28],
      [true, 29],
      [false, 28],
      [true, 29],
      [false, 28],
    ])
    expect(() => daysInMonth(2026, 13)).toThrow(RangeError)
  })
})

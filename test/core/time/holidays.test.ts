import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayDates } from '#core/time/holidays.ts'
import { addDays } from '#core/time/local-date.ts'
import { lunarDateOf } from '#core/time/lunar-calendar.ts'

const years = (first: number, last: number) => ({ from: `${first}-01-01`, to: `${last}-12-31` })

/** By the calculated Islamic calendar; in 2033 it comes twice. Written out of order in the year, as people do. */
const EID = {
  kind: 'table' as const,
  years: [
    { year: 2032, dates: ['2032-01-14'] },
    { year: 2033, dates: ['2033-12-23', '2033-01-02'] },
  ],
}

describe('a rule gives its days', () => {
  test.each([
    ['a fixed day', { kind: 'fixed', month: 9, day: 2 } as const, years(2026, 2027), ['2026-09-02', '2027-09-02']],
    [
      '29 February, on the 28th of common years',
      { kind: 'fixed', month: 2, day: 29 } as const,
      years(2027, 2028),
      ['2027-02-28', '2028-02-29'],
    ],
    ['a lunar day', { kind: 'lunar', month: 1, day: 1 } as const, years(2026, 2028), ['2026-02-17', '2027-02-06', '2028-01-26']],
    [
      'a lunar day late in the lunar year',
      { kind: 'lunar', month: 12, day: 23 } as const,
      years(2026, 2027),
      ['2026-02-10', '2027-01-30'],
    ],
    [
      'lunar day 30, on the 29th of a short month',
      { kind: 'lunar', month: 12, day: 30 } as const,
      years(2027, 2027),
      ['2027-02-05'],
    ],
    ['the end of a lunar month of 29 days', { kind: 'lunarMonthEnd', month: 12 } as const, years(2027, 2027), ['2027-02-05']],
    ['the end of a lunar month of 30 days', { kind: 'lunarMonthEnd', month: 12 } as const, years(2033, 2033), ['2033-01-30']],
    [
      'the second Sunday of May',
      { kind: 'nthWeekday', month: 5, weekday: 7, nth: 2 } as const,
      years(2026, 2027),
      ['2026-05-10', '2027-05-09'],
    ],
    [
      'the last Monday of May',
      { kind: 'nthWeekday', month: 5, weekday: 1, nth: -1 } as const,
      years(2026, 2027),
      ['2026-05-25', '2027-05-31'],
    ],
    [
      'a fifth Monday, where there is one',
      { kind: 'nthWeekday', month: 5, weekday: 1, nth: 5 } as const,
      years(2026, 2027),
      ['2027-05-31'],
    ],
    [
      'the first of a month that begins on that weekday',
      { kind: 'nthWeekday', month: 6, weekday: 1, nth: 1 } as const,
      years(2026, 2026),
      ['2026-06-01'],
    ],
    [
      'Easter Monday',
      { kind: 'easter', reckoning: 'western', offset: 1 } as const,
      years(2026, 2027),
      ['2026-04-06', '2027-03-29'],
    ],
    [
      'Good Friday of the orthodox churches',
      { kind: 'easter', reckoning: 'orthodox', offset: -2 } as const,
      years(2026, 2027),
      ['2026-04-10', '2027-04-30'],
    ],
    ['a table of dates', EID, years(2032, 2033), ['2032-01-14', '2033-01-02', '2033-12-23']],
    ['a table of dates before it begins and after it ends', EID, years(2034, 2040), []],
  ])('%s', (_, rule, span, dates) => {
    expect(holidayDates(rule, span)).toEqual(dates)
  })

  test('a day counted from Easter never leaves the year of its Easter, however early or late that is', () => {
    for (const reckoning of ['western', 'orthodox'] as const)
      for (const offset of [-80, 80])
        for (const year of [1818, 1943, 1983, 2010, 2078, 2100])
          expect(holidayDates({ kind: 'easter', reckoning, offset }, years(year, year))).toHaveLength(1)
  })

  test('an ordinary month is meant, not the leap month of the same number', () => {
    expect(holidayDates({ kind: 'lunar', month: 6, day: 1 }, years(2025, 2025))).toEqual(['2025-06-25'])
  })

  test('a lunar day may fall twice in a solar year, or not at all', () => {
    const twelfthMonth = (year: number) => holidayDates({ kind: 'lunar', month: 12, day: 8 }, years(year, year)).length
    const counts = Array.from({ length: 30 }, (_, at) => twelfthMonth(2020 + at))
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]))
  })

  test('both ends of the span count, and a span turned round holds nothing', () => {
    const rule = { kind: 'lunar', month: 1, day: 1 } as const
    expect(holidayDates(rule, { from: '2027-02-06', to: '2027-02-06' })).toEqual(['2027-02-06'])
    expect(holidayDates(rule, { from: '2027-02-07', to: '2028-01-25' })).toEqual([])
    expect(holidayDates(rule, { from: '2027-12-31', to: '2027-01-01' })).toEqual([])
  })

  test('the first and last days of the lunar table are reached, and no day beyond', () => {
    expect(holidayDates({ kind: 'lunar', month: 12, day: 1 }, years(1968, 1968))).toEqual([])
    expect(holidayDates({ kind: 'lunar', month: 12, day: 2 }, years(1968, 1968))).toEqual(['1968-01-01'])
    expect(holidayDates({ kind: 'lunarMonthEnd', month: 12 }, { from: '1968-01-01', to: '1968-01-28' })).toEqual(['1968-01-28'])
    expect(holidayDates({ kind: 'lunarMonthEnd', month: 12 }, { from: '2101-01-01', to: '2101-01-28' })).toEqual(['2101-01-28'])
    expect(() => holidayDates({ kind: 'lunarMonthEnd', month: 12 }, years(2101, 2101))).toThrow(RangeError)
  })

  test('a span holds exactly the days that bear the lunar date', () => {
    const anyDate = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1968-01-01', days))
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }), (from, month, day) => {
        const to = addDays(from, 400)
        const walked = Array.from({ length: 401 }, (_, at) => addDays(from, at)).filter((date) => {
          const lunar = lunarDateOf(date)
          return lunar.month === month && lunar.day === day && !lunar.leap
        })
        expect(holidayDates({ kind: 'lunar', month, day }, { from, to })).toEqual(walked)
      }),
    )
  })
})

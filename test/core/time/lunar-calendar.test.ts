import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, datesFrom, daysBetween } from '#core/time/local-date.ts'
import {
  FIRST_LUNAR_YEAR,
  LAST_LUNAR_YEAR,
  type LunarDate,
  lastLunarTableDate,
  leapMonthOf,
  lunarDateOf,
  lunarMonthLength,
  solarDateOf,
} from '#core/time/lunar-calendar.ts'

const GoldenRow = z.object({
  year: z.coerce.number(),
  tet: z.string(),
  mid_autumn: z.string(),
  'last_lunar_day_before_tet(29|30)': z.coerce.number(),
  ong_tao_23_12_before_tet: z.string(),
  hung_kings_10_3: z.string(),
  vu_lan_15_7: z.string(),
  leap_month_in_lunar_year: z.string(),
  leap_month_start: z.string(),
  leap_month_len: z.string(),
  tet_differs_from_cn: z.string(),
  mid_autumn_differs_from_cn: z.string(),
})
const fixture = readFileSync(new URL('../../fixtures/tet-mid-autumn-1990-2060.csv', import.meta.url), 'utf8')
const golden = z.array(GoldenRow).parse(parse(fixture, { columns: true }))

const ordinary = (lunarYear: number, month: number, day: number): LunarDate => ({ lunarYear, month, day, leap: false })
const solar = (lunarYear: number, month: number, day: number) => solarDateOf(ordinary(lunarYear, month, day))
const tetOf = (year: number) => solar(year, 1, 1)
const lastDayBeforeTet = (year: number) => lunarDateOf(addDays(tetOf(year) ?? '', -1)).day

describe('the golden table of 1990-2060, on which six programs agree', () => {
  test('covers 71 years', () => {
    expect(golden.map(({ year }) => year)).toEqual(Array.from({ length: 71 }, (_, at) => 1990 + at))
  })

  test.each(golden)('the days of $year', (row) => {
    expect({
      tet: tetOf(row.year),
      mid_autumn: solar(row.year, 8, 15),
      'last_lunar_day_before_tet(29|30)': lastDayBeforeTet(row.year),
      ong_tao_23_12_before_tet: solar(row.year - 1, 12, 23),
      hung_kings_10_3: solar(row.year, 3, 10),
      vu_lan_15_7: solar(row.year, 7, 15),
    }).toEqual({
      tet: row.tet,
      mid_autumn: row.mid_autumn,
      'last_lunar_day_before_tet(29|30)': row['last_lunar_day_before_tet(29|30)'],
      ong_tao_23_12_before_tet: row.ong_tao_23_12_before_tet,
      hung_kings_10_3: row.hung_kings_10_3,
      vu_lan_15_7: row.vu_lan_15_7,
    })
    expect(lunarDateOf(row.tet)).toEqual(ordinary(row.year, 1, 1))
  })

  test.each(golden)('the leap month of $year', (row) => {
    const leapMonth = leapMonthOf(row.year)
    expect(leapMonth === undefined ? '' : String(leapMonth)).toBe(row.leap_month_in_lunar_year)
    if (leapMonth === undefined) return
    const month = { lunarYear: row.year, month: leapMonth, leap: true }
    expect(solarDateOf({ ...month, day: 1 })).toBe(row.leap_month_start)
    expect(String(lunarMonthLength(month))).toBe(row.leap_month_len)
  })
})

describe('where Vietnam and China differ, Vietnam is followed', () => {
  test.each([
    ['Tết 1968', 1968, 1, 1, '1968-01-29', '1968-01-30'],
    ['Tết 1969', 1969, 1, 1, '1969-02-16', '1969-02-17'],
    ['Tết 1985, a whole month', 1985, 1, 1, '1985-01-21', '1985-02-20'],
    ['Tết 2007', 2007, 1, 1, '2007-02-17', '2007-02-18'],
    ['Tết 2030', 2030, 1, 1, '2030-02-02', '2030-02-03'],
    ['Tết 2053', 2053, 1, 1, '2053-02-18', '2053-02-19'],
    ['Mid-Autumn 1978', 1978, 8, 15, '1978-09-16', '1978-09-17'],
    ['Mid-Autumn 2034', 2034, 8, 15, '2034-09-26', '2034-09-27'],
    ['Mid-Autumn 2041', 2041, 8, 15, '2041-09-09', '2041-09-10'],
    ['Hùng Kings 2009', 2009, 3, 10, '2009-04-04', '2009-04-05'],
    ['Hùng Kings 2037', 2037, 3, 10, '2037-04-24', '2037-04-25'],
    ['Hùng Kings 2038', 2038, 3, 10, '2038-04-13', '2038-04-14'],
    ['Vu Lan 1987', 1987, 7, 15, '1987-08-09', '1987-09-07'],
    ['Vu Lan 1989', 1989, 7, 15, '1989-08-15', '1989-08-16'],
  ])('%s', (_, year, month, day, vietnamese, chinese) => {
    expect(solar(year, month, day)).toBe(vietnamese)
    expect(lunarDateOf(vietnamese)).toEqual(ordinary(year, month, day))
    expect(lunarDateOf(chinese)).not.toEqual(ordinary(year, month, day))
  })

  test.each([
    [1984, undefined],
    [1985, 2],
    [1987, 7],
    [2033, 11],
  ])('the leap month of %d is %s', (year, leapMonth) => {
    expect(leapMonthOf(year)).toBe(leapMonth)
  })

  test('the month on whose first day programs quarrel, 0.4 minutes from midnight, begins on 8 May 2054', () => {
    expect(solar(2054, 4, 1)).toBe('2054-05-08')
  })
})

describe('leap months and long months', () => {
  test('no month 1, 10 or 12 is ever doubled', () => {
    const years = Array.from({ length: LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1 }, (_, at) => FIRST_LUNAR_YEAR + at)
    expect(years.map(leapMonthOf).filter((month) => month === 1 || month === 10 || month === 12)).toEqual([])
  })

  test('a leap month follows the ordinary month of its number', () => {
    expect(lunarDateOf('2028-06-22')).toEqual({ lunarYear: 2028, month: 5, day: 30, leap: false })
    expect(lunarDateOf('2028-06-23')).toEqual({ lunarYear: 2028, month: 5, day: 1, leap: true })
    expect(lunarDateOf('2028-07-22')).toEqual({ lunarYear: 2028, month: 6, day: 1, leap: false })
    expect(lunarDateOf('2025-07-25')).toEqual({ lunarYear: 2025, month: 6, day: 1, leap: true })
  })

  test('Tết is preceded by a day 30 in some years and never in 2025-2032', () => {
    const years = Array.from({ length: 38 }, (_, at) => 2023 + at)
    expect(years.filter((year) => lastDayBeforeTet(year) === 30)).toEqual([
      2023, 2024, 2033, 2034, 2035, 2036, 2037, 2038, 2042, 2043, 2044, 2045, 2046, 2047, 2048, 2052, 2054, 2055, 2057, 2060,
    ])
  })

  test('giao thừa of 2027 is 5 February, day 29', () => {
    expect(lunarDateOf('2027-02-05')).toEqual(ordinary(2026, 12, 29))
  })

  test.each([
    ['day 30 of a short month', ordinary(2026, 12, 30)],
    ['day 31', ordinary(2026, 1, 31)],
    ['day 0', ordinary(2026, 1, 0)],
    ['a half day', ordinary(2026, 1, 1.5)],
    ['month 13', ordinary(2026, 13, 1)],
    ['a leap month in a year without one', { ...ordinary(2026, 6, 1), leap: true }],
    ['the leap month of another number', { ...ordinary(2025, 5, 1), leap: true }],
  ])('%s does not exist', (_, lunar) => {
    expect(solarDateOf(lunar)).toBeUndefined()
  })

  test('the length of a month that does not exist is not known', () => {
    expect(lunarMonthLength({ lunarYear: 2026, month: 12, leap: false })).toBe(29)
    expect(lunarMonthLength({ lunarYear: 2026, month: 6, leap: true })).toBeUndefined()
  })
})

describe('every day from 1968 to the end of the table', () => {
  test('comes back from its lunar date, follows the day before, and lies in a month of 29 or 30 days', () => {
    const wrong: string[] = []
    let before: LunarDate | undefined
    for (const date of datesFrom('1968-01-01', lastLunarTableDate())) {
      const lunar = lunarDateOf(date)
      const length = lunarMonthLength(lunar)
      if (solarDateOf(lunar) !== date) wrong.push(`${date} does not come back`)
      if (length !== 29 && length !== 30) wrong.push(`${date} lies in a month of ${length} days`)
      if (before !== undefined && !follows(before, lunar)) wrong.push(`${date} does not follow the day before`)
      before = lunar
    }
    expect(wrong).toEqual([])
  })

  test('the table ends with lunar year 2100', () => {
    expect([FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR]).toEqual([1968, 2100])
    expect(lastLunarTableDate()).toBe('2101-01-28')
    expect(daysBetween('1968-01-01', lastLunarTableDate())).toBe(48_605)
  })

  test.each(['1967-12-31', '2101-01-29', '0001-01-01', '9999-12-31'])(
    '%s lies outside, and the message says what is inside',
    (date) => {
      expect(() => lunarDateOf(date)).toThrow(RangeError)
      expect(() => lunarDateOf(date)).toThrow('lunar dates are known from 1968-01-01 to 2101-01-28')
    },
  )

  test('a lunar date of a year outside is refused in the same words', () => {
    for (const ask of [() => solar(2101, 1, 1), () => solar(1967, 1, 1), () => solar(1966, 1, 1), () => leapMonthOf(1900)]) {
      expect(ask).toThrow('lunar dates are known from 1968-01-01 to 2101-01-28')
    }
    expect(solar(1967, 12, 2)).toBe('1968-01-01')
  })
})

/** The next day of the month; or day 1 of the leap month, of the next month, of the next year's month 1, after the last day. */
function follows(before: LunarDate, after: LunarDate): boolean {
  if (after.day !== 1) return after.day === before.day + 1 && after.month === before.month && after.leap === before.leap
  if (before.day !== lunarMonthLength(before)) return false
  if (after.leap) return after.month === before.month && !before.leap && after.lunarYear === before.lunarYear
  if (after.month === 1) return before.month === 12 && after.lunarYear === before.lunarYear + 1
  return after.month === before.month + 1 && after.lunarYear === before.lunarYear
}

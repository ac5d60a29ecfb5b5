import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearBefore } from '#core/kpi/tet-aligned.ts'
import { addDays, daysBetween } from '#core/time/local-date.ts'
import { firstDayOf, lastDayOf } from '#core/time/month.ts'

/** Mùng 1 Tết, as the Government announced or the calendar has it. */
const TET: Readonly<Record<number, string>> = { 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06', 2028: '2028-01-26' }

test.each([
  // Before Tết in 2026, and Tết in it in 2025: moved back by 384 days, both lie 47 to 17 days before mùng 1.
  ['January 2026', '2026-01-01', '2026-01-31', '2024-12-13', '2025-01-12', 'tet'],
  ['February 2026, Tết in it', '2026-02-01', '2026-02-28', '2025-01-13', '2025-02-09', 'tet'],
  ['March 2026, the last days of the season in it', '2026-03-01', '2026-03-31', '2025-02-10', '2025-03-12', 'tet'],
  ['February 2027, against Tết on 17 February', '2027-02-01', '2027-02-28', '2026-02-12', '2026-03-11', 'tet'],
  ['January 2028, against Tết on 6 February', '2028-01-01', '2028-01-31', '2027-01-12', '2027-02-11', 'tet'],
  ['a day before Tết', '2027-02-05', '2027-02-05', '2026-02-16', '2026-02-16', 'tet'],
  ['mùng 1', '2028-01-26', '2028-01-26', '2027-02-06', '2027-02-06', 'tet'],
  ['from rằm tháng Giêng on', '2026-03-03', '2026-03-31', '2025-02-12', '2025-03-12', 'tet'],
  ['from the day after it on', '2026-03-04', '2026-03-31', '2025-03-04', '2025-03-31', 'date'],
  ['to a fortnight before mùng 1', '2027-01-10', '2027-01-23', '2026-01-21', '2026-02-03', 'tet'],
  ['to the day before that', '2027-01-10', '2027-01-22', '2026-01-10', '2026-01-22', 'date'],
  ['April', '2026-04-01', '2026-04-30', '2025-04-01', '2025-04-30', 'date'],
  ['December', '2026-12-01', '2026-12-31', '2025-12-01', '2025-12-31', 'date'],
  ['the first quarter: the whole season is in both', '2026-01-01', '2026-03-31', '2025-01-01', '2025-03-31', 'date'],
  ['a year', '2027-01-01', '2027-12-31', '2026-01-01', '2026-12-31', 'date'],
  ['a year across two seasons', '2026-02-10', '2027-02-09', '2025-02-10', '2026-02-09', 'date'],
] as const)('%s: %s to %s is compared with %s to %s, by %s', (_what, from, to, fromBefore, toBefore, alignedBy) => {
  expect(yearBefore({ from, to })).toEqual({ from: fromBefore, to: toBefore, alignedBy })
})

test('a period that ends with its month is compared with one that does, also with 29 February', () => {
  expect(yearBefore({ from: '2028-03-01', to: '2029-02-28' })).toEqual({
    from: '2027-03-01',
    to: '2028-02-29',
    alignedBy: 'date',
  })
  expect(yearBefore({ from: '2028-02-29', to: '2028-02-29' })).toEqual({
    from: '2027-02-28',
    to: '2027-02-28',
    alignedBy: 'date',
  })
})

const periods = fc
  .tuple(fc.integer({ min: 0, max: 1_095 }), fc.integer({ min: 0, max: 200 }))
  .map(([start, length]) => ({ from: addDays('2026-01-01', start), to: addDays('2026-01-01', start + length) }))

describe('whatever the period', () => {
  test('that is aligned by Tết, it is as long, and each day as far from mùng 1', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const before = yearBefore(period)
        fc.pre(before.alignedBy === 'tet' && TET[Number(period.to.slice(0, 4))] !== undefined)
        expect(daysBetween(before.from, before.to)).toBe(daysBetween(period.from, period.to))
        const from = [2026, 2027, 2028].map((year) => [
          daysBetween(TET[year] ?? '', period.from),
          daysBetween(TET[year - 1] ?? '', before.from),
        ])
        expect(from.some(([here, there]) => here === there)).toBe(true)
      }),
    )
  })

  test('that is aligned by date, both hold the same days around Tết, or it reaches into two seasons', () => {
    const seasonDays = ({ from, to }: { from: string; to: string }) =>
      Object.values(TET).flatMap((tet) =>
        Array.from({ length: 29 }, (_, at) => at - 14).filter((day) => from <= addDays(tet, day) && addDays(tet, day) <= to),
      )
    fc.assert(
      fc.property(periods, (period) => {
        const before = yearBefore(period)
        fc.pre(before.alignedBy === 'date' && period.to < '2028-12-31')
        expect(seasonDays(before)).toEqual(seasonDays(period))
      }),
    )
  })
})

test.each(Array.from({ length: 9 }, (_, at) => `${2026 + (at % 3)}-${String(4 + at).padStart(2, '0')}`))(
  'month %s lies outside every season and is compared by date',
  (month) => {
    expect(yearBefore({ from: firstDayOf(month), to: lastDayOf(month) })).toMatchObject({ alignedBy: 'date' })
  },
)

test.each([
  ['1968-02-01', '1968-02-29', '1967-02-01', '1967-02-28'],
  ['1900-01-01', '1900-01-31', '1899-01-01', '1899-01-31'],
  ['2101-01-01', '2101-12-31', '2100-01-01', '2100-12-31'],
  ['2999-02-01', '2999-02-28', '2998-02-01', '2998-02-28'],
])('a time of which Tết is not known is compared by date: %s to %s', (from, to, fromBefore, toBefore) => {
  expect(yearBefore({ from, to })).toEqual({ from: fromBefore, to: toBefore, alignedBy: 'date' })
})

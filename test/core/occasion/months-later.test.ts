import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthDaysKeptOn, monthsKeptOn, monthsLater } from '#core/occasion/months-later.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'

const RULES = ['feb-28', 'mar-1'] as const
const someDay = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays('1998-01-01', days))
const monthEnds = fc.constantFrom(
  '2024-02-29',
  '2020-02-29',
  '2023-02-28',
  '2023-01-31',
  '2023-03-31',
  '2023-04-30',
  '2024-12-31',
)
const firstDay = fc.oneof(someDay, monthEnds)

describe('months later', () => {
  test.each<[LocalDate, number, 'feb-28' | 'mar-1', LocalDate]>([
    ['2024-02-29', 12, 'feb-28', '2025-02-28'],
    ['2024-02-29', 12, 'mar-1', '2025-03-01'],
    ['2024-02-29', 48, 'mar-1', '2028-02-29'],
    ['2024-02-29', 1, 'mar-1', '2024-03-29'],
    ['2024-01-31', 1, 'mar-1', '2024-02-29'],
    ['2023-01-31', 1, 'mar-1', '2023-02-28'],
    ['2023-01-31', 3, 'feb-28', '2023-04-30'],
    ['2023-02-28', 12, 'mar-1', '2024-02-28'],
    ['2023-12-15', 1, 'feb-28', '2024-01-15'],
  ])('%s and %i months, by the rule %s, is %s', (from, months, feb29, expected) => {
    expect(monthsLater({ from, months, feb29 })).toBe(expected)
  })
})

describe.each(RULES)('anniversaries by the rule %s', (feb29) => {
  test('come exactly once for every year after the first, and never before', () => {
    fc.assert(
      fc.property(firstDay, (from) => {
        const kept: number[] = []
        for (const date of datesFrom(addDays(from, -366), addDays(from, 366 * 6))) {
          const months = monthsKeptOn({ from, date, every: 12, feb29 })
          if (months !== undefined) kept.push(months)
        }
        expect(kept).toEqual([12, 24, 36, 48, 60, 72])
      }),
      { numRuns: 60 },
    )
  })

  test('every n months come exactly once each, in order', () => {
    fc.assert(
      fc.property(firstDay, fc.integer({ min: 1, max: 60 }), (from, every) => {
        const last = monthsLater({ from, months: every * 4, feb29 })
        const kept: number[] = []
        for (const date of datesFrom(from, last)) {
          const months = monthsKeptOn({ from, date, every, feb29 })
          if (months !== undefined) kept.push(months)
        }
        expect(kept).toEqual([every, every * 2, every * 3, every * 4])
      }),
      { numRuns: 60 },
    )
  })

  test('the index is asked for a superset of the days they count from', () => {
    fc.assert(
      fc.property(firstDay, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), (from, every, times) => {
        const date = monthsLater({ from, months: every * times, feb29 })
        expect(monthsKeptOn({ from, date, every, feb29 })).toBe(every * times)
        expect(monthDaysKeptOn({ date, every })).toContain(from.slice(5))
      }),
      { numRuns: 2_000 },
    )
  })
})

test('the index is asked for few days: one for an anniversary, twelve when it comes every month', () => {
  expect(monthDaysKeptOn({ date: '2027-03-10', every: 12 })).toEqual(['03-10'])
  expect(monthDaysKeptOn({ date: '2027-03-10', every: 1 })).toHaveLength(12)
  expect(monthDaysKeptOn({ date: '2027-03-10', every: 6 }).toSorted()).toEqual(['03-10', '09-10'])
  expect(monthDaysKeptOn({ date: '2027-03-01', every: 12 })).toEqual(['03-01', '02-29'])
})

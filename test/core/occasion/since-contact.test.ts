/** Months since the last contact: the days that lead to a date, and the date that follows from a day, are each other's reverse. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsLater } from '#core/occasion/months-later.ts'
import { contactDaysBefore } from '#core/occasion/since-contact.ts'
import { addDays } from '#core/time/local-date.ts'

const daysFor = (date: string, every = 6) => [...contactDaysBefore({ date, every, feb29: 'feb-28' })].slice(0, 4)

describe('the days of contact that a date is about', () => {
  test('one of each half year', () =>
    expect(daysFor('2027-03-10')).toEqual([
      ['2026-09-10', 6],
      ['2026-03-10', 12],
      ['2025-09-10', 18],
      ['2025-03-10', 24],
    ]))
  test('at the end of a short month also the days that it lacks', () =>
    expect(daysFor('2027-02-28').filter(([, months]) => months === 6)).toEqual([
      ['2026-08-28', 6],
      ['2026-08-29', 6],
      ['2026-08-30', 6],
      ['2026-08-31', 6],
    ]))
  test('none more than five years back', () => {
    const all = [...contactDaysBefore({ date: '2027-03-10', every: 60, feb29: 'feb-28' })]
    expect(all).toEqual([['2022-03-10', 60]])
  })
})

test.each(['feb-28', 'mar-1'] as const)('every contact is asked about on each of its days, and on no other (%s)', (feb29) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      (day, every, k) => {
        const from = addDays('2019-01-01', day)
        const months = every * k
        const date = monthsLater({ from, months, feb29 })
        expect(contactDaysBefore({ date, every, feb29 }).get(from)).toBe(months)
        const other = contactDaysBefore({ date: addDays(date, 1), every, feb29 }).get(from)
        expect(other === undefined || other !== months).toBe(true)
      },
    ),
  )
})

import { expect, test } from 'vitest'
import { isMonth, lastDayOf, plusMonths } from '#core/time/month.ts'

test.each([
  ['2027-02', 1, '2027-03'],
  ['2027-12', 1, '2028-01'],
  ['2027-01', -1, '2026-12'],
  ['2027-01', -13, '2025-12'],
  ['2027-06', 0, '2027-06'],
])('%s and %i months is %s', (month, months, then) => {
  expect(plusMonths(month, months)).toBe(then)
})

test.each([
  ['2027-02', '2027-02-28'],
  ['2028-02', '2028-02-29'],
  ['2027-12', '2027-12-31'],
])('the last day of %s is %s', (month, day) => {
  expect(lastDayOf(month)).toBe(day)
})

test.each(['2027-13', '2027-00', '2027-1', '0027-01', '2027-01-01', ''])('%j is no month', (text) => {
  expect(isMonth(text)).toBe(false)
})

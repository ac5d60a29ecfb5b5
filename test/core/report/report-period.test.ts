import { expect, test } from 'vitest'
import { lastWholePeriod, periodBefore, periodHolding, periodOfKey, periodsUpTo } from '#core/report/report-period.ts'

test.each([
  ['week', '2027-02-03', '2027-W05', '2027-02-01', '2027-02-07'],
  // ISO 8601: 1 January 2027 is a Friday, and belongs to the last week of 2026.
  ['week', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
  ['week', '2024-12-31', '2025-W01', '2024-12-30', '2025-01-05'],
  ['month', '2028-02-29', '2028-02', '2028-02-01', '2028-02-29'],
  ['quarter', '2027-03-31', '2027-Q1', '2027-01-01', '2027-03-31'],
  ['quarter', '2027-10-01', '2027-Q4', '2027-10-01', '2027-12-31'],
  ['year', '2027-06-15', '2027', '2027-01-01', '2027-12-31'],
] as const)('the %s of %s is %s', (kind, day, key, from, to) => {
  expect(periodHolding(kind, day)).toEqual({ kind, key, from, to })
  expect(periodOfKey(key)).toEqual({ kind, key, from, to })
})

test.each([
  '',
  '2027-13',
  '2027-00',
  '2027-Q5',
  '2027-Q0',
  '2027-W00',
  '2027-W54',
  '2025-W53',
  '27',
  '2027-2',
  '2027-02-01',
  '0999',
  'x',
])('%j names no period', (key) => {
  expect(periodOfKey(key)).toBeUndefined()
})

test('only what is over is offered at first, and the one before a period ends where it begins', () => {
  expect(lastWholePeriod('month', '2027-03-01').key).toBe('2027-02')
  expect(lastWholePeriod('week', '2027-02-07').key).toBe('2027-W04')
  expect(periodBefore(periodHolding('quarter', '2027-01-15')).key).toBe('2026-Q4')
  expect(periodsUpTo(periodHolding('month', '2027-01-15'), 3).map(({ key }) => key)).toEqual(['2026-11', '2026-12', '2027-01'])
})

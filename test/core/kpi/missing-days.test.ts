import { describe, expect, test } from 'vitest'
import { engagement } from '#core/kpi/engagement.ts'
import { withMissing } from '#core/kpi/kpi.ts'
import { missingSpans } from '#core/kpi/missing-days.ts'
import { periodOf } from '#core/kpi/period.ts'
import { datesFrom } from '#core/time/local-date.ts'

const MARCH = { from: '2027-03-01', to: '2027-03-10' }
const days = (...spans: readonly (readonly [string, string])[]) =>
  new Set(spans.flatMap(([from, to]) => [...datesFrom(`2027-03-${from}`, `2027-03-${to}`)]))

test('nothing is missing when every day is there', () => {
  expect(missingSpans(MARCH, { firstDataOn: '2026-01-01', rolledUp: days(['01', '10']) })).toEqual([])
})

test('days that were not rolled up stand in spans', () => {
  expect(missingSpans(MARCH, { firstDataOn: '2026-01-01', rolledUp: days(['02', '04'], ['07', '09']) })).toEqual([
    { from: '2027-03-01', to: '2027-03-01', because: 'not-rolled-up' },
    { from: '2027-03-05', to: '2027-03-06', because: 'not-rolled-up' },
    { from: '2027-03-10', to: '2027-03-10', because: 'not-rolled-up' },
  ])
})

test('the time before the first data is told apart from a roll-up that is not there', () => {
  expect(missingSpans(MARCH, { firstDataOn: '2027-03-04', rolledUp: days(['05', '10']) })).toEqual([
    { from: '2027-03-01', to: '2027-03-03', because: 'before-first-data' },
    { from: '2027-03-04', to: '2027-03-04', because: 'not-rolled-up' },
  ])
})

test('without any data all of it lies before the first', () => {
  expect(missingSpans(MARCH, { firstDataOn: null, rolledUp: new Set() })).toEqual([{ ...MARCH, because: 'before-first-data' }])
})

test('a figure of which a part is missing keeps its value and says so', () => {
  const whole = engagement({ contacted: 10, engaged: 3 })
  const missing = missingSpans(MARCH, { firstDataOn: '2026-01-01', rolledUp: days(['01', '09']) })
  expect(withMissing(whole, missing)).toEqual({
    ...whole,
    missing: [{ from: '2027-03-10', to: '2027-03-10', because: 'not-rolled-up' }],
  })
  expect(whole.missing).toEqual([])
})

describe('a period that is none is refused', () => {
  test.each([
    ['2027-03-10', '2027-03-01', { refused: 'reversed' }],
    ['2027-02-29', '2027-03-01', { refused: 'no-such-day' }],
    ['2027-03-01', 'today', { refused: 'no-such-day' }],
    ['2027-03-01', '2027-03-01', { from: '2027-03-01', to: '2027-03-01' }],
  ])('%s to %s', (from, to, period) => {
    expect(periodOf({ from, to })).toEqual(period)
  })
})

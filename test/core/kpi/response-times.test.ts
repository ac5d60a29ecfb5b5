import { describe, expect, test } from 'vitest'
import { median, minutesWaited, ninetiethPercentile } from '#core/kpi/response-times.ts'

const MINUTES = [600, 5, 10, 300, 20, 40, 120, 60, 90]

test('who still waits stands at the end of the order', () => {
  const waits = { minutes: MINUTES, waiting: 1 }
  expect(median('first-response', waits)).toMatchObject({
    id: 'first-response-median',
    unit: 'minutes',
    value: 60,
    n: 10,
    numerator: null,
    denominator: null,
    interval: { low: 10, high: 600, method: 'ranks' },
    provisional: { because: 'waiting', count: 1 },
  })
  expect(ninetiethPercentile('first-response', waits)).toMatchObject({ id: 'first-response-p90', value: 600, interval: null })
})

test('when more than half wait there is no median yet, and it says that they wait', () => {
  expect(median('resolution', { minutes: [1, 2], waiting: 3 })).toMatchObject({ value: null, n: 5, provisional: { count: 3 } })
})

test('once nobody waits the figure is final', () => {
  expect(median('proposal', { minutes: MINUTES, waiting: 0 })).toMatchObject({
    id: 'proposal-median',
    value: 60,
    provisional: null,
  })
})

test('no work is no data', () => {
  expect(ninetiethPercentile('resolution', { minutes: [], waiting: 0 })).toMatchObject({
    value: null,
    n: 0,
    interval: null,
    provisional: null,
  })
})

describe('minutes are whole, by the clock', () => {
  test.each([
    ['2027-03-08T01:00:00.000Z', '2027-03-08T01:00:59.999Z', 0],
    ['2027-03-08T01:00:00.000Z', '2027-03-08T01:01:00.000Z', 1],
    ['2027-03-05T10:00:00.000Z', '2027-03-08T10:00:00.000Z', 4_320],
  ])('from %s to %s: %i', (from, to, minutes) => {
    expect(minutesWaited(from, to)).toBe(minutes)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantileOf } from '#core/kpi/statistics/quantile.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
const none = { waiting: 0 }

// DuckDB 2.0.1: select quantile_disc(i, 0.5), quantile_disc(i, 0.9) from range(1, n + 1) t(i).
test.each([
  [1, 1, 1],
  [2, 1, 2],
  [4, 2, 4],
  [9, 5, 9],
  [10, 5, 9],
  [11, 6, 10],
  [70, 35, 63],
  [100, 50, 90],
])('of 1 to %i the median is %i and the 90th percentile %i', (n, median, ninetieth) => {
  expect(quantileOf(upTo(n), { percent: 50, ...none }).value).toBe(median)
  expect(quantileOf(upTo(n), { percent: 90, ...none }).value).toBe(ninetieth)
})

// Tables of ranks, e.g. Campbell and Gardner 1988; for 100 values the 40th and the 61st.
test.each([
  [6, 1, 6],
  [10, 2, 9],
  [20, 6, 15],
  [30, 10, 21],
  [50, 18, 33],
  [100, 40, 61],
])('the median of %i values lies between the ranks %i and %i', (n, low, high) => {
  expect(quantileOf(upTo(n), { percent: 50, ...none }).estimate).toMatchObject({ low, high })
})

describe('too few values for an interval', () => {
  test.each([
    [50, 5, 6],
    [90, 44, 45],
  ] as const)('of the %i. percentile: %i have none, %i have one', (percent, few, enough) => {
    expect(quantileOf(upTo(few), { percent, ...none })).toMatchObject({ value: expect.any(Number), estimate: null })
    expect(quantileOf(upTo(enough), { percent, ...none }).estimate).not.toBeNull()
  })

  test('nothing has neither figure nor interval', () => {
    expect(quantileOf([], { percent: 50, ...none })).toEqual({ value: null, estimate: null })
  })
})

describe('those still waited for stand at the end', () => {
  test('while they are few the median is known, its upper bound may not be', () => {
    expect(quantileOf(upTo(6), { percent: 50, waiting: 4 })).toEqual({ value: 5, estimate: null })
  })

  test('when most wait there is no median yet', () => {
    expect(quantileOf(upTo(4), { percent: 50, waiting: 6 }).value).toBeNull()
  })

  test('and whatever they come to, the figure can only come down', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), fc.array(fc.nat(1_000)), (known, later) => {
        const before = quantileOf(known, { percent: 90, waiting: later.length }).value ?? Number.POSITIVE_INFINITY
        const after = quantileOf([...known, ...later], { percent: 90, ...none }).value ?? Number.NaN
        return after <= before
      }),
    )
  })
})

test('is one of the values, inside its interval, and does not ask for their order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1 }), fc.constantFrom(50 as const, 90 as const), (values, percent) => {
      const { value, estimate } = quantileOf(values, { percent, ...none })
      expect(quantileOf(values.toReversed(), { percent, ...none }).value).toBe(value)
      const within = estimate === null || (estimate.low <= estimate.value && estimate.value <= estimate.high)
      return within && value !== null && values.includes(value)
    }),
  )
})

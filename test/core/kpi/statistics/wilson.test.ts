import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '#core/kpi/statistics/wilson.ts'
import { seededDraws, shareOfRounds } from '#test/core/kpi/statistics/seeded-draws.ts'

const counts = fc.nat(5_000).chain((whole) => fc.record({ part: fc.nat(whole), whole: fc.constant(whole) }))

// R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i: from %f to %f', (part, whole, low, high) => {
  const interval = wilson(part, whole)
  expect(interval?.value).toBe(part / whole)
  expect(interval?.low).toBeCloseTo(low, 4)
  expect(interval?.high).toBeCloseTo(high, 4)
})

test('a share of nothing has no interval', () => {
  expect(wilson(0, 0)).toBeNull()
})

test.each([
  [-1, 10],
  [11, 10],
  [0.5, 10],
  [Number.NaN, 10],
  [1, Number.POSITIVE_INFINITY],
])('%s of %s is no count', (part, whole) => {
  expect(() => wilson(part, whole)).toThrow(RangeError)
})

test('contains the share, stays between none and all, and is narrower for ten times as many', () => {
  fc.assert(
    fc.property(counts, ({ part, whole }) => {
      const interval = wilson(part, whole)
      if (interval === null) return whole === 0
      const wider = wilson(part * 10, whole * 10) ?? interval
      const contains = 0 <= interval.low && interval.low <= part / whole && part / whole <= interval.high && interval.high <= 1
      return contains && wider.high - wider.low < interval.high - interval.low
    }),
  )
})

test('the interval of those who did not mirrors that of those who did', () => {
  fc.assert(
    fc.property(counts, ({ part, whole }) => {
      const [did, didNot] = [wilson(part, whole), wilson(whole - part, whole)]
      expect(didNot?.low ?? 0).toBeCloseTo(did ? 1 - did.high : 0, 12)
      expect(didNot?.high ?? 0).toBeCloseTo(did ? 1 - did.low : 0, 12)
    }),
  )
})

test.each([
  [0.02, 30],
  [0.5, 10],
  [0.9, 20],
  [0.3, 200],
])('holds about its 95 %%: a share of %f among %i, seed 19270301', (share, whole) => {
  const draw = seededDraws(19_270_301)
  const covered = shareOfRounds(20_000, () => {
    let part = 0
    for (let at = 0; at < whole; at++) if (draw() < share) part++
    const interval = wilson(part, whole)
    return interval !== null && interval.low <= share && share <= interval.high
  })
  // Newcombe, table II: the least coverage of the method is 0.83 in places, its mean 0.952.
  expect(covered).toBeGreaterThan(0.92)
  expect(covered).toBeLessThan(0.995)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, isSignificant, smallestSignificant } from '#core/kpi/statistics/difference.ts'
import type { Estimate } from '#core/kpi/statistics/estimate.ts'
import { wilson } from '#core/kpi/statistics/wilson.ts'
import { seededDraws, shareOfRounds } from '#test/core/kpi/statistics/seeded-draws.ts'

const share = (part: number, whole: number): Estimate => wilson(part, whole) ?? { value: 0, low: 0, high: 0 }

// R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i against %i of %i: from %f to %f', (a, m, b, n, low, high) => {
  const difference = differenceOf(share(a, m), share(b, n))
  expect(difference.low).toBeCloseTo(low, 4)
  expect(difference.high).toBeCloseTo(high, 4)
})

const shares = fc.integer({ min: 1, max: 2_000 }).chain((whole) => fc.nat(whole).map((part) => share(part, whole)))

test('turns its sign when the two change places, and contains what it is about', () => {
  fc.assert(
    fc.property(shares, shares, (a, b) => {
      const [there, back] = [differenceOf(a, b), differenceOf(b, a)]
      expect(back.low).toBeCloseTo(-there.high, 12)
      expect(back.high).toBeCloseTo(-there.low, 12)
      expect(there.low).toBeLessThanOrEqual(there.value)
      expect(there.high).toBeGreaterThanOrEqual(there.value)
    }),
  )
})

test('is significant exactly when it is larger than the smallest that counts', () => {
  fc.assert(
    fc.property(shares, shares, (a, b) => {
      const difference = differenceOf(a, b)
      return isSignificant(difference) === Math.abs(difference.value) > smallestSignificant(difference)
    }),
  )
})

test('finds a change where there is none about one time in twenty, seed 18730890', () => {
  const draw = seededDraws(18_730_890)
  const drawn = () => {
    let part = 0
    for (let at = 0; at < 80; at++) if (draw() < 0.3) part++
    return share(part, 80)
  }
  const alarms = shareOfRounds(20_000, () => isSignificant(differenceOf(drawn(), drawn())))
  expect(alarms).toBeGreaterThan(0.03)
  expect(alarms).toBeLessThan(0.06)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustedWald } from '#core/kpi/statistics/adjusted-wald.ts'
import { differenceOf, smallestSignificant } from '#core/kpi/statistics/difference.ts'
import { type Estimate, Z } from '#core/kpi/statistics/estimate.ts'
import { seededDraws, shareOfRounds } from '#test/core/kpi/statistics/seeded-draws.ts'

const halfWidth = (estimate: Estimate | null) => (estimate ? (estimate.high - estimate.low) / 2 : Number.NaN)
const half = (n: number) => adjustedWald({ promoters: 0.5 * n, detractors: 0.2 * n, n })
/** The interval that is not used: of the plain proportions. */
function plainWald({ promoters, detractors, n }: { promoters: number; detractors: number; n: number }): Estimate {
  const [p, d] = [promoters / n, detractors / n]
  const margin = Z * Math.sqrt((p + d - (p - d) ** 2) / n)
  return { value: 100 * (p - d), low: 100 * (p - d - margin), high: 100 * (p - d + margin) }
}

test.each([
  [10, 42],
  [30, 27],
  [50, 21],
  [100, 15],
  [200, 11],
  [400, 8],
  [1_000, 5],
  [2_000, 3],
])('half promoters and a fifth detractors: with %i answers the margin is %i points', (n, margin) => {
  expect(Math.round(halfWidth(half(n)))).toBe(margin)
})

/** The published table is of the plain interval; with three answers added to each side, 50 need 29.7 points, 100 need 21.3. */
describe.each([
  [50, 31, 30],
  [100, 22, 21],
  [200, 15, 15],
  [400, 11, 11],
  [1_000, 7, 7],
])('the smallest change between two periods of %i answers', (n, published, ours) => {
  test(`is ${published} points by the plain interval, ${ours} by the adjusted one`, () => {
    const plain = plainWald({ promoters: 0.5 * n, detractors: 0.2 * n, n })
    expect(Math.round(smallestSignificant(differenceOf(plain, plain)))).toBe(published)
    const adjusted = half(n)
    expect(adjusted && Math.round(smallestSignificant(differenceOf(adjusted, adjusted)))).toBe(ours)
  })
})

test('no answers have no interval', () => {
  expect(adjustedWald({ promoters: 0, detractors: 0, n: 0 })).toBeNull()
})

const answered = fc
  .tuple(fc.nat(3_000), fc.nat(3_000), fc.nat(3_000))
  .map(([promoters, passives, detractors]) => ({ promoters, detractors, n: promoters + passives + detractors }))
  .filter(({ n }) => n > 0)

test('mirrors when promoters and detractors change places, and narrows with ten times as many', () => {
  fc.assert(
    fc.property(answered, ({ promoters, detractors, n }) => {
      const interval = adjustedWald({ promoters, detractors, n })
      const mirrored = adjustedWald({ promoters: detractors, detractors: promoters, n })
      expect(mirrored?.low).toBeCloseTo(-(interval?.high ?? Number.NaN), 9)
      expect(mirrored?.high).toBeCloseTo(-(interval?.low ?? Number.NaN), 9)
      const tenfold = adjustedWald({ promoters: promoters * 10, detractors: detractors * 10, n: n * 10 })
      expect(halfWidth(tenfold)).toBeLessThan(halfWidth(interval))
    }),
  )
})

// True coverage of a nominal 95 %, as Rocks 2016 finds: the plain interval fails small numbers of happy customers, the adjusted one does not.
describe.each([
  { p: 0.9, d: 0.02, n: 5, plain: 0.4, adjusted: 0.92 },
  { p: 0.9, d: 0.02, n: 10, plain: 0.65, adjusted: 0.93 },
  { p: 0.9, d: 0.02, n: 30, plain: 0.84, adjusted: 0.96 },
  { p: 0.9, d: 0.02, n: 100, plain: 0.93, adjusted: 0.96 },
  { p: 0.5, d: 0.2, n: 10, plain: 0.9, adjusted: 0.96 },
  { p: 0.5, d: 0.2, n: 30, plain: 0.94, adjusted: 0.95 },
])('with $p promoters and $d detractors among $n, seed 20160125', ({ p, d, n, plain, adjusted }) => {
  const truth = 100 * (p - d)
  const coverage = (intervalOf: (drawn: { promoters: number; detractors: number; n: number }) => Estimate | null) => {
    const draw = seededDraws(20_160_125)
    return shareOfRounds(20_000, () => {
      let promoters = 0
      let detractors = 0
      for (let at = 0; at < n; at++) {
        const chance = draw()
        if (chance < p) promoters++
        else if (chance < p + d) detractors++
      }
      const interval = intervalOf({ promoters, detractors, n })
      return interval !== null && interval.low <= truth && truth <= interval.high
    })
  }

  test(`the adjusted interval is right ${adjusted} of the time, the plain one ${plain}`, () => {
    expect(Math.abs(coverage(adjustedWald) - adjusted)).toBeLessThan(0.012)
    expect(Math.abs(coverage(plainWald) - plain)).toBeLessThan(0.012)
  })
})

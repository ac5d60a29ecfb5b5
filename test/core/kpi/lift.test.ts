import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEAST_EXPECTED, lift } from '#core/kpi/lift.ts'

const LOOKED = { period: { from: '2027-01-01', to: '2027-01-31' }, today: '2027-12-31' }
const of = (bought: number, customers: number) => ({ bought, customers })
const liftOf = (treated: ReturnType<typeof of>, leftAlone: ReturnType<typeof of>) =>
  lift('campaign-lift', { treated, leftAlone }, LOOKED)

// R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.
test('56 of 70 against 48 of 80: more, from 0.0524 to 0.3339', () => {
  const kpi = liftOf(of(56, 70), of(48, 80))
  expect(kpi).toMatchObject({ verdict: 'more', n: 150, unit: 'share-difference', interval: { method: 'newcombe' } })
  expect(kpi.value).toBeCloseTo(0.2, 10)
  expect(kpi.interval?.low).toBeCloseTo(0.0524, 4)
  expect(kpi.interval?.high).toBeCloseTo(0.3339, 4)
})

test.each([
  ['less', of(48, 80), of(56, 70)],
  ['not-shown', of(120, 1_000), of(11, 100)],
  ['too-few', of(9, 10), of(3, 10)],
  ['too-few', of(400, 4_000), of(3, 40)],
  ['no-data', of(0, 0), of(3, 10)],
  ['no-data', of(3, 10), of(0, 0)],
] as const)('%s: %j against %j', (verdict, treated, leftAlone) => {
  expect(liftOf(treated, leftAlone).verdict).toBe(verdict)
})

test('where too few are known no lift is told, and the groups are still there to be seen', () => {
  const [treated, leftAlone] = [of(400, 4_000), of(0, 40)]
  expect(liftOf(treated, leftAlone)).toMatchObject({ value: null, interval: null, smallest: null, treated, leftAlone })
})

test('a lift that is not shown says how large it would have to be', () => {
  const { value, smallest } = liftOf(of(120, 1_000), of(11, 100))
  expect(value).toBeCloseTo(0.01, 10)
  expect(smallest).toBeGreaterThan(0.05)
})

describe('too few, by expected numbers', () => {
  // Pooled, half of 20 buy: each group of ten expects five of each.
  test.each([
    [of(5, 10), of(5, 10), 'not-shown'],
    [of(5, 10), of(4, 10), 'too-few'],
    [of(5, 10), of(6, 10), 'too-few'],
    [of(8, 10), of(2, 10), 'more'],
  ])('%j against %j: %s', (treated, leftAlone, verdict) => {
    expect(liftOf(treated, leftAlone).verdict).toBe(verdict)
  })

  test(`is fewer than ${LEAST_EXPECTED} of either kind in either group, whichever is the smaller one`, () => {
    const group = fc.integer({ min: 1, max: 300 }).chain((customers) => fc.nat(customers).map((bought) => of(bought, customers)))
    fc.assert(
      fc.property(group, group, (a, b) => {
        const share = (a.bought + b.bought) / (a.customers + b.customers)
        const expected = [a, b].flatMap(({ customers }) => [customers * share, customers * (1 - share)])
        const least = Math.min(...expected)
        fc.pre(Math.abs(least - LEAST_EXPECTED) > 1e-9)
        return (liftOf(a, b).verdict === 'too-few') === least < LEAST_EXPECTED
      }),
    )
  })
})

test('is provisional until 90 days after the last decision', () => {
  const on = (today: string) =>
    lift('care-lift', { treated: of(56, 70), leftAlone: of(48, 80) }, { ...LOOKED, today }).provisional
  expect(on('2027-05-01')).toEqual({ because: 'window-open', finalOn: '2027-05-02' })
  expect(on('2027-05-02')).toBeNull()
})

test('more than all bought cannot be', () => {
  expect(() => liftOf(of(11, 10), of(1, 10))).toThrow(RangeError)
})

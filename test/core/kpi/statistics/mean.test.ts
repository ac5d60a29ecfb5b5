import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentsOf, tInterval } from '#core/kpi/statistics/mean.ts'
import { studentT } from '#core/kpi/statistics/student-t.ts'

describe("Student's t at 95 %, as tables print it", () => {
  test.each([
    [1, 12.706],
    [9, 2.262],
    [30, 2.042],
    [31, 2.04],
    [40, 2.021],
    [60, 2],
    [80, 1.99],
    [100, 1.984],
    [120, 1.98],
    [1_000, 1.962],
  ])('%i degrees of freedom: %f', (degrees, t) => {
    expect(studentT(degrees)).toBeCloseTo(t, 3)
  })

  test('comes down with every degree, to 1.96', () => {
    for (let degrees = 1; degrees < 2_000; degrees++) expect(studentT(degrees + 1)).toBeLessThan(studentT(degrees))
    expect(studentT(1_000_000)).toBeCloseTo(1.96, 4)
  })

  test.each([0, -1, 1.5])('is none for %f', (degrees) => {
    expect(() => studentT(degrees)).toThrow(RangeError)
  })
})

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, ZARR13.DAT.
test('195 measurements of mean 9.261460 and deviation 0.022789: from 9.258242 to 9.264679', () => {
  const [n, mean, deviation] = [195, 9.26146, 0.022789]
  const interval = tInterval({ n, sum: n * mean, sumOfSquares: (n - 1) * deviation ** 2 + n * mean ** 2 })
  expect(interval?.low).toBeCloseTo(9.258_242, 5)
  expect(interval?.high).toBeCloseTo(9.264_679, 5)
})

test.each([
  ['nothing', []],
  ['one value', [7]],
  ['three times the same', [7, 7, 7]],
  ['the same broken number again and again', Array.from({ length: 1_000 }, () => 82.3)],
])('%s: no interval', (_what, values) => {
  expect(tInterval(momentsOf(values))).toBeNull()
})

test('lies around the mean, and does not ask in which order or in how many parts the values came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 300 }), (values) => {
      const interval = tInterval(momentsOf(values))
      if (interval === null) return new Set(values).size === 1
      expect(tInterval(momentsOf(values.toReversed()))).toEqual(interval)
      return interval.low < interval.value && interval.value < interval.high
    }),
  )
})

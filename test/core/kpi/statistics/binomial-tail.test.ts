import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfRise } from '#core/kpi/statistics/binomial-tail.ts'

describe('how likely chance alone brings so many', () => {
  test.each([
    [0, 0, 1],
    [0, 7, 1],
    [1, 0, 0.5],
    [3, 0, 1 / 8],
    [4, 1, 6 / 32],
    [5, 1, 7 / 64],
    [8, 3, 232 / 2048],
    [10, 10, 0.5880985],
  ])('%i after %i: %d', (later, before, chance) => {
    expect(chanceOfRise({ later, before })).toBeCloseTo(chance, 7)
  })

  test('is exact where the smallest group meets its level', () => {
    expect(chanceOfRise({ later: 3, before: 0 })).toBe(0.125)
  })

  test('is what whole numbers give', () => {
    const exact = (later: number, n: number) => {
      let [term, sum] = [1n, 0n]
      for (let k = 0; k <= n; k++) {
        if (k >= later) sum += term
        term = (term * BigInt(n - k)) / BigInt(k + 1)
      }
      return Number((sum * 10n ** 15n) / 2n ** BigInt(n)) / 1e15
    }
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (later, before) => {
        expect(chanceOfRise({ later, before })).toBeCloseTo(exact(later, later + before), 10)
      }),
    )
  })

  test('of few after very many is all but certain, though the chance of exactly so many is too small for a number', () => {
    expect(chanceOfRise({ later: 2, before: 1_074 })).toBe(1)
    expect(chanceOfRise({ later: 2, before: 1_075 })).toBe(1)
    expect(chanceOfRise({ later: 0, before: 5_000 })).toBe(1)
  })

  test('falls with every further one, rises with every one before, and stays a share for counts of any size', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (later, before) => {
        const chance = chanceOfRise({ later, before })
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
        expect(chanceOfRise({ later: later + 1, before })).toBeLessThanOrEqual(chance + 1e-9)
        expect(chanceOfRise({ later, before: before + 1 })).toBeGreaterThanOrEqual(chance - 1e-9)
      }),
      { numRuns: 50, examples: [[2, 1_074]] },
    )
  })

  test.each([
    [-1, 0],
    [1.5, 0],
    [0, Number.NaN],
  ])('%d after %d are no counts', (later, before) => {
    expect(() => chanceOfRise({ later, before })).toThrow(RangeError)
  })
})

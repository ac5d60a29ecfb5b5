/** Repeatable random numbers: mulberry32, a small public-domain generator, with a given seed. */

export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  /** True in about `percent` of a hundred times. */
  happens(percent: number): boolean
  pick<T>(items: readonly T[]): T
  /** By weight; the weights need no fixed sum. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const weighted = <T>(items: readonly (readonly [T, number])[]): T => {
    let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    throw new RangeError('nothing to choose from')
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (percent) => next() * 100 < percent,
    pick: (items) => weighted(items.map((item) => [item, 1])),
    weighted,
  }
}

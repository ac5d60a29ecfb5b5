/** Amounts of a budget: exact fractions, rounded up to a whole minor unit once for each line. */

/** `sum` divided by `by`, rounded up. Throws for what a number does not hold exactly. */
export function roundedUp(sum: bigint, by: bigint): number {
  const amount = Number((sum + by - 1n) / by)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${sum} / ${by} is more than a budget can hold exactly`)
  return amount
}

export const times = (...factors: readonly number[]): bigint => factors.reduce((product, factor) => product * BigInt(factor), 1n)

export const addUp = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((sum, amount) => sum + amount, 0n)

/** A figure and how far the true one may lie from it at 95 %: what every interval here gives, and what differences are computed from. */

export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The standard normal's 97.5th percentile: a two-sided 95 % (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1: 1.960). */
export const Z = 1.959_963_984_540_054

/** Throws on what no count can be: a negative or broken number, or a part larger than its whole. */
export function checkedCounts({ part, whole }: { readonly part: number; readonly whole: number }): void {
  const isCount = Number.isSafeInteger(part) && Number.isSafeInteger(whole) && part >= 0 && part <= whole
  if (!isCount) throw new RangeError(`${part} of ${whole} is no share of anything that can be counted`)
}

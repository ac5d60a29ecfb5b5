/**
 * A mean with its t interval: x̄ ± t(n−1) s/√n.
 *
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2 (confidence limits for the mean).
 * Example (there, ZARR13.DAT): n = 195, x̄ = 9.261460, s = 0.022789 → from 9.258242 to 9.264679.
 */
import type { Estimate } from '#core/kpi/statistics/estimate.ts'
import { studentT } from '#core/kpi/statistics/student-t.ts'

/** What a mean and its interval follow from. Days, teams and campaigns add up: of whole numbers exactly. */
export interface Moments {
  readonly n: number
  readonly sum: number
  readonly sumOfSquares: number
}

export const momentsOf = (values: readonly number[]): Moments =>
  values.reduce(
    ({ n, sum, sumOfSquares }, value) => ({ n: n + 1, sum: sum + value, sumOfSquares: sumOfSquares + value * value }),
    { n: 0, sum: 0, sumOfSquares: 0 },
  )

/** Below it the spread is the rounding of sums, and the values are all the same. */
const NO_SPREAD = 1e-9

/** Null for fewer than two values, and while all are the same: three answers of 7 do not tell that everybody would say 7. */
export function tInterval({ n, sum, sumOfSquares }: Moments): Estimate | null {
  if (n < 2) return null
  const mean = sum / n
  const variance = (sumOfSquares - sum * mean) / (n - 1)
  if (variance <= NO_SPREAD) return null
  const margin = studentT(n - 1) * Math.sqrt(variance / n)
  return { value: mean, low: mean - margin, high: mean + margin }
}

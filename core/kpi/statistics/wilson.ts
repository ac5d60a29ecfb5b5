/**
 * The Wilson score interval of a share, without continuity correction.
 *
 *     (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * It stays between 0 and 1 and holds its 95 % for small n and for shares near either end, where p ± z√(p(1−p)/n) does not.
 * Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 * Example (Newcombe, table I): 81 of 263 → 0.3080, from 0.2553 to 0.3662; 0 of 20 → from 0 to 0.1611.
 */
import { checkedCounts, type Estimate, Z } from '#core/kpi/statistics/estimate.ts'

/** Null for a share of nothing: there is no figure to be sure of. */
export function wilson(part: number, whole: number): Estimate | null {
  checkedCounts({ part, whole })
  if (whole === 0) return null
  const p = part / whole
  const z2 = Z * Z
  const centre = p + z2 / (2 * whole)
  const margin = Z * Math.sqrt((p * (1 - p)) / whole + z2 / (4 * whole * whole))
  const scale = 1 + z2 / whole
  // At either end the bound is exact; computed, it would be off by the last bit.
  return {
    value: p,
    low: part === 0 ? 0 : (centre - margin) / scale,
    high: part === whole ? 1 : (centre + margin) / scale,
  }
}

/**
 * The interval of a difference of two independent figures, from the interval of each.
 *
 *     a − b − √((a − lowA)² + (highB − b)²)   to   a − b + √((highA − a)² + (b − lowB)²)
 *
 * Of two shares with Wilson intervals this is Newcombe's hybrid score interval (method 10), of two adjusted Wald intervals around the adjusted scores
 * the test z = (NPS′₂ − NPS′₁)/√(SE′₁² + SE′₂²); a change lies around the scores that are shown (core/kpi/change.ts). Sources: R. G. Newcombe, Statistics
 * in Medicine 17 (1998) 873–890; for any two figures G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702 (method of variance estimates
 * recovery).
 * Example (Newcombe, table II): 56 of 70 against 48 of 80 → 0.2, from 0.0524 to 0.3339.
 */
import type { Estimate } from '#core/kpi/statistics/estimate.ts'

/** Of `a` minus `b`. */
export function differenceOf(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  }
}

/** Whether zero lies outside the interval: the two figures differ. */
export const isSignificant = ({ low, high }: Estimate): boolean => low > 0 || high < 0

/** How large the difference would have to be to be significant, in the direction in which it lies: between figures as sure as these two. */
export function smallestSignificant({ value, low, high }: Estimate): number {
  if (value > 0) return value - low
  return value < 0 ? high - value : Math.max(value - low, high - value)
}

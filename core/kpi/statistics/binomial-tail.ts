/**
 * How likely chance alone is to bring so many or more of two equal periods' events into the later one: of `n = later + before` events each falls into
 * either period with even odds.
 *
 *     P(X ≥ later) = Σ C(n, k) / 2ⁿ, k from later to n
 *
 * It is the exact test of two Poisson counts of equal exposure, one-sided: no approximation is made for small counts.
 * Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940) 313–323.
 * Example: 3 after 0 → 1/8; 5 after 1 → 7/64; 10 after 10 → 0.588.
 */
import { checkedCounts } from '#core/kpi/statistics/estimate.ts'

export function chanceOfRise({ later, before }: { readonly later: number; readonly before: number }): number {
  const n = later + before
  checkedCounts({ part: later, whole: n })
  checkedCounts({ part: before, whole: n })
  // Both periods are alike: fewer than `later` of them in one is more than `before` in the other. Summed from there, no first term is too small to be told.
  return later > before ? tailFrom(later, n) : 1 - tailFrom(before + 1, n)
}

/** From above the middle on, where each term is smaller than the one before. */
function tailFrom(from: number, n: number): number {
  let term = termAt(from, n)
  let sum = 0
  for (let k = from; k <= n; k++) {
    sum += term
    term = (term * (n - k)) / (k + 1)
  }
  return Math.min(1, sum)
}

/** C(n, k) / 2ⁿ, halved on the way so that no count is too large: halving loses nothing, so the result is exact while C(n, k) is. */
function termAt(k: number, n: number): number {
  let [term, halvings] = [1, 0]
  for (let i = 1; i <= k; i++) {
    term = (term * (n - i + 1)) / i
    for (; term > 1 && halvings < n; halvings++) term /= 2
  }
  for (; term > 0 && halvings < n; halvings++) term /= 2
  return term
}

/**
 * The adjusted Wald interval of a Net Promoter Score: three answers are added to n, 3/4 to the promoters, 3/4 to the detractors and 3/2 to the
 * passives.
 *
 *     p′ = (P + 0.75)/(n + 3)   d′ = (D + 0.75)/(n + 3)   NPS′ = p′ − d′   SE′ = √((p′ + d′ − NPS′²)/(n + 3))   NPS′ ± z SE′
 *
 * The plain Wald interval holds far less than its 95 % while customers are happy: with 90 % promoters and 2 % detractors it is right 65 times of a
 * hundred at n = 10, and the adjusted one 93 times. No correction for a finite customer base: it would call an answer of everybody asked exact, and
 * those who answer are no random draw.
 * Source: B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70 (2016) 365–372, arXiv:1601.07235.
 * Example: 5 promoters, 3 passives, 2 detractors → NPS 30; p′ = 5.75/13, d′ = 2.75/13, NPS′ = 23.1, SE′ = 21.5, margin 42.1 points.
 */
import { type Estimate, Z } from '#core/kpi/statistics/estimate.ts'

const ADDED = 3
const ADDED_EACH = 0.75

/** In points from −100 to 100 and not clipped to them, around the adjusted score. Null for no answers. */
export function adjustedWald({
  promoters,
  detractors,
  n,
}: {
  readonly promoters: number
  readonly detractors: number
  readonly n: number
}): Estimate | null {
  if (n === 0) return null
  const p = (promoters + ADDED_EACH) / (n + ADDED)
  const d = (detractors + ADDED_EACH) / (n + ADDED)
  const score = p - d
  const margin = Z * Math.sqrt((p + d - score * score) / (n + ADDED))
  return { value: 100 * score, low: 100 * (score - margin), high: 100 * (score + margin) }
}

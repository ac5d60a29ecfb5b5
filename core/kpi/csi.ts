/**
 * Customer Satisfaction Index: several attributes on a scale from 1 to 10, weighted by how much each matters, as one figure from 0 to 100.
 *
 *     of one customer: 100 × (Σ wᵢ xᵢ − Σ wᵢ) ÷ (9 Σ wᵢ)     the index: the mean over customers, with its t interval
 *
 * Example: weights 2, 1, 1 and scores 8, 10, 5 → 100 × (31 − 4) ÷ 36 = 75.
 */
import { IN_PERIOD, type KpiDefinition } from '#core/kpi/definition.ts'
import { type Kpi, kpiOf } from '#core/kpi/kpi.ts'
import { momentsOf, tInterval } from '#core/kpi/statistics/mean.ts'

export const CSI: KpiDefinition = {
  name: { vi: 'Chỉ số hài lòng của khách hàng (CSI)', en: 'Customer Satisfaction Index (CSI)' },
  numerator: {
    vi: 'tổng chỉ số của các khách; chỉ số của một khách là 100 × (Σ wᵢxᵢ − Σ wᵢ) ÷ (9 Σ wᵢ), điểm xᵢ từ 1 đến 10, trọng số wᵢ',
    en: 'sum of the index of each customer, 100 × (Σ wᵢxᵢ − Σ wᵢ) ÷ (9 Σ wᵢ), with scores xᵢ from 1 to 10 and weights wᵢ',
  },
  denominator: { vi: 'số khách đã chấm mọi tiêu chí', en: 'customers who rated every attribute' },
  window: IN_PERIOD,
  formula: { vi: 'tử số ÷ mẫu số', en: 'numerator ÷ denominator' },
  source:
    'Fornell et al. 1996 (American Customer Satisfaction Index); interval of the mean: Student 1908, NIST/SEMATECH e-Handbook 1.3.5.2',
}

const LOWEST = 1
const HIGHEST = 10

export interface Rated {
  /** Above 0: an attribute that does not matter is not asked. */
  readonly weight: number
  /** Null: the customer skipped it. */
  readonly score: number | null
}

/**
 * The index of one customer. Null when an attribute was skipped: with the other weights alone, skipping what one is unhappy with would raise the
 * index. Throws on a score of another scale, and without weights.
 */
export function indexOf(rated: readonly Rated[]): number | null {
  let [weights, weighted] = [0, 0]
  for (const { weight, score } of rated) {
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`the weight of an attribute is above 0, not ${weight}`)
    if (score === null) return null
    const isOnScale = Number.isInteger(score) && score >= LOWEST && score <= HIGHEST
    if (!isOnScale) throw new RangeError(`${score} is no score from ${LOWEST} to ${HIGHEST}`)
    weights += weight
    weighted += weight * score
  }
  if (weights === 0) throw new RangeError('an index needs an attribute')
  return (100 * (weighted - LOWEST * weights)) / ((HIGHEST - LOWEST) * weights)
}

/** Of the index of each customer who has one. */
export function csi(indexes: readonly number[]): Kpi {
  const moments = momentsOf(indexes)
  const { n, sum } = moments
  const estimate = tInterval(moments)
  return kpiOf({
    id: 'csi',
    unit: 'index',
    value: n === 0 ? null : sum / n,
    numerator: sum,
    denominator: n,
    n,
    estimate,
    interval: estimate && {
      low: Math.max(0, estimate.low),
      high: Math.min(100, estimate.high),
      confidence: 0.95,
      method: 'student-t',
    },
  })
}

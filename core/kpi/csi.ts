/**
 * Customer Satisfaction Index: the mean of what customers come to, each by their ratings of several attributes (core/survey/satisfaction-index.ts),
 * with its t interval.
 */
import { CUSTOMERS_AT_BEGINNING, IN_PERIOD, type KpiDefinition } from '#core/kpi/definition.ts'
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
  byTier: CUSTOMERS_AT_BEGINNING,
  source:
    'Fornell et al. 1996 (American Customer Satisfaction Index); interval of the mean: Student 1908, NIST/SEMATECH e-Handbook 1.3.5.2',
}

/** Of the index of each customer who has one (`indexOfAnswer`). */
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

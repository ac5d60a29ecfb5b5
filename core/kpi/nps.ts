/**
 * Net Promoter Score: the share of promoters (9–10) minus that of detractors (0–6), in points, among those who answered the question. A customer who skipped
 * it is in no denominator: counted in n, they would pull every score towards 0.
 *
 * Example: 50 promoters, 30 passives, 20 detractors → 100 × (50 − 20) ÷ 100 = 30, from 14.1 to 44.2.
 */
import { CUSTOMERS_AT_BEGINNING, IN_PERIOD, type KpiDefinition } from '#core/kpi/definition.ts'
import { type Interval, type Kpi, kpiOf } from '#core/kpi/kpi.ts'
import { bandsOf, type ScoreCount } from '#core/kpi/score-counts.ts'
import { adjustedWald } from '#core/kpi/statistics/adjusted-wald.ts'
import type { Estimate } from '#core/kpi/statistics/estimate.ts'

export const NPS: KpiDefinition = {
  name: { vi: 'Chỉ số khách hàng thiện cảm (NPS)', en: 'Net Promoter Score (NPS)' },
  numerator: {
    vi: 'số khách cho 9–10 điểm trừ số khách cho 0–6 điểm, lấy câu trả lời cuối cùng của mỗi khách',
    en: 'customers who gave 9–10 minus customers who gave 0–6, the last answer of each',
  },
  denominator: { vi: 'số khách đã trả lời câu hỏi 0–10', en: 'customers who answered the question from 0 to 10' },
  window: IN_PERIOD,
  formula: { vi: '100 × tử số ÷ mẫu số', en: '100 × numerator ÷ denominator' },
  byTier: CUSTOMERS_AT_BEGINNING,
  source: 'Reichheld 2003; interval: adjusted Wald, Rocks 2016 (arXiv:1601.07235)',
}

/** With its parts, which are shown beside it: one score comes of very different customers. */
export interface NpsKpi extends Kpi {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

export function nps(answers: readonly ScoreCount[]): NpsKpi {
  const { low: detractors, middle: passives, high: promoters, n } = bandsOf('nps', answers)
  const value = n === 0 ? null : (100 * (promoters - detractors)) / n
  const estimate = adjustedWald({ promoters, detractors, n })
  return {
    ...kpiOf({
      id: 'nps',
      unit: 'points',
      value,
      numerator: promoters - detractors,
      denominator: n,
      n,
      estimate,
      interval: estimate && value !== null ? shown(estimate, value) : null,
    }),
    promoters,
    passives,
    detractors,
  }
}

/** On the scale. A single promoter's interval ends at 98.5: it is widened to the score, so that none is shown outside its own interval. */
const shown = ({ low, high }: Estimate, value: number): Interval => ({
  low: Math.max(-100, Math.min(low, value)),
  high: Math.min(100, Math.max(high, value)),
  confidence: 0.95,
  method: 'adjusted-wald',
})

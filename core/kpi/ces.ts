/**
 * Customer effort, CES 2.0: how easy it was, from 1 to 7, where 7 is easiest. Told two ways: the mean, which moves with every answer, and the share of
 * 5 to 7, which says how many found it easy.
 *
 * Example: 2, 4, 5, 6, 7, 7 → mean 31 ÷ 6 = 5.17, ± 2.571 × 1.941 ÷ √6, from 3.13 to 7; easy: 4 of 6 = 66.7 %.
 */
import { CUSTOMERS_AT_BEGINNING, IN_PERIOD, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import { type Interval, type Kpi, kpiOf } from '#core/kpi/kpi.ts'
import { bandsOf, momentsOfScores, type ScoreCount } from '#core/kpi/score-counts.ts'
import { share } from '#core/kpi/share.ts'
import { tInterval } from '#core/kpi/statistics/mean.ts'
import { SCALES } from '#core/survey/scale.ts'

const ANSWERED = { vi: 'số khách đã trả lời câu hỏi 1–7', en: 'customers who answered the question from 1 to 7' }

export const CES_MEAN: KpiDefinition = {
  name: { vi: 'Mức độ dễ dàng, điểm trung bình (CES)', en: 'Customer effort, mean (CES)' },
  numerator: {
    vi: 'tổng điểm (7 là dễ nhất), lấy câu trả lời cuối cùng của mỗi khách',
    en: 'sum of the scores (7 is easiest), the last answer of each customer',
  },
  denominator: ANSWERED,
  window: IN_PERIOD,
  formula: SHARE,
  byTier: CUSTOMERS_AT_BEGINNING,
  source: 'CES 2.0 (CEB 2013); interval of the mean: Student 1908, NIST/SEMATECH e-Handbook 1.3.5.2',
}

export const CES_EASY: KpiDefinition = {
  name: { vi: 'Tỷ lệ khách thấy dễ dàng (CES 5–7)', en: 'Found it easy (CES 5–7)' },
  numerator: {
    vi: 'số khách cho 5–7 điểm, lấy câu trả lời cuối cùng của mỗi khách',
    en: 'customers who gave 5–7, the last answer of each',
  },
  denominator: ANSWERED,
  window: IN_PERIOD,
  formula: SHARE,
  byTier: CUSTOMERS_AT_BEGINNING,
  source: `bands 1–3, 4, 5–7 of HubSpot; ${WILSON_SOURCE}`,
}

export function cesMean(answers: readonly ScoreCount[]): Kpi {
  const moments = momentsOfScores('ces', answers)
  const { n, sum } = moments
  const estimate = tInterval(moments)
  const { lowest, highest } = SCALES.ces
  const interval: Interval | null = estimate && {
    low: Math.max(lowest, estimate.low),
    high: Math.min(highest, estimate.high),
    confidence: 0.95,
    method: 'student-t',
  }
  return kpiOf({
    id: 'ces-mean',
    unit: 'score',
    value: n === 0 ? null : sum / n,
    numerator: sum,
    denominator: n,
    n,
    estimate,
    interval,
  })
}

export function cesEasy(answers: readonly ScoreCount[]): Kpi {
  const { high, n } = bandsOf('ces', answers)
  return share('ces-easy', { numerator: high, denominator: n })
}

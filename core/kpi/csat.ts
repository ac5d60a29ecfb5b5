/**
 * Customer satisfaction: the share who chose one of the top two of five ("top-2-box").
 *
 * Example: 4 or 5 by 81 of 263 customers → 30.8 %, from 25.5 % to 36.6 %.
 */
import { CUSTOMERS_AT_BEGINNING, IN_PERIOD, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { bandsOf, type ScoreCount } from '#core/kpi/score-counts.ts'
import { share } from '#core/kpi/share.ts'

export const CSAT: KpiDefinition = {
  name: { vi: 'Tỷ lệ khách hàng hài lòng (CSAT)', en: 'Customer satisfaction (CSAT)' },
  numerator: {
    vi: 'số khách cho 4 hoặc 5 điểm, lấy câu trả lời cuối cùng của mỗi khách',
    en: 'customers who gave 4 or 5, the last answer of each',
  },
  denominator: { vi: 'số khách đã trả lời câu hỏi 1–5', en: 'customers who answered the question from 1 to 5' },
  window: IN_PERIOD,
  formula: SHARE,
  byTier: CUSTOMERS_AT_BEGINNING,
  source: `top-2-box of five; ${WILSON_SOURCE}`,
}

export function csat(answers: readonly ScoreCount[]): Kpi {
  const { high, n } = bandsOf('csat', answers)
  return share('csat', { numerator: high, denominator: n })
}

/**
 * Recovered detractors: of customers who gave 0–6 in the period and answered the same question again, how many then gave 7 or more. Who did not answer
 * again is in no denominator; n says how few that leaves.
 *
 * Example: 40 detractors, 15 answered again, 6 with 7 or more → 6 ÷ 15 = 40 %, from 19.8 % to 64.3 %.
 */
import { CUSTOMERS_AT_BEGINNING, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { type Looked, openWindow } from '#core/kpi/provisional.ts'
import { share } from '#core/kpi/share.ts'

/** A survey about the company as a whole rests 90 days between two askings, and stays open for up to 90: the next one has been answered by then. */
export const RECOVERY_DAYS = 180

export const RECOVERED_DETRACTORS: KpiDefinition = {
  name: { vi: 'Tỷ lệ khách chưa hài lòng đã hài lòng trở lại', en: 'Recovered detractors' },
  numerator: {
    vi: 'số khách trong mẫu số lần kế tiếp cho từ 7 điểm trở lên',
    en: 'customers of the denominator whose next score is 7 or more',
  },
  denominator: {
    vi: `số khách cho 0–6 điểm trong kỳ và trả lời lại trong ${RECOVERY_DAYS} ngày`,
    en: `customers who gave 0–6 in the period and answered again within ${RECOVERY_DAYS} days`,
  },
  window: { vi: `${RECOVERY_DAYS} ngày sau câu trả lời trong kỳ`, en: `${RECOVERY_DAYS} days after the answer of the period` },
  formula: SHARE,
  byTier: CUSTOMERS_AT_BEGINNING,
  source: `closing the loop on the NPS; ${WILSON_SOURCE}`,
}

export const recoveredDetractors = (
  { answeredAgain, recovered }: { readonly answeredAgain: number; readonly recovered: number },
  looked: Looked,
): Kpi =>
  share('recovered-detractors', {
    numerator: recovered,
    denominator: answeredAgain,
    provisional: openWindow(looked, RECOVERY_DAYS),
  })

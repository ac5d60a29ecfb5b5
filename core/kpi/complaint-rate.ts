/**
 * How many customers complained: customers, not complaints, so that one who complains three times is one. The provider's rate of mails marked as spam
 * is another figure with another name (core/kpi/delivery.ts).
 *
 * Example: 4,000 active customers, 12 of them complained → 0.3 %, or 3 in 1,000, from 0.17 % to 0.52 %.
 */
import { CUSTOMERS_AT_BEGINNING, IN_PERIOD, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { ACTIVITY_DAYS } from '#core/kpi/purchase-days.ts'
import { share } from '#core/kpi/share.ts'

export const COMPLAINT_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ khách hàng khiếu nại', en: 'Customer complaint rate' },
  numerator: {
    vi: 'số khách đã khiếu nại trong kỳ, mỗi khách tính một lần',
    en: 'customers who complained in the period, each once',
  },
  denominator: {
    vi: `số khách có mua trong ${ACTIVITY_DAYS} ngày đến cuối kỳ (hay cuối dữ liệu khi kỳ chưa hết), được chăm sóc hoặc khiếu nại trong kỳ; không tính kỳ không ai được chăm sóc và không ai khiếu nại`,
    en: `customers who bought within ${ACTIVITY_DAYS} days up to the end of the period (or of the data while it runs), were contacted in it or complained in it; none in a period in which nobody was contacted and nobody complained`,
  },
  window: IN_PERIOD,
  formula: SHARE,
  byTier: CUSTOMERS_AT_BEGINNING,
  source: `complaints by active customers; ${WILSON_SOURCE}`,
}

export const complaintRate = ({ active, complained }: { readonly active: number; readonly complained: number }): Kpi =>
  share('complaint-rate', { numerator: complained, denominator: active })

/**
 * Engagement: how many of the customers whom care contacted did something that a person does: answered a survey, wrote back, were spoken with on the
 * phone, or used their gift. Opens and clicks are none: programs open mails, and following them is sensitive data.
 *
 * Example: 1,000 customers contacted, 180 answered, 40 wrote back, 30 used their gift, 20 of them did two of these → 230 ÷ 1,000 = 23 %.
 */
import { CUSTOMERS_AT_BEGINNING, IN_PERIOD, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { share } from '#core/kpi/share.ts'

export const ENGAGEMENT: KpiDefinition = {
  name: { vi: 'Tỷ lệ gắn bó với khách hàng', en: 'Customer engagement' },
  numerator: {
    vi: 'số khách trong mẫu số đã trả lời khảo sát, viết thư lại, nói chuyện qua điện thoại hoặc dùng quà trong kỳ; mỗi khách tính một lần',
    en: 'customers of the denominator who answered a survey, wrote back, were spoken with or used a gift in the period; each once',
  },
  denominator: {
    vi: 'số khách được chăm sóc trong kỳ (thư không bị trả lại, hoặc đã nói chuyện), mỗi khách tính một lần',
    en: 'customers contacted in the period (a letter that did not come back, or a talk), each once',
  },
  window: IN_PERIOD,
  formula: SHARE,
  byTier: CUSTOMERS_AT_BEGINNING,
  source: `acts of persons alone, no opens and no clicks; ${WILSON_SOURCE}`,
}

/** Of distinct customers: who answered and wrote back is one. */
export const engagement = ({ contacted, engaged }: { readonly contacted: number; readonly engaged: number }): Kpi =>
  share('engagement', { numerator: engaged, denominator: contacted })

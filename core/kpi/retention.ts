/**
 * Do customers stay? Three figures, because a shop without contracts has no one answer.
 *
 * Cohort: of those who first bought in the period, who bought on another day within 30, 90, 180 or 365 days. Only customers whose first purchase is at
 * least so many days before the end are counted; until that holds for all of the period, the figure is that of its first days, and provisional. Example: 1,000 first bought in March; 400 of them by the
 * 10th, at least 30 days before the end of the data; 60 of the 400 came back within 30 days → 60 ÷ 400 = 15 %.
 *
 * Kept: (E − N) ÷ S, as for contracts: customers at the end without the new ones, by customers at the start, where a customer is who bought within the
 * last 365 days. Example: 2,000 active when the year began, 1,300 of them when it ended → 65 %.
 *
 * Active share: of all customers whom the company ever had by the end of a month, how many bought in it. In the month of a first purchase it is high by
 * itself.
 */
import { type KpiDefinition, SHARE, TIER_AT_BEGINNING, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { type Looked, openWindow } from '#core/kpi/provisional.ts'
import { ACTIVITY_DAYS, type Horizon } from '#core/kpi/purchase-days.ts'
import { share } from '#core/kpi/share.ts'

export const retentionDefinition = (horizon: Horizon): KpiDefinition => ({
  name: { vi: `Tỷ lệ duy trì khách hàng sau ${horizon} ngày`, en: `Retention at ${horizon} days` },
  numerator: {
    vi: `số khách trong mẫu số có mua vào một ngày khác, từ 1 đến ${horizon} ngày sau lần mua đầu tiên`,
    en: `customers of the denominator who bought on another day, 1 to ${horizon} days after the first`,
  },
  denominator: {
    vi: `số khách mua lần đầu trong kỳ, và lần đầu đó cách ngày cuối của dữ liệu ít nhất ${horizon} ngày`,
    en: `customers who first bought in the period, at least ${horizon} days before the end of the data`,
  },
  window: { vi: `${horizon} ngày sau lần mua đầu tiên`, en: `${horizon} days after the first purchase` },
  formula: SHARE,
  byTier: TIER_AT_BEGINNING,
  source: `cohort retention with a stated activity window; ${WILSON_SOURCE}`,
})

export const KEPT_CUSTOMERS: KpiDefinition = {
  name: { vi: 'Tỷ lệ giữ chân khách hàng', en: 'Customers kept' },
  numerator: {
    vi: 'số khách trong mẫu số vẫn đang mua vào ngày cuối kỳ, hay ngày cuối của dữ liệu khi kỳ chưa hết (khách cuối kỳ trừ khách mới)',
    en: 'customers of the denominator active on the last day of the period, or of the data while it runs (customers at the end minus new ones)',
  },
  denominator: {
    vi: `số khách đang mua vào ngày trước kỳ; khách đang mua là khách có mua trong ${ACTIVITY_DAYS} ngày gần nhất`,
    en: `customers active on the day before the period; active is who bought within the last ${ACTIVITY_DAYS} days`,
  },
  window: {
    vi: `trong kỳ, với ${ACTIVITY_DAYS} ngày để coi là đang mua`,
    en: `the period, with ${ACTIVITY_DAYS} days in which a customer is active`,
  },
  formula: { vi: '(E − N) ÷ S', en: '(E − N) ÷ S' },
  byTier: TIER_AT_BEGINNING,
  source: `customer retention rate (E − N) ÷ S; ${WILSON_SOURCE}`,
}

export const ACTIVE_SHARE: KpiDefinition = {
  name: { vi: 'Tỷ lệ khách có mua trong tháng', en: 'Monthly active share' },
  numerator: { vi: 'số khách có mua trong tháng', en: 'customers who bought in the month' },
  denominator: {
    vi: 'số khách mua lần đầu trước hoặc trong tháng',
    en: 'customers whose first purchase lies in the month or before it',
  },
  window: { vi: 'tháng dương lịch', en: 'the calendar month' },
  formula: SHARE,
  byTier: TIER_AT_BEGINNING,
  source: WILSON_SOURCE,
}

/** Numerator and denominator of a share. */
export interface Part {
  readonly part: number
  readonly whole: number
}

export const retention = (horizon: Horizon, { part, whole }: Part, looked: Looked): Kpi =>
  share(`retention-${horizon}`, { numerator: part, denominator: whole, provisional: openWindow(looked, horizon) })

export const keptCustomers = ({ part, whole }: Part): Kpi => share('kept-customers', { numerator: part, denominator: whole })

export const activeShare = ({ part, whole }: Part): Kpi => share('active-share', { numerator: part, denominator: whole })

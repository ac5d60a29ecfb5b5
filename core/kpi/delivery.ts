/**
 * What became of the mails, by the provider's latest report on each. Three figures: what arrived, what came back, and what was marked as spam by its
 * receiver: the last is the rate by which a provider judges a sender, and has nothing to do with customers who complain.
 *
 * Example: 10,000 sent; 9,770 delivered, 3 of them marked as spam, 200 bounced, the rest rejected, delayed or without a report →
 * delivered 97.7 %, bounced 2 %, spam 3 ÷ 9,770 = 0.031 %.
 */
import { type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { type Looked, openWindow } from '#core/kpi/provisional.ts'
import { share } from '#core/kpi/share.ts'
import type { Delivery } from '#core/planning/touch.ts'

/** A provider tries for up to 14 hours; mails that come back late, and marks of spam, follow in the days after. The company's own choice. */
const REPORT_DAYS = 7
const WINDOW = {
  vi: `thư gửi trong kỳ, và ${REPORT_DAYS} ngày sau đó để có báo cáo`,
  en: `mails of the period, and ${REPORT_DAYS} days after it for reports`,
}
const SENT = { vi: 'số thư nhà cung cấp đã nhận gửi', en: 'mails that the provider took' }

export const DELIVERED: KpiDefinition = {
  name: { vi: 'Tỷ lệ thư đến nơi', en: 'Delivered' },
  numerator: {
    vi: 'số thư được báo là đã đến, kể cả thư sau đó bị đánh dấu là thư rác',
    en: 'mails reported as delivered, those that were marked as spam afterwards included',
  },
  denominator: SENT,
  window: WINDOW,
  formula: SHARE,
  source: `the provider's delivery events; ${WILSON_SOURCE}`,
}

export const BOUNCED: KpiDefinition = {
  name: { vi: 'Tỷ lệ thư bị trả lại', en: 'Bounced' },
  numerator: { vi: 'số thư bị trả lại', en: 'mails that bounced' },
  denominator: SENT,
  window: WINDOW,
  formula: SHARE,
  source: `the provider reviews a sender at 5 %; ${WILSON_SOURCE}`,
}

export const SPAM_COMPLAINT_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ thư bị báo là thư rác', en: 'Spam complaint rate' },
  numerator: { vi: 'số thư bị người nhận đánh dấu là thư rác', en: 'mails that their receiver marked as spam' },
  denominator: { vi: 'số thư đã đến nơi', en: 'mails that were delivered' },
  window: WINDOW,
  formula: SHARE,
  source: `feedback loops; mailbox providers ask for less than 0.1 %; ${WILSON_SOURCE}`,
}

/** How many sent mails stand in each state; unreported: no report has come. */
export type DeliveryCounts = Readonly<Record<Delivery['state'] | 'unreported', number>>

export const delivered = (counts: DeliveryCounts, looked: Looked): Kpi =>
  share('delivered', { numerator: arrived(counts), denominator: sent(counts), provisional: openWindow(looked, REPORT_DAYS) })

export const bounced = (counts: DeliveryCounts, looked: Looked): Kpi =>
  share('bounced', { numerator: counts.bounced, denominator: sent(counts), provisional: openWindow(looked, REPORT_DAYS) })

export const spamComplaintRate = (counts: DeliveryCounts, looked: Looked): Kpi =>
  share('spam-complaint-rate', {
    numerator: counts.complained,
    denominator: arrived(counts),
    provisional: openWindow(looked, REPORT_DAYS),
  })

/** Who marks a mail as spam has it. */
const arrived = (counts: DeliveryCounts): number => counts.delivered + counts.complained

const sent = (counts: DeliveryCounts): number =>
  arrived(counts) + counts.bounced + counts.rejected + counts.delayed + counts.unreported

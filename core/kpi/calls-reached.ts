/**
 * Calls reached: of the calls that staff had to make, how many ended with the customer spoken with. Nothing else is a contact. A call whose days passed
 * counts as not reached, because no agent rang; a call whose campaign was cancelled is in no denominator.
 *
 * Example: 100 ended: 62 reached, 20 exhausted, 3 refused, 5 wrong number, 1 stopped, 4 expired, 5 cancelled → 62 ÷ 95 = 65.3 %.
 */
import { IN_PERIOD, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { share } from '#core/kpi/share.ts'
import { CALL_ENDS, type CallEnd } from '#core/work/disposition.ts'

export const CALLS_REACHED: KpiDefinition = {
  name: { vi: 'Tỷ lệ gọi gặp khách', en: 'Calls reached' },
  numerator: { vi: 'số việc gọi kết thúc vì đã nói chuyện với khách', en: 'calls that ended with the customer spoken with' },
  denominator: {
    vi: 'số việc gọi kết thúc trong kỳ, trừ việc của chiến dịch đã hủy và việc không cần gặp khách',
    en: 'calls that ended in the period, without those of cancelled campaigns and those in which no customer had to be reached',
  },
  window: IN_PERIOD,
  formula: SHARE,
  source: `right-party contact rate of call centres; ${WILSON_SOURCE}`,
}

/** By how each call ended. */
export const callsReached = (ended: Readonly<Record<CallEnd, number>>): Kpi =>
  share('calls-reached', {
    numerator: ended.reached,
    denominator: CALL_ENDS.reduce((sum, end) => (end === 'cancelled' ? sum : sum + ended[end]), 0),
  })

/**
 * The hotline: how many callers no agent answered, and how many of these were rung back in time. A caller is a number on a day, as for the desk
 * (core/work/missed-call.ts): who rings five times in vain within an hour is one.
 *
 * Example: 300 callers, 24 of them missed → 8 %; 24 to ring back, one of them not due yet, 20 in time → 20 ÷ 23 = 87 %.
 */
import { IN_PERIOD, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { waitingFor } from '#core/kpi/provisional.ts'
import { share } from '#core/kpi/share.ts'

export const HOTLINE_MISSED: KpiDefinition = {
  name: { vi: 'Tỷ lệ gọi nhỡ tổng đài', en: 'Hotline calls missed' },
  numerator: {
    vi: 'số người gọi bị nhỡ mà sau đó trong ngày không gọi lại được',
    en: 'callers of the denominator who rang in vain and did not get through later on that day',
  },
  denominator: {
    vi: 'số người gọi đến tổng đài, mỗi số điện thoại mỗi ngày tính một lần',
    en: 'callers of the hotline: each number once a day',
  },
  window: IN_PERIOD,
  formula: SHARE,
  source: `abandoned calls, by caller; ${WILSON_SOURCE}`,
}

export const HOTLINE_RETURNED: KpiDefinition = {
  name: { vi: 'Tỷ lệ gọi lại cuộc nhỡ đúng hạn', en: 'Missed hotline calls returned' },
  numerator: {
    vi: 'số người được gọi lại trong hạn: một giờ trong giờ làm việc',
    en: 'callers of the denominator who were rung back in time: within an hour of working time',
  },
  denominator: {
    vi: 'số người gọi nhỡ đã được gọi lại hoặc đã quá hạn gọi lại',
    en: 'missed callers who were rung back, or whose time for it is over',
  },
  window: { vi: 'cuộc nhỡ trong kỳ, tính đến hạn gọi lại', en: 'missed calls of the period, until each is due' },
  formula: SHARE,
  source: `the desk's own deadline (core/work/deadlines.ts); ${WILSON_SOURCE}`,
}

export const hotlineMissed = ({ callers, missed }: { readonly callers: number; readonly missed: number }): Kpi =>
  share('hotline-missed', { numerator: missed, denominator: callers })

/** `notDue`: not rung back, and there is still time. */
export const hotlineReturned = ({
  missed,
  inTime,
  notDue,
}: {
  readonly missed: number
  readonly inTime: number
  readonly notDue: number
}): Kpi => share('hotline-returned', { numerator: inTime, denominator: missed - notDue, provisional: waitingFor(notDue) })

/**
 * What cases tell of the desk: how many went up and came down again, how many were called less grave, how many had to be opened again, and how many come
 * from a customer who was here with the same before.
 *
 * Example: 50 cases opened, 6 of them escalated → 12 %; of the 6, 4 handed back down → 66.7 %; of the 50, 3 called less grave by staff → 6 %; 40 closed,
 * 3 reopened within 7 days → 7.5 %; of 48 with a category, 4 by customers who had come with the same at most 30 days before → 8.3 %.
 */
import { BACK_ANYWHERE, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import { REPEAT_DAYS } from '#core/kpi/first-contact-resolution.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { type Looked, openWindow, waitingFor } from '#core/kpi/provisional.ts'
import { share } from '#core/kpi/share.ts'

const OPEN_UNTIL_CLOSED = {
  vi: 'vụ việc mở trong kỳ, tính đến khi đóng',
  en: 'cases opened in the period, until they are closed',
}
const OPENED = { vi: 'số vụ việc mở trong kỳ', en: 'cases opened in the period' }

export const ESCALATION_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ báo lên trên', en: 'Escalation rate' },
  numerator: {
    vi: 'số vụ việc trong mẫu số đã được báo lên trên ít nhất một lần',
    en: 'cases of the denominator that were escalated at least once',
  },
  denominator: OPENED,
  window: OPEN_UNTIL_CLOSED,
  formula: SHARE,
  source: WILSON_SOURCE,
}

export const HANDED_BACK_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ giao lại cho người phụ trách', en: 'Handed back down' },
  numerator: {
    vi: 'số vụ việc trong mẫu số đã được giao lại cho người phụ trách',
    en: 'cases of the denominator that were handed back down at least once',
  },
  denominator: {
    vi: 'số vụ việc mở trong kỳ đã được báo lên trên ít nhất một lần',
    en: 'cases opened in the period that were escalated at least once',
  },
  window: OPEN_UNTIL_CLOSED,
  formula: SHARE,
  source: WILSON_SOURCE,
}

/** A severity may be lowered to beat a clock: it asks for a reason, and shows here. */
export const SEVERITY_LOWERED_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ vụ việc bị hạ mức', en: 'Severity lowered by hand' },
  numerator: {
    vi: 'số vụ việc mà nhân viên đã đổi xuống mức nhẹ hơn, hoặc ghi là điều nhẹ hơn, ít nhất một lần',
    en: 'cases of the denominator that staff called less grave, or described as something less grave, at least once',
  },
  denominator: OPENED,
  window: OPEN_UNTIL_CLOSED,
  formula: SHARE,
  source: WILSON_SOURCE,
}

export const REOPEN_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ mở lại', en: 'Reopen rate' },
  numerator: {
    vi: `số vụ việc phải mở lại trong ${REPEAT_DAYS} ngày sau khi đóng`,
    en: `cases of the denominator that were reopened within ${REPEAT_DAYS} days`,
  },
  denominator: { vi: 'số vụ việc đóng trong kỳ', en: 'cases closed in the period' },
  window: {
    vi: `vụ việc đóng trong kỳ, và ${REPEAT_DAYS} ngày sau đó`,
    en: `cases closed in the period, and the ${REPEAT_DAYS} days after`,
  },
  formula: SHARE,
  source: WILSON_SOURCE,
}

export const REPEAT_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ lặp lại', en: 'Repeat rate' },
  numerator: {
    vi: 'số vụ việc mà khách đã đến với một vụ việc cùng loại trong số ngày ghi ở `repeatWithinDays` (30 ngày nếu không ghi) trước đó',
    en: 'cases of the denominator whose customer had come with one of the same category within the days of `repeatWithinDays` (30 unless set) before',
  },
  denominator: { vi: 'số vụ việc mở trong kỳ đã có loại', en: 'cases opened in the period that have a category' },
  window: {
    vi: 'trong kỳ, và số ngày ấy trước đó; loại có thể được ghi sau',
    en: 'in the period, and those days before it; a category may be told later',
  },
  formula: SHARE,
  byTier: BACK_ANYWHERE,
  source: WILSON_SOURCE,
}

/** `undecided`: neither closed nor escalated yet. */
export const escalationRate = ({
  opened,
  escalated,
  undecided,
}: {
  readonly opened: number
  readonly escalated: number
  readonly undecided: number
}): Kpi => share('escalation-rate', { numerator: escalated, denominator: opened, provisional: waitingFor(undecided) })

/** `undecided`: escalated, open, and not handed back yet. */
export const handedBackRate = ({
  escalated,
  handedBack,
  undecided,
}: {
  readonly escalated: number
  readonly handedBack: number
  readonly undecided: number
}): Kpi => share('handed-back-rate', { numerator: handedBack, denominator: escalated, provisional: waitingFor(undecided) })

/** `undecided`: open, and as grave as ever. */
export const severityLoweredRate = ({
  opened,
  lowered,
  undecided,
}: {
  readonly opened: number
  readonly lowered: number
  readonly undecided: number
}): Kpi => share('severity-lowered-rate', { numerator: lowered, denominator: opened, provisional: waitingFor(undecided) })

export const reopenRate = ({ closed, reopened }: { readonly closed: number; readonly reopened: number }, looked: Looked): Kpi =>
  share('reopen-rate', { numerator: reopened, denominator: closed, provisional: openWindow(looked, REPEAT_DAYS) })

export const repeatRate = ({ opened, repeats }: { readonly opened: number; readonly repeats: number }): Kpi =>
  share('repeat-rate', { numerator: repeats, denominator: opened })

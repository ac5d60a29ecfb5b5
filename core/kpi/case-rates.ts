/**
 * What cases tell of the desk: how many went up to a lead, how many had to be opened again, and how many come from a customer who was here with the
 * same before.
 *
 * Example: 50 cases opened, 6 of them escalated → 12 %; 40 closed, 3 reopened within 7 days → 7.5 %; of the 50, 4 by customers who had a case of the
 * same kind closed at most 7 days before → 8 %.
 */
import { IN_PERIOD, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import { REPEAT_DAYS } from '#core/kpi/first-contact-resolution.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { type Looked, openWindow, waitingFor } from '#core/kpi/provisional.ts'
import { share } from '#core/kpi/share.ts'

const OPENED = { vi: 'số vụ việc mở trong kỳ', en: 'cases opened in the period' }

export const ESCALATION_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ chuyển lên cấp trên', en: 'Escalation rate' },
  numerator: {
    vi: 'số vụ việc đã chuyển lên cấp trên ít nhất một lần',
    en: 'cases of the denominator that were escalated at least once',
  },
  denominator: OPENED,
  window: { vi: 'vụ việc mở trong kỳ, tính đến khi đóng', en: 'cases opened in the period, until they are closed' },
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
    vi: `số vụ việc mà khách có một vụ việc cùng loại đóng trong ${REPEAT_DAYS} ngày trước đó`,
    en: `cases of the denominator whose customer had a case of the same kind closed within the ${REPEAT_DAYS} days before`,
  },
  denominator: OPENED,
  window: IN_PERIOD,
  formula: SHARE,
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

export const reopenRate = ({ closed, reopened }: { readonly closed: number; readonly reopened: number }, looked: Looked): Kpi =>
  share('reopen-rate', { numerator: reopened, denominator: closed, provisional: openWindow(looked, REPEAT_DAYS) })

export const repeatRate = ({ opened, repeats }: { readonly opened: number; readonly repeats: number }): Kpi =>
  share('repeat-rate', { numerator: repeats, denominator: opened })

/**
 * First-contact resolution, three ways side by side, because each sees what the others miss: what staff say, what the customer says, and whether the
 * customer came back. The customer's view is the reference. All three can change until the repeat window has passed. For calls alone the same functions
 * are given the counts of calls.
 *
 * Example: 200 resolved; staff mark 170 as resolved at first contact → 85 %; of 60 customers who were asked "was it solved?" and answered 45 say yes
 * → 75 %; 156 of the 200 did not come back within 7 days → 78 %.
 */
import { BACK_ANYWHERE, CUSTOMERS_AT_BEGINNING, type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { type Looked, openWindow } from '#core/kpi/provisional.ts'
import { bandsOf, type ScoreCount } from '#core/kpi/score-counts.ts'
import { share } from '#core/kpi/share.ts'

/** A customer who comes back later has a new issue: 7 days are typical of call centres (Call Centre Helper). */
export const REPEAT_DAYS = 7
const WINDOW = {
  vi: `việc giải quyết xong trong kỳ, và ${REPEAT_DAYS} ngày sau đó`,
  en: `issues resolved in the period, and the ${REPEAT_DAYS} days after`,
}

export const FCR_STAFF: KpiDefinition = {
  name: { vi: 'Giải quyết ngay từ lần đầu, theo nhân viên (FCR)', en: 'First-contact resolution, as staff say (FCR)' },
  numerator: {
    vi: 'số việc mà ở lần đóng sau cùng nhân viên ghi là giải quyết ngay từ lần liên hệ đầu',
    en: 'issues that staff marked as resolved at the first contact when they closed them last',
  },
  denominator: {
    vi: 'số việc giải quyết xong mà khi đóng nhân viên có ghi giải quyết ngay từ lần đầu hay không',
    en: 'resolved issues that staff marked either way when they closed them, the last time or before',
  },
  window: WINDOW,
  formula: SHARE,
  source: `Medallia: FCR; ${WILSON_SOURCE}`,
}

export const FCR_CUSTOMER: KpiDefinition = {
  name: { vi: 'Giải quyết ngay từ lần đầu, theo khách hàng (FCR)', en: 'First-contact resolution, as customers say (FCR)' },
  numerator: { vi: 'số khách trả lời "đã được giải quyết"', en: 'customers who answered "solved"' },
  denominator: {
    vi: 'số khách đã trả lời câu hỏi "việc của quý khách đã được giải quyết chưa?"',
    en: 'customers who answered the question "was it solved?"',
  },
  window: WINDOW,
  formula: SHARE,
  byTier: CUSTOMERS_AT_BEGINNING,
  source: `Medallia: FCR; the reference of the three; ${WILSON_SOURCE}`,
}

export const FCR_NO_REPEAT: KpiDefinition = {
  name: { vi: 'Giải quyết ngay từ lần đầu, không liên hệ lại (FCR)', en: 'First-contact resolution, no repeat (FCR)' },
  numerator: {
    vi: `số việc của mẫu số mà trong ${REPEAT_DAYS} ngày sau khi đóng không được mở lại, và khách không có việc nào khác cùng loại`,
    en: `issues of the denominator that were not opened again, and whose customer had no other of the same kind opened, within ${REPEAT_DAYS} days after`,
  },
  denominator: {
    vi: 'số việc của khách đã biết, đóng trong kỳ: khiếu nại, yêu cầu, câu hỏi, thư cần đọc, điểm thấp, cuộc gọi nhỡ',
    en: 'issues of known customers closed in the period: complaints, requests, questions, mails to read, low scores, missed calls',
  },
  window: WINDOW,
  formula: SHARE,
  byTier: BACK_ANYWHERE,
  source: `repeat window of ${REPEAT_DAYS} days, Call Centre Helper; ${WILSON_SOURCE}`,
}

export const fcrStaff = ({ marked, atFirst }: { readonly marked: number; readonly atFirst: number }, looked: Looked): Kpi =>
  share('fcr-staff', { numerator: atFirst, denominator: marked, provisional: openWindow(looked, REPEAT_DAYS) })

export function fcrCustomer(answers: readonly ScoreCount[], looked: Looked): Kpi {
  const { high, n } = bandsOf('fcr', answers)
  return share('fcr-customer', { numerator: high, denominator: n, provisional: openWindow(looked, REPEAT_DAYS) })
}

export const fcrNoRepeat = (
  { resolved, withoutRepeat }: { readonly resolved: number; readonly withoutRepeat: number },
  looked: Looked,
): Kpi =>
  share('fcr-no-repeat', { numerator: withoutRepeat, denominator: resolved, provisional: openWindow(looked, REPEAT_DAYS) })

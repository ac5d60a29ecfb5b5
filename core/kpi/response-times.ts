/**
 * How long customers wait: for a first response, for a proposal, for the resolution. The median is what half of them do not wait longer than, the 90th
 * percentile what the unlucky tenth does. A mean is not told: one forgotten case would hide the rest.
 *
 * Minutes by the clock, nights and days off included: it is the customer who waits. Who waits still counts as waiting longest; else a desk that answers
 * the easy cases alone would look fast.
 *
 * Example: answered after 5, 10, 20, 40, 60, 90, 120, 300 and 600 minutes, one still waits → of ten the fifth, median 60; 90th percentile 600.
 */
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { KpiDefinition } from '#core/kpi/definition.ts'
import { type Kpi, kpiOf } from '#core/kpi/kpi.ts'
import { waitingFor } from '#core/kpi/provisional.ts'
import { type Percent, quantileOf } from '#core/kpi/statistics/quantile.ts'
import { epochMsOf, type Instant, MINUTE_MS } from '#core/time/instant.ts'

export type WaitedFor = 'first-response' | 'proposal' | 'resolution'

const NAMES: Readonly<Record<WaitedFor, LocalizedText>> = {
  'first-response': { vi: 'Thời gian phản hồi đầu tiên', en: 'Time to first response' },
  proposal: { vi: 'Thời gian đưa ra phương án', en: 'Time to first proposal' },
  resolution: { vi: 'Thời gian giải quyết xong', en: 'Time to resolution' },
}
const UNTIL: Readonly<Record<WaitedFor, LocalizedText>> = {
  'first-response': {
    vi: 'khi nhân viên gọi hay viết cho khách lần đầu, đề xuất phương án hoặc đóng việc',
    en: 'staff first ring or write to the customer, propose something, or it is closed',
  },
  proposal: {
    vi: 'khi khách được đề xuất phương án đầu tiên, hoặc vụ việc được đóng',
    en: 'the customer is told the first proposal, or it is closed',
  },
  resolution: { vi: 'khi việc được đóng, lần cuối nếu có mở lại', en: 'it is closed, for the last time if it was reopened' },
}
const ALL_WAITED_FOR = {
  vi: 'n là số việc khách đang chờ, mở trong kỳ: khiếu nại, yêu cầu, câu hỏi, thư cần đọc, yêu cầu về dữ liệu, cuộc gọi nhỡ',
  en: 'n is what customers wait for, opened in the period: complaints, requests, questions, mails to read, requests about data, missed calls',
}
const OF: Readonly<Record<WaitedFor, LocalizedText>> = {
  'first-response': ALL_WAITED_FOR,
  proposal: {
    vi: 'n là số vụ việc khách đang chờ, mở trong kỳ: khiếu nại, yêu cầu, câu hỏi, thư cần đọc',
    en: 'n is the cases that customers wait for, opened in the period: complaints, requests, questions, mails to read',
  },
  resolution: ALL_WAITED_FOR,
}
const QUANTILES: Readonly<Record<Percent, { name: LocalizedText; formula: LocalizedText }>> = {
  50: {
    name: { vi: 'trung vị', en: 'median' },
    formula: { vi: 'giá trị ở hạng ⌈0,5 n⌉ từ nhỏ đến lớn', en: 'the value of rank ⌈0.5 n⌉ from the smallest' },
  },
  90: {
    name: { vi: 'phân vị 90', en: '90th percentile' },
    formula: { vi: 'giá trị ở hạng ⌈0,9 n⌉ từ nhỏ đến lớn', en: 'the value of rank ⌈0.9 n⌉ from the smallest' },
  },
}

export const responseTimeDefinition = (waitedFor: WaitedFor, percent: Percent): KpiDefinition => ({
  name: {
    vi: `${NAMES[waitedFor].vi}, ${QUANTILES[percent].name.vi}`,
    en: `${NAMES[waitedFor].en}, ${QUANTILES[percent].name.en}`,
  },
  numerator: {
    vi: `số phút theo đồng hồ từ khi mở việc đến ${UNTIL[waitedFor].vi}; việc còn chờ xếp sau cùng`,
    en: `minutes by the clock from opening until ${UNTIL[waitedFor].en}; what still waits is ordered last`,
  },
  denominator: OF[waitedFor],
  window: {
    vi: 'việc mở trong kỳ, tính đến khi không còn việc nào chờ',
    en: 'work opened in the period, until none of it waits',
  },
  formula: QUANTILES[percent].formula,
  source: 'nearest rank: Hyndman and Fan 1996, definition 1; interval: ranks of Campbell and Gardner 1988',
})

/** Whole minutes that have passed: 59 seconds are none. */
export const minutesWaited = (from: Instant, to: Instant): number => Math.floor((epochMsOf(to) - epochMsOf(from)) / MINUTE_MS)

export interface Waits {
  /** Of what has come to its end. */
  readonly minutes: readonly number[]
  /** How many still wait. */
  readonly waiting: number
}

export const median = (waitedFor: WaitedFor, waits: Waits): Kpi => quantileKpi(`${waitedFor}-median`, 50, waits)

export const ninetiethPercentile = (waitedFor: WaitedFor, waits: Waits): Kpi => quantileKpi(`${waitedFor}-p90`, 90, waits)

function quantileKpi(id: Kpi['id'], percent: Percent, { minutes, waiting }: Waits): Kpi {
  const { value, estimate } = quantileOf(minutes, { percent, waiting })
  return kpiOf({
    id,
    unit: 'minutes',
    value,
    n: minutes.length + waiting,
    estimate,
    interval: estimate && { low: estimate.low, high: estimate.high, confidence: 0.95, method: 'ranks' },
    provisional: waitingFor(waiting),
  })
}

/** The tables of what reached the desk and what it did: work, mails, calls, promises. */
import { PROMISE_FATES } from '#core/kpi/counting/desk-count.ts'
import { REPLY_KINDS } from '#core/reply/reply.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { sumOf } from '#core/report/sums.ts'
import { CALL_ENDS, DISPOSITIONS } from '#core/work/disposition.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { ChartReader } from '#web/staff/report/chart.ts'
import { count, type ReportTable } from '#web/staff/report/report-table.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import type { TableCell } from '#web/staff/report/table-cell.ts'
import { CALL_END_WORDS, DISPOSITION_SHORT } from '#web/words/calls.ts'
import { DESK_COUNT_WORDS } from '#web/words/desk-counts.ts'
import { REPLY_WORDS } from '#web/words/replies.ts'
import { WORK_WORDS } from '#web/words/work.ts'

export function workTable({ breakdown: { opened, closed } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  return {
    name: 'work',
    title: words.complaints,
    headings: words.workColumns,
    rows: WORK_REASONS.filter((reason) => opened[reason] || closed[reason]).map((reason) => [
      WORK_WORDS[locale][reason],
      count(opened[reason] ?? 0, locale),
      count(closed[reason] ?? 0, locale),
    ]),
  }
}

export const countRows = <Name extends string>(
  names: readonly Name[],
  counts: Readonly<Partial<Record<string, number>>>,
  { words, locale }: { readonly words: (name: Name) => string; readonly locale: PageLocale },
): readonly (readonly TableCell[])[] =>
  names.flatMap((name) => (counts[name] ? [[words(name), count(counts[name], locale)]] : []))

export function repliesTable({ breakdown: { replies } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  const rows = countRows(REPLY_KINDS, replies, { words: (kind) => REPLY_WORDS[locale][kind], locale })
  return { name: 'replies', title: words.replies, headings: words.replyColumns, rows }
}

export function callsTable({ breakdown: { calls } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  const rows = countRows(CALL_ENDS, calls, { words: (end) => CALL_END_WORDS[locale][end], locale })
  return { name: 'calls', title: words.desk, headings: words.callColumns, rows }
}

export function dispositionsTable({ breakdown: { dispositions } }: ReportView, { locale }: ChartReader): ReportTable {
  const [title = '', times = ''] = REPORT_WORDS[locale].dispositionColumns
  const rows = countRows(DISPOSITIONS, dispositions, { words: (one) => DISPOSITION_SHORT[locale][one], locale })
  return { name: 'dispositions', title, headings: [title, times], rows }
}

export function promisesTable({ breakdown: { promises } }: ReportView, { locale }: ChartReader): ReportTable {
  const words = REPORT_WORDS[locale]
  const { fates } = DESK_COUNT_WORDS[locale]
  const rows = countRows(PROMISE_FATES, promises, { words: (fate) => fates[fate], locale })
  return { name: 'promises', title: words.promises, headings: words.promiseColumns, rows: sumOf(promises) > 0 ? rows : [] }
}

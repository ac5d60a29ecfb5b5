/** What became of a form of the report, as the address of the next page says it. */
import { REPORT_ACT_WORDS, type ReportSaid } from '#web/staff/report/report-act-words.ts'

/** Null for a word that is none of these. */
export const saidIn = (word: string | undefined): ReportSaid | null =>
  (Object.keys(REPORT_ACT_WORDS.vi.said) as readonly ReportSaid[]).find((one) => one === word) ?? null

/** The report at the end of a team's day: a table of who did what, and what must not be forgotten, each with its link. */
import type { LocalDate } from '#core/time/local-date.ts'
import type { AgentsDay } from '#core/work/day-list/day-report.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { callsPath } from '#web/staff/calls/calls-shown.ts'
import { type ReportBody, reportHtml, reportText } from '#web/staff/mails/report-mail-body.ts'
import { REPORT_MAIL_WORDS } from '#web/staff/mails/report-mail-words.ts'

/** One piece of work in a line of the report. */
export interface ReportLine {
  /** Null where the customer is not known. */
  readonly customer: string | null
  readonly reason: string
  /** When it was due or agreed, or who closed it; in words. */
  readonly beside: string
  readonly link: string | null
}

export const REPORT_SECTIONS = ['broken', 'overdue', 'coming', 'withoutNote'] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

export interface ReportMail {
  readonly locale: PageLocale
  readonly company: string
  readonly team: string
  readonly date: LocalDate
  readonly nextDay: LocalDate
  /** `name` null: given to no member of the team. */
  readonly agents: readonly (Omit<AgentsDay, 'address'> & { readonly name: string | null })[]
  readonly sections: Readonly<Record<ReportSection, readonly ReportLine[]>>
  readonly staffUrl: string | null
}

/** A lead reads it on the way home: what is more stands on the pages. */
const MOST_OF_SECTION = 20

export function reportMail(mail: ReportMail): { readonly subject: string; readonly html: string; readonly text: string } {
  const { locale, company, team, date, nextDay, agents, sections, staffUrl } = mail
  const words = REPORT_MAIL_WORDS[locale]
  const title = headerSafe(words.subject(shortDate(date, locale), team)).text
  const rows = agents.map(({ name, ...counts }) => rowOf(name ?? words.notGiven, counts))
  const body: ReportBody = {
    locale,
    company,
    title,
    rows: agents.length > 1 ? [...rows, rowOf(words.all, summed(agents))] : rows,
    sections: REPORT_SECTIONS.filter((name) => sections[name].length > 0).map((name) => ({
      heading: words.sections[name](sections[name].length, shortDate(nextDay, locale)),
      isTrouble: name !== 'coming',
      lines: sections[name].slice(0, MOST_OF_SECTION).map((line) => ({ ...line, customer: line.customer ?? words.stranger })),
      more: Math.max(0, sections[name].length - MOST_OF_SECTION),
    })),
    page: staffUrl === null ? null : `${staffUrl}${callsPath({})}`,
  }
  return { subject: title, html: reportHtml(body), text: reportText(body) }
}

type Counts = Omit<AgentsDay, 'address'>

const rowOf = (name: string, { given, rung, reached, callBacks, left }: Counts) => ({
  name,
  given,
  rung,
  reached,
  callBacks,
  left,
})

const summed = (agents: readonly Counts[]): Counts => ({
  given: agents.reduce((sum, { given }) => sum + given, 0),
  rung: agents.reduce((sum, { rung }) => sum + rung, 0),
  reached: agents.reduce((sum, { reached }) => sum + reached, 0),
  callBacks: agents.reduce((sum, { callBacks }) => sum + callBacks, 0),
  left: agents.reduce((sum, { left }) => sum + left, 0),
})

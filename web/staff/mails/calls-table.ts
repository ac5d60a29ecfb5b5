/** The files of a mail about a list of calls, as a table of texts. */
import type { LocalDate } from '#core/time/local-date.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { CallInMail } from '#web/staff/mails/call-in-mail.ts'
import { CALLS_MAIL_WORDS } from '#web/staff/mails/calls-mail-words.ts'

interface TableOfCalls {
  readonly calls: readonly CallInMail[]
  readonly date: LocalDate
  readonly locale: PageLocale
  /** The lead's files say who rings. */
  readonly withAgents: boolean
}

/** `file`: its name without what says the format. */
export function callsTable({ calls, date, locale, withAgents }: TableOfCalls) {
  const { columns, file, sheet } = CALLS_MAIL_WORDS[locale]
  const shown = COLUMNS.filter(
    ([name]) => (name !== 'agent' || withAgents) && (name !== 'link' || calls.some(({ link }) => link !== null)),
  )
  return {
    file: `${file}-${date}`,
    title: sheet(date),
    headings: shown.map(([name]) => columns[name]),
    rows: calls.map((call) => shown.map(([, cellOf]) => cellOf(call))),
  }
}

/** Between people who share a number: no sign by which a spreadsheet parts columns. */
const AND = ' / '

const COLUMNS: readonly (readonly [keyof (typeof CALLS_MAIL_WORDS)['vi']['columns'], (call: CallInMail) => string])[] = [
  ['rank', ({ place }) => place],
  ['agent', ({ agent }) => agent ?? ''],
  ['form', ({ people }) => people.map(({ form }) => form).join(AND)],
  ['name', ({ people }) => people.map(({ fullName }) => fullName).join(AND)],
  ['phone', ({ people }) => [...new Set(people.map(({ phone, readable }) => (phone === null ? '' : readable)))].join(AND)],
  ['reasons', ({ reasons }) => reasons],
  ['promise', ({ promise }) => promise],
  ['due', ({ due }) => due],
  ['why', ({ why }) => why],
  ['link', ({ link }) => link ?? ''],
]

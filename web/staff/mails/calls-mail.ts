/** The mail about a list of calls: what it says beside its lines, and which of the lines stand in it. */
import type { LocalDate } from '#core/time/local-date.ts'
import type { ListMailKind } from '#core/work/day-list/mails-due.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { callsPath } from '#web/staff/calls/calls-shown.ts'
import type { CallInMail } from '#web/staff/mails/call-in-mail.ts'
import type { CallsMailBody } from '#web/staff/mails/calls-mail-body.ts'
import { callsMailHtml } from '#web/staff/mails/calls-mail-html.ts'
import { callsMailText } from '#web/staff/mails/calls-mail-text.ts'
import { CALLS_MAIL_WORDS } from '#web/staff/mails/calls-mail-words.ts'

export interface CallsMail {
  readonly kind: ListMailKind
  readonly team: string
  readonly date: LocalDate
  readonly locale: PageLocale
  readonly company: string
  /** At least one, in the order of ringing. */
  readonly calls: readonly CallInMail[]
  /** What did not fit into the list at all. */
  readonly beyond: number
  readonly isNobodyOnShift: boolean
  /** False where they would be too large for a mail. */
  readonly hasFiles: boolean
  readonly staffUrl: string | null
}

/** Gmail cuts a mail off beyond 102 kB; a line takes some 700 bytes in HTML. */
export const MOST_IN_BODY = 100

export function callsMail(mail: CallsMail): { readonly subject: string; readonly html: string; readonly text: string } {
  const { kind, team, date, locale, company, calls, staffUrl } = mail
  const words = CALLS_MAIL_WORDS[locale]
  const title = headerSafe(words.subject[kind](calls.length, shortDate(date, locale), team)).text
  const shown = calls.slice(0, MOST_IN_BODY)
  const notGiven = calls.filter(({ agent }) => agent === null).length
  const body: CallsMailBody = {
    locale,
    company,
    title,
    remarks: [words.lead[kind], ...(kind === 'team' ? [words.split(calls.length - notGiven, notGiven)] : [])],
    warnings: warningsOf(mail, shown.length),
    given: shown.filter(({ agent }) => agent !== null),
    notGiven: shown.filter(({ agent }) => agent === null),
    withAgents: kind === 'team',
    page: staffUrl === null ? null : `${staffUrl}${callsPath({})}`,
  }
  return { subject: title, html: callsMailHtml(body), text: callsMailText(body) }
}

function warningsOf({ kind, locale, calls, beyond, isNobodyOnShift, hasFiles, staffUrl }: CallsMail, shown: number) {
  const words = CALLS_MAIL_WORDS[locale]
  const isLong = shown < calls.length
  const where = [hasFiles ? words.inFiles : words.noFiles, ...(staffUrl === null ? [] : [words.onPage])].join(' ')
  return [
    ...(isNobodyOnShift ? [words.nobody] : []),
    ...(kind === 'team' && beyond > 0 ? [words.beyond(beyond)] : []),
    ...(isLong ? [`${words.tooLong(shown, calls.length)} ${where}`] : []),
  ]
}

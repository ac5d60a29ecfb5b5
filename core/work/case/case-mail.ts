/** The mails of a case: those that staff send from it, and those of the customer that come back to its address. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { isWaiting } from '#core/work/case/case-pauses.ts'
import { notMailedBecause, typeOf } from '#core/work/case/case-standing.ts'
import type { CustomerWrote, NotMailed } from '#core/work/case/customer-event.ts'
import { severityByWords } from '#core/work/case/severity-by-rule.ts'
import { withCaseEvent, withEvents } from '#core/work/history.ts'
import { closingOf, isOpen } from '#core/work/standing.ts'
import type { History } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'

type Sent = Extract<CaseEvent, { is: 'mailed' | 'waiting' }>
export type SentMail = Sent & { readonly mail: NonNullable<Sent['mail']> }

/** What staff sent from it, oldest first. */
export const mailsOf = ({ events }: History): readonly SentMail[] =>
  events.flatMap((event) =>
    (event.is === 'mailed' || event.is === 'waiting') && event.mail ? [{ ...event, mail: event.mail }] : [],
  )

export const mailOf = (item: History, mailId: string): SentMail | undefined =>
  mailsOf(item).find(({ mail }) => mail.mailId === mailId)

type Automatic = Extract<CaseEvent, { is: 'followed-up' | 'told-hours' }>

/** Of staff, or one that goes out by itself. */
export const mailEventOf = (item: History, mailId: string): SentMail | Automatic | undefined =>
  mailOf(item, mailId) ??
  item.events.flatMap((event) =>
    (event.is === 'followed-up' || event.is === 'told-hours') && event.mailId === mailId ? [event] : [],
  )[0]

interface Failed {
  readonly mailId: string
  readonly because: NotMailed
  readonly at: Instant
}

/** The case that knows that a mail did not go out; undefined where it knows already. */
export const notMailed = (item: Case, { mailId, because, at }: Failed, rules: CompanyRules): Case | 'full' | undefined =>
  notMailedBecause(item, mailId) !== undefined
    ? undefined
    : withCaseEvent(item, { is: 'not-mailed', at, by: { is: 'system' }, mailId, because }, rules)

/** So many mails of a day join a case; those after them are work of their own, which has its own limits. */
export const MOST_JOINED_A_DAY = 20
/** Of a mail's words; the whole stands in the reply. */
const LONGEST_JOINED = 4_000

/** thanks, stop, well: that and nothing else. complaint: in a case that is none, it has work of its own. more: all other words, and none. */
export type MailSays = 'thanks' | 'stop' | 'well' | 'complaint' | 'more'

export interface CameBack {
  readonly replyId: string
  readonly text: string
  readonly says: MailSays
  /** An automatic mail may answer it. */
  readonly mayAnswer: boolean
  readonly at: Instant
}

/**
 * The case with a mail that came back to its address. Thanks stand in an open case, where they answer and ask nothing. A closed one stays as
 * it is after thanks, a stop, or words that all is well, unless these answer what staff had asked; any other words open it again, as long as the window
 * of a repeat lasts. After that they are about something new, and so is a mail to a closed case that holds no words: a person looks at it.
 * Grave words make the case graver, but for those of a complaint that has work of its own.
 * joined: it stands there already, or leaves no trace.
 */
export function withMailBack(
  item: Case,
  { replyId, text, says, at }: Omit<CameBack, 'mayAnswer'>,
  rules: CompanyRules,
): Case | 'joined' | 'no-room' {
  const back = item.events.flatMap((event) => (event.is === 'customer-wrote' && event.replyId !== undefined ? [event] : []))
  if (back.some((event) => event.replyId === replyId)) return 'joined'
  const closing = closingOf(item)
  if (closing && isContent(item, says)) return 'joined'
  const { zone } = rules.company
  const today = localDateAt(at, zone)
  if (back.filter((event) => localDateAt(event.at, zone) === today).length >= MOST_JOINED_A_DAY) return 'no-room'
  if (closing && text.trim() === '') return 'no-room'
  if (closing && at > plusMs(closing.at, rules.cases.repeatWithinDays * DAY_MS)) return 'no-room'
  const wrote: CustomerWrote = {
    is: 'customer-wrote',
    at,
    by: { is: 'system' },
    note: shortened(text),
    ...(says === 'thanks' && { thanks: true }),
    replyId,
  }
  const again = { is: 'reopened', at, by: { is: 'system' }, because: '' } as const
  const isElsewhere = says === 'complaint' && typeOf(item) !== 'complaint'
  const graded = isElsewhere ? [] : severityByWords(item, { text, at }, rules)
  const next = withEvents(item, [...(isOpen(item) ? [] : [again]), wrote, ...graded], rules)
  return next === 'full' ? 'no-room' : next
}

/** "Yes, fine" may also answer a question that was open when the case was closed. */
function isContent({ events }: History, says: MailSays): boolean {
  if (says !== 'well') return says === 'thanks' || says === 'stop'
  const before = events.slice(
    0,
    events.findLastIndex(({ is }) => is === 'closed'),
  )
  const asked = before.findLast(({ is }) => is === 'waiting')
  return !isWaiting({ events: before }) || (asked?.is === 'waiting' && asked.solved === true)
}

/** Never within one sign. */
function shortened(text: string): string {
  if (text.length <= LONGEST_JOINED) return text
  const cut = text.slice(0, LONGEST_JOINED)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut} …`
}

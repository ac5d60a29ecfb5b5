/**
 * Whether it is solved is the customer's word. Staff ask by a mail with two links; what the customer says becomes an event, closes the case or brings
 * it back to staff.
 */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { mailOf, type SentMail } from '#core/work/case/case-mail.ts'
import { isWaiting } from '#core/work/case/case-pauses.ts'
import { lacksProposal, notMailedBecause, roundOf, triesOf } from '#core/work/case/case-standing.ts'
import type { CustomerSaid } from '#core/work/case/customer-event.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { severityByWords } from '#core/work/case/severity-by-rule.ts'
import { withCustomersWord } from '#core/work/history.ts'
import { closingOf } from '#core/work/standing.ts'
import type { Closed, History, Reopened } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'

export interface Said {
  /** Of the mail that asked. */
  readonly mailId: string
  readonly solved: boolean
  /** In the customer's words; empty where they wrote none. */
  readonly words: string
  readonly at: Instant
}

/** The mail with the question; undefined where this mail asked something else, or is not of this case. */
export function questionIn(item: History, mailId: string): SentMail | undefined {
  const mail = mailOf(item, mailId)
  return mail?.is === 'waiting' && mail.solved ? mail : undefined
}

/** What the customer said to it last. */
export function answerTo({ events }: History, mailId: string): CustomerSaid | undefined {
  const said = events.findLast((event) => event.is === 'customer-said' && event.mailId === mailId)
  return said?.is === 'customer-said' ? said : undefined
}

/**
 * Whether the question is of a time before: staff opened the case again since, or made it part of another, in which they ask anew. That its own "not solved" did so makes it no older, so a customer may
 * still change their mind.
 */
export function isOutdated(item: History, mailId: string): boolean {
  if (mergedInto(item) !== null) return true
  const { events } = item
  const asked = events.findIndex((event) => event.is === 'waiting' && event.mail?.mailId === mailId)
  return events.some((event, at) => {
    if (at <= asked || event.is !== 'reopened') return false
    const next = events[at + 1]
    return !(next?.is === 'customer-said' && next.mailId === mailId)
  })
}

/** again: the same was said before. outdated: the case was opened again since by others. gone: no such question. full: said too often in a full history. */
export type AfterSaid = { readonly next: Case } | 'again' | 'outdated' | 'gone' | 'full'

/**
 * "Solved" closes what waits for just that: the proposal stands, and the customer did not say otherwise in this round; else it is noted, and staff close.
 * So a machine that presses both buttons, in whatever order, leaves the case open. "Not solved" opens a closed case again,
 * and grave words make it graver.
 */
export function afterSaid(item: Case, { mailId, solved, words, at }: Said, rules: CompanyRules): AfterSaid {
  if (!questionIn(item, mailId)) return 'gone'
  if (isOutdated(item, mailId)) return 'outdated'
  const known = answerTo(item, mailId)
  const isClosed = closingOf(item) !== undefined
  const isKnown = known?.solved === solved && (known.note === words || words === '')
  // Staff closed it after they were told: then it is not said twice, it is still not solved.
  if (isKnown && (solved || !isClosed)) return 'again'
  const by = { is: 'system' } as const
  const said: CustomerSaid = { is: 'customer-said', at, by, solved, note: words, mailId }
  const graded = solved ? [] : severityByWords(item, { text: words, at }, rules)
  const next = withCustomersWord(item, [...before(), said, ...after(), ...graded], rules)
  return next === 'full' ? 'full' : { next }

  function before(): readonly Reopened[] {
    return !solved && isClosed ? [{ is: 'reopened', at, by, because: '' }] : []
  }

  function after(): readonly Closed[] {
    if (!solved || isClosed || !closesBy(item)) return []
    const on = localDateAt(at, rules.company.zone)
    return [{ is: 'closed', at, on, by, note: null, reached: true, because: 'customer-said' }]
  }
}

const closesBy = (item: Case): boolean => isWaiting(item) && !lacksProposal(item) && !saidNotSolved(item)

const saidNotSolved = (item: History): boolean => roundOf(item).some((event) => event.is === 'customer-said' && !event.solved)

/** Whether the customer was asked as often as the policy says since they answered last, by a mail that went out at last, and has not answered in the time for it. */
export function isUnanswered(
  item: Case,
  { dueAt, now }: { readonly dueAt: Instant | null; readonly now: Instant },
  tries: number,
): boolean {
  const asked = item.events.findLast(({ is }) => is === 'waiting')
  if (closingOf(item) || !isWaiting(item) || asked?.is !== 'waiting' || !asked.solved) return false
  if (asked.mail && notMailedBecause(item, asked.mail.mailId) !== undefined) return false
  return triesOf(item) >= tries && dueAt !== null && dueAt <= now
}

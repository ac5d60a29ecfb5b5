/** Which open work belongs on a team's list of calls of a day: what is due through its end, and what was left over. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { attemptsOf, promisedAt } from '#core/work/attempts.ts'
import { isWaiting } from '#core/work/case/case-pauses.ts'
import type { Why } from '#core/work/day-list/day-line.ts'
import { type HandedOver, handedOn } from '#core/work/day-list/handed.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { rangInVainAt } from '#core/work/missed-call.ts'
import { closingOf, handOverOf, isOpen, ownerOf } from '#core/work/standing.ts'
import type { History } from '#core/work/work-event.ts'
import { type CallTask, type Case, callersNumber, isMissedHotline, reasonOf, type WorkItem } from '#core/work/work-item.ts'

export interface DueWork {
  readonly workId: string
  /** Null for a caller who is no customer. */
  readonly customerId: string | null
  /** Of a caller who is no customer. */
  readonly phone: string | null
  readonly dueAt: Instant
  /** The time that was agreed with the customer. */
  readonly promiseAt: Instant | null
  readonly urgent:
    | { readonly is: 'complaint' }
    | Extract<Why, { readonly is: 'low-score' }>
    | { readonly is: 'missed-hotline'; readonly at: Instant }
    | null
  /** The customer rang, and has not been rung about it yet: that they were rung about something else on the day does not answer it. */
  readonly isReturned: boolean
  /** How many customers have the number from which they rang; null where it is theirs alone, and for all other work. */
  readonly sharedBy: number | null
  /** Whole days since the day on which it was due; 0 on that day. */
  readonly age: number
  /** The address of its owner; of a promise without an owner, the member who gave it, unless it was handed over since. */
  readonly owner: string | null
  readonly handed: HandedOver | null
}

/** Who is rung: a caller who is no customer is known by the number alone. */
export const callerOf = ({ customerId, phone }: Pick<DueWork, 'customerId' | 'phone'>): string => customerId ?? `phone ${phone}`

export interface DayAsked {
  readonly date: LocalDate
  readonly rules: CompanyRules
}

/** The end of the day in the company's zone: what is due later is not on its list. */
const endOfDay = ({ date, rules }: DayAsked): Instant => dayStart(addDays(date, 1), rules.company.zone)

/** Requests about data are no calls, and mail from strangers has no number to ring: both stay with the rest of the work. */
export function workOfDay(items: readonly WorkItem[], day: DayAsked): readonly DueWork[] {
  return items.flatMap((item) => {
    const phone = callersNumber(item)
    if (item.kind === 'data-request' || (item.customerId === null && phone === null) || !isOpen(item)) return []
    if (!isForDay(item, day)) return []
    const due = dueWork(item, { phone, day })
    const isAgain = due.promiseAt === null && wasRungOn(item, day)
    return isAgain ? [] : [due]
  })
}

/** Due by its end, or a complaint to which no one has rung yet: that one waits for no later day, unless its customer is waited for. */
export function isForDay(item: WorkItem, day: DayAsked): boolean {
  if (deadlinesOf(item, day.rules).begin < endOfDay(day)) return true
  if (item.kind === 'data-request' || urgencyOf(item)?.is !== 'complaint') return false
  return attemptsOf(item.events).length === 0 && !isWaiting(item)
}

/** Through when open work is read for the list: by the law's last day every complaint that is worked on has a clock that runs out. */
export const lastDueFor = ({ date, rules }: DayAsked): Instant =>
  endOfDay({ date: addWorkingDays(rules.calendar, date, rules.cases.law.workingDays + 1), rules })

/** Whether the customer was rung about it on that day, or it was closed then. */
export function wasWorkedOn(item: History, day: DayAsked): boolean {
  return closingOf(item)?.on === day.date || wasRungOn(item, day)
}

const wasRungOn = ({ events }: History, { date, rules: { company } }: DayAsked): boolean =>
  attemptsOf(events).some(({ at }) => localDateAt(at, company.zone) === date)

function dueWork(item: CallTask | Case, { phone, day }: { readonly phone: string | null; readonly day: DayAsked }): DueWork {
  const { begin } = deadlinesOf(item, day.rules)
  const promiseAt = promisedAt(item.events)
  const owner = ownerOf(item)
  const attempt = attemptsOf(item.events).at(-1)
  const isHandedOn = attempt !== undefined && (handOverOf(item)?.at ?? '') > attempt.at
  const promisedBy = promiseAt === null || isHandedOn ? null : (attempt?.by.address ?? null)
  return {
    workId: item.workId,
    customerId: item.customerId,
    phone,
    dueAt: begin,
    promiseAt,
    urgent: urgencyOf(item),
    isReturned: isMissedHotline(item) && attemptsOf(item.events).length === 0,
    sharedBy: isMissedHotline(item) ? (item.subject.sharedBy ?? null) : null,
    age: Math.max(0, daysBetween(localDateAt(begin, day.rules.company.zone), day.date)),
    owner: owner.is === 'person' ? owner.address : promisedBy,
    handed: handedOn(item, day),
  }
}

function urgencyOf(item: WorkItem): DueWork['urgent'] {
  if (reasonOf(item) === 'complaint' || item.holds.some(({ is }) => is === 'complaint')) return { is: 'complaint' }
  if (isMissedHotline(item)) return { is: 'missed-hotline', at: rangInVainAt(item) }
  const { subject } = item
  if (subject.is !== 'low-score') return null
  return { is: 'low-score', score: subject.score, ...(subject.outOf !== undefined && { outOf: subject.outOf }) }
}

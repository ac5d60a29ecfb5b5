/**
 * By when staff must have begun an item of work, and by when it must be done: derived from its events, the working calendar and the policy pack. It
 * is never counted down in a stored number, so that a day off entered later, or a pause, needs no correction of rows.
 */
import { type CompanyRules, rightsClocks, statutoryDays } from '#core/campaign/company-rules.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays, rollToWorkingDay } from '#core/time/working-days.ts'
import { dayStart, instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { attemptsOf, nextAttemptAt } from '#core/work/attempts.ts'
import { nextOfCase } from '#core/work/case/case-clocks.ts'
import type { CaseClockName } from '#core/work/case/case-event.ts'
import { escalationOf } from '#core/work/case/case-standing.ts'
import { promiseEnds } from '#core/work/promise-time.ts'
import { isExtended, isOpen, reopeningsOf } from '#core/work/standing.ts'
import type { Law, Right } from '#core/work/work-fact.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface Deadlines {
  /** By when staff must have begun; a request about data must be acknowledged by then. Of a case, by when its next step is due. */
  readonly begin: Instant
  /** Of a case: which of its clocks runs out then. */
  readonly clock?: CaseClockName
  /** By when it must be done; null where no law says so. */
  readonly done: Instant | null
  /** The further rights that the same mail asks for. */
  readonly held: readonly { readonly ask: Right; readonly done: Instant | null }[]
}

/** Working days within which staff must begin on a request about data that was reopened: it was acknowledged long ago, so the law's clock for that is over. */
export const REOPENED_RIGHT_WORKING_DAYS = 2

/** What a law counts from the day of the request stays where it is when the item is reopened; what the company promises counts anew. */
export function deadlinesOf(item: Dated, rules: CompanyRules): Deadlines {
  const done = (ask: Right, law: Law) => doneBy({ ask, law, item }, rules)
  const ownDone = item.subject.is === 'right' ? done(item.subject.ask, item.subject.law) : null
  return {
    ...beginBy(item, { rules, done: ownDone }),
    done: ownDone,
    held: item.holds.flatMap((fact) => (fact.is === 'right' ? [{ ask: fact.ask, done: done(fact.ask, fact.law) }] : [])),
  }
}

/** What deadlines follow from. An item that is being opened has no index value yet. */
export type Dated = Pick<WorkItem, 'events' | 'subject' | 'holds'> & { readonly dueAt?: Instant }

function beginBy(
  item: Dated,
  { rules, done }: { readonly rules: CompanyRules; readonly done: Instant | null },
): Pick<Deadlines, 'begin' | 'clock'> {
  const { subject } = item
  const next = nextAttemptAt(item.events, rules)
  if (next !== null) return { begin: next }
  const reopenedAt = reopeningsOf(item).at(-1)?.at
  const at = reopenedAt ?? openedAt(item)
  const { zone } = rules.company
  switch (subject.is) {
    case 'low-score':
    // Due only when a lead opens it again.
    case 'contact':
      return { begin: workingDayLater(at, rules) }
    case 'missed-hotline':
      return { begin: withinTheHour(at, rules) }
    case 'complaint':
    case 'request':
    case 'unclear-reply':
    case 'many-replies':
    case 'told': {
      const { dueAt: begin, is: clock } = nextOfCase({ events: item.events, subject }, rules)
      return { begin, clock }
    }
    case 'follow-up': {
      const days = subject.workingDays
      return { begin: reopenedAt === undefined ? workingDaysLater(at, { days, rules }) : workingDayLater(reopenedAt, rules) }
    }
    case 'check-in':
      return { begin: reopenedAt === undefined ? subject.callBy : workingDayLater(reopenedAt, rules) }
    case 'right': {
      const { law } = subject
      if (reopenedAt !== undefined) {
        const begin = workingDaysLater(reopenedAt, { days: REOPENED_RIGHT_WORKING_DAYS, rules })
        return { begin: done !== null && done < begin ? done : begin }
      }
      const clocks = clocksOf(law, { at, rules })
      // Without a pack for that day, and in rows of the version before, what was written stands: the law must not be guessed.
      if (law.by === 'as-written' || !clocks) return { begin: item.dueAt ?? at }
      const days = statutoryDays(rules, law.country)
      return { begin: endOfDate(addWorkingDays(days, localDateAt(at, zone), clocks.acknowledgeWorkingDays), zone) }
    }
  }
}

/** At the same time of the day, so many working days later. */
function workingDaysLater(at: Instant, { days, rules }: { readonly days: number; readonly rules: CompanyRules }): Instant {
  const { zone } = rules.company
  return instantAt(addWorkingDays(rules.calendar, localDateAt(at, zone), days), localTimeAt(at, zone), zone)
}

/** An hour later, where that is on a working day and within the company's hours; else the first hour in which it is. */
function withinTheHour(at: Instant, { company: { zone, hours }, calendar }: CompanyRules): Instant {
  const [day, time] = [localDateAt(at, zone), localTimeAt(at, zone)]
  const isOver = time >= hours.to
  const first = isOver ? addDays(day, 1) : day
  const worked = rollToWorkingDay(calendar, first, 'forward')
  if (worked === day && time >= hours.from) return plusMs(at, HOUR_MS)
  return plusMs(instantAt(worked, hours.from, zone), HOUR_MS)
}

/** 24 hours later. When that is a day off, at the same time of the next working day. */
export function workingDayLater(at: Instant, { company, calendar }: Pick<CompanyRules, 'company' | 'calendar'>): Instant {
  const due = plusMs(at, DAY_MS)
  const day = localDateAt(due, company.zone)
  const worked = rollToWorkingDay(calendar, day, 'forward')
  return worked === day ? due : instantAt(worked, localTimeAt(due, company.zone), company.zone)
}

/** The end of the last day that the law gives, in the company's zone. The day of the request is not counted. */
function doneBy(
  { ask, law, item }: { readonly ask: Right; readonly law: Law; readonly item: Dated },
  rules: CompanyRules,
): Instant | null {
  if (law.by === 'as-written') return law.doneBy
  const at = openedAt(item)
  const clocks = clocksOf(law, { at, rules })
  if (!clocks) return null
  const days = clocks.doneDays[ask] + (isExtended(item) ? clocks.extensionDays : 0)
  return endOfDate(addDays(localDateAt(at, rules.company.zone), days), rules.company.zone)
}

export const clocksOf = (law: Law, { at, rules }: { readonly at: Instant; readonly rules: CompanyRules }) =>
  law.by === 'as-written' ? undefined : rightsClocks(rules, { country: law.country, date: localDateAt(at, rules.company.zone) })

const endOfDate = (date: LocalDate, zone: string): Instant => dayStart(addDays(date, 1), zone)

export interface Due {
  readonly item: WorkItem
  readonly deadlines: Deadlines
}

/** Whether staff should have begun it by now; a call that is set for a time has the minutes of a promise. Asked of open work only. */
export const isLate = ({ item: { events }, deadlines: { begin } }: Due, now: Instant): boolean =>
  (attemptsOf(events).length > 0 ? promiseEnds(begin) : begin) <= now

/** Work with its deadlines: what went up to a lead or a head first, then the most urgent. */
export const inOrderOfUrgency = (items: readonly WorkItem[], rules: CompanyRules): readonly Due[] =>
  items.map((item) => ({ item, deadlines: deadlinesOf(item, rules) })).toSorted(byUrgency)

/** A case that is open and went up. */
const isRaised = (item: WorkItem): boolean => item.kind === 'case' && isOpen(item) && escalationOf(item) !== null

function byUrgency(a: Due, b: Due): number {
  const [raised, other] = [isRaised(a.item), isRaised(b.item)]
  if (raised !== other) return raised ? -1 : 1
  if (a.deadlines.begin !== b.deadlines.begin) return a.deadlines.begin < b.deadlines.begin ? -1 : 1
  return a.item.workId < b.item.workId ? -1 : 1
}

/**
 * The clocks of a case, derived from its history, the calendar and the policy whenever they are asked for: nothing is counted down in a stored number,
 * so a holiday entered later, a severity changed in the middle of a pause, or a rule changed yesterday needs no correction of rows.
 */
import type { Length } from '#core/campaign/case-policy.ts'
import type { Severity } from '#core/campaign/case-terms.ts'
import { statutoryDays } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { afterWorking } from '#core/time/work-time.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import type { CaseClockName } from '#core/work/case/case-event.ts'
import { isWaiting, pausesOf } from '#core/work/case/case-pauses.ts'
import { type CaseAbout, severityOf, typeOf } from '#core/work/case/case-standing.ts'
import { type Budget, budgetOf, type CaseRules } from '#core/work/case/case-time.ts'
import { isProposal, lawRunsFrom } from '#core/work/case/parts-of-case.ts'
import { isSameStaff } from '#core/work/event-staff.ts'
import type { WorkEvent } from '#core/work/work-event.ts'

export interface CaseClock {
  readonly is: CaseClockName
  readonly since: Instant
  /** Null while it stands still because the customer is waited for, and where it stood still when it was met. */
  readonly dueAt: Instant | null
  /** When what it asks for was done. */
  readonly metAt: Instant | null
  /** By which severity it runs, and for how long; null for the law's. */
  readonly by: { readonly severity: Severity; readonly length: Length } | null
  /** What the reminders follow from; null for the law's and for one that asks again. */
  readonly budget: Budget | null
}

/** In the order of the list above; clocks that do not run for this case are left out. */
export function caseClocks(item: CaseAbout, rules: CaseRules): readonly CaseClock[] {
  const { events } = item
  const begun = Math.max(
    0,
    events.findLastIndex(({ is }) => is === 'reopened'),
  )
  const since = events[begun]?.at ?? ''
  const first = (meets: (event: WorkEvent) => boolean) => events.findIndex((event, at) => at > begun && meets(event))
  const closed = (event: WorkEvent) => event.is === 'closed'
  const clock = (is: TimedClock, from: Instant, met: number, length?: Length) =>
    timedClock(item, { is, since: from, met, length }, rules)
  const asked = replyAsked(events, begun)
  return [
    ...clock(
      'acknowledge',
      since,
      first((event) => (event.at ?? '') > since && acknowledges(event)),
    ),
    ...clock(
      'propose',
      since,
      first((event) => isProposal(event) || closed(event)),
    ),
    ...(asked ? clock('reply', asked.since, asked.met, asked.isUnsolved ? rules.cases.unsolvedAnswerIn : undefined) : []),
    ...clock('resolve', since, first(closed)),
    ...askAgain(item, rules),
    ...lawClock(item, { met: first(closed) }, rules),
  ]
}

/** By when staff must act next: the earliest of the clocks that run. Of a closed case, as it stood before it was closed. */
export function nextOfCase(item: CaseAbout, rules: CaseRules): CaseClock & { readonly dueAt: Instant } {
  const { events } = item
  const begun = events.findLastIndex(({ is }) => is === 'reopened')
  const closed = events.findIndex(({ is }, at) => is === 'closed' && at > begun)
  const open = closed === -1 ? item : { ...item, events: events.slice(0, closed) }
  const running = caseClocks(open, rules).flatMap((clock) =>
    clock.metAt === null && clock.dueAt !== null ? [{ ...clock, dueAt: clock.dueAt }] : [],
  )
  const [next, ...others] = running
  if (!next) throw new RangeError('an open case without a clock: resolving it is always one, or asking again')
  return others.reduce((earliest, clock) => (clock.dueAt < earliest.dueAt ? clock : earliest), next)
}

type TimedClock = 'acknowledge' | 'propose' | 'reply' | 'resolve'
/** A customer who is waited for holds up the solution, not that staff begin or answer. */
const STANDS_STILL: Readonly<Record<TimedClock, boolean>> = { acknowledge: false, propose: true, reply: false, resolve: true }

interface Run {
  readonly is: TimedClock
  readonly since: Instant
  /** The place of the event that met it; -1 while none has. */
  readonly met: number
  /** Instead of what the severity gives. */
  readonly length?: Length | undefined
}

/** What was met is judged by what was known then: a severity changed later moves it no more. */
function timedClock(item: CaseAbout, { is, since, met, length: own }: Run, rules: CaseRules): readonly CaseClock[] {
  const events = met === -1 ? item.events : item.events.slice(0, met + 1)
  const { severity } = severityOf({ ...item, events }, rules.cases)
  const { clocks } = rules.cases.severities[severity]
  const length = own ?? clocks[is]
  if (length === null) return []
  const budget = budgetOf(length, clocks, rules)
  const pauses = STANDS_STILL[is] ? pausesOf(met === -1 ? events : item.events.slice(0, met)) : []
  const dueAt = afterWorking(budget.time, { from: since, ms: budget.ms, pauses })
  return [{ is, since, dueAt, metAt: item.events[met]?.at ?? null, by: { severity, length }, budget }]
}

/** Since staff asked last. */
function askAgain(item: CaseAbout, rules: CaseRules): readonly CaseClock[] {
  const { events } = item
  const asked = events.findLast(({ is }) => is === 'waiting')
  if (asked?.is !== 'waiting' || !isWaiting(item)) return []
  const length = rules.cases.customerAnswersIn
  const { severity } = severityOf(item, rules.cases)
  const { time, ms } = budgetOf(length, { time: 'working' }, rules)
  const dueAt = afterWorking(time, { from: asked.at, ms, pauses: [] })
  return [{ is: 'ask-again', since: asked.at, dueAt, metAt: null, by: { severity, length }, budget: null }]
}

/** From the first day, whatever was reopened: the end of the last working day, of the country. No pause stops it; a proposal or a closing meets it. */
function lawClock(item: CaseAbout, { met: closed }: { readonly met: number }, rules: CaseRules): readonly CaseClock[] {
  if (typeOf(item) !== 'complaint') return []
  const { zone, country } = rules.company
  const since = lawRunsFrom(item)
  const last = addWorkingDays(statutoryDays(rules, country), localDateAt(since, zone), rules.cases.law.workingDays)
  const proposed = item.events.findIndex(isProposal)
  const met = item.events[proposed === -1 ? closed : proposed]
  return [{ is: 'law', since, dueAt: dayStart(addDays(last, 1), zone), metAt: met?.at ?? null, by: null, budget: null }]
}

interface Asked {
  readonly since: Instant
  /** The place of the event that answered; -1 while none has. */
  readonly met: number
  /** The customer said that it is not solved. */
  readonly isUnsolved: boolean
}

/** The last time that the customer wrote and waits for an answer, or waited for one. A customer who only thanks does not. */
function replyAsked(events: readonly WorkEvent[], begun: number): Asked | null {
  let asked: Asked | null = null
  for (const [at, event] of events.entries()) {
    if (at <= begun) continue
    const isUnsolved = event.is === 'customer-said' && !event.solved
    if (isUnsolved || (event.is === 'customer-wrote' && !event.thanks)) {
      // Who is told again that it is not solved has waited long enough: the shorter time holds, from when it was said.
      if (asked === null || asked.met !== -1 || (isUnsolved && !asked.isUnsolved))
        asked = { since: event.at, met: -1, isUnsolved }
    } else if (asked?.met === -1 && answers(event)) asked = { since: asked.since, isUnsolved: asked.isUnsolved, met: at }
  }
  return asked
}

const answers = ({ is }: WorkEvent): boolean => is === 'mailed' || is === 'waiting' || is === 'moved' || is === 'closed'

/** Staff have it in hand. That it is passed on, up or down, begins nothing. */
function acknowledges(event: WorkEvent): boolean {
  switch (event.is) {
    case 'assigned':
      return event.to.is === 'person' && event.by.is === 'staff' && isSameStaff(event.to, event.by)
    case 'severity-set':
    case 'added-file':
      return event.by.is === 'staff'
    case 'moved':
    case 'described':
    case 'waiting':
    case 'mailed':
    case 'noted':
    case 'attempted':
    case 'closed':
    case 'asked-department':
    case 'question-withdrawn':
    case 'took-over':
    case 'merged':
    case 'compensation-asked':
    case 'compensation-withdrawn':
    case 'compensation-given':
      return true
    case 'opened':
    case 'reopened':
    case 'extended':
    case 'customer-wrote':
    case 'customer-said':
    case 'told-hours':
    case 'followed-up':
    case 'not-mailed':
    case 'escalated':
    case 'handed-back':
    case 'department-accepted':
    case 'department-answered':
    case 'department-head-told':
    case 'compensation-approved':
    case 'compensation-refused':
    case 'reminded':
    case 'alerted':
    case 'told-news':
    case 'seen':
    case 'theme-set':
      return false
  }
}

/**
 * What a case still has to ring for, derived from its history like its clocks: reminders of its owner, going up by time, who is told that it went
 * up, and news that one of its staff waits for. What was done stands in the history, so that a clock that rings twice, late, or for a case long closed finds nothing to do.
 */
import type { EscalationLevel } from '#core/campaign/case-terms.ts'
import type { Instant } from '#core/time/instant.ts'
import { afterWorking, nextWorked } from '#core/time/work-time.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import type { ClockPoint } from '#core/work/case/case-event.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { remindersOf } from '#core/work/case/case-reminders.ts'
import { type CaseAbout, escalationRank, severityOf } from '#core/work/case/case-standing.ts'
import { budgetOf, type CaseRules } from '#core/work/case/case-time.ts'
import { type HappenedNews, untoldNews } from '#core/work/case/news-due.ts'
import { mayTakeNoMore } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export type CaseRing = ReminderDue | EscalationDue | AlertDue | NewsDue

export interface ReminderDue extends ClockPoint {
  readonly is: 'remind'
  readonly at: Instant
  readonly dueAt: Instant
}

export interface EscalationDue extends ClockPoint {
  readonly is: 'escalate'
  readonly at: Instant
  readonly to: EscalationLevel
}

export interface AlertDue {
  readonly is: 'alert'
  readonly at: Instant
  readonly to: EscalationLevel
  /** When it went up. */
  readonly since: Instant
  /** How often it had gone up before at that very instant. */
  readonly before: number
  /** How many were told before. */
  readonly turn: number
}

export interface NewsDue extends HappenedNews {
  readonly is: 'news'
  readonly at: Instant
}

type Ringing = CaseAbout & Pick<WorkItem, 'events'>

/**
 * The earliest first. Of a closed case only the compensation that waits for approval: the end of the case does not end it. Of a case whose history is full only news: few
 * things are asked at once, so there is always room for the note that a person was told of them, and any other ring would come again and again.
 */
export function ringsToCome(item: Ringing, rules: CaseRules): readonly CaseRing[] {
  const news = newsDue(item, rules)
  if (!isOpen(item)) return news.filter((ring) => ring.news.is === 'approval')
  if (mayTakeNoMore(item)) return news
  return [...reminders(item, rules), ...escalations(item, rules), ...alerts(item, rules), ...news].toSorted((a, b) =>
    a.at === b.at ? 0 : a.at < b.at ? -1 : 1,
  )
}

/** Null where nothing is to come. */
export const nextRingAt = (item: Ringing, rules: CaseRules): Instant | null => ringsToCome(item, rules)[0]?.at ?? null

function reminders(item: Ringing, rules: CaseRules): readonly ReminderDue[] {
  const done = item.events.flatMap((event) => (event.is === 'reminded' ? event.clocks : []))
  return caseClocks(item, rules).flatMap((clock) => {
    const { is, since, dueAt } = clock
    if (dueAt === null) return []
    return remindersOf(item, clock, rules).remind.flatMap(({ percent, at }) => {
      const point = { clock: is, since, percent }
      return isAmong(point, done) ? [] : [{ is: 'remind', ...point, at, dueAt } as const]
    })
  })
}

/** Only upwards. What rang before it was handed back down was known to the person who handed it back, and takes it up no more. */
function escalations(item: Ringing, rules: CaseRules): readonly EscalationDue[] {
  const { events } = item
  const done = events.flatMap((event) => (event.is === 'escalated' && event.clock ? [event.clock] : []))
  const handedBackAt = events.findLast(({ is }) => is === 'handed-back')?.at ?? ''
  const above = escalationRank(raisedOf(item)?.to ?? null)
  return caseClocks(item, rules).flatMap((clock) =>
    remindersOf(item, clock, rules).escalate.flatMap(({ percent, to, at }) => {
      const point = { clock: clock.is, since: clock.since, percent }
      const isOver = at <= handedBackAt || escalationRank(to) <= above || isAmong(point, done)
      return isOver ? [] : [{ is: 'escalate', ...point, to, at } as const]
    }),
  )
}

/** The first person at once, the next one when it was not taken up: in the time of the severity, so that nights count only where clocks run at night. */
function alerts(item: Ringing, rules: CaseRules): readonly AlertDue[] {
  const raised = raisedOf(item)
  if (raised === null || raised.takenUp !== null || raised.told.includes(null)) return []
  const { to, since, before, told, toldAt } = raised
  const { clocks } = rules.cases.severities[severityOf(item, rules.cases).severity]
  const { time, ms } = budgetOf(rules.cases.nextPersonAfter, clocks, rules)
  const passed = toldAt === null ? since : afterWorking(time, { from: toldAt, ms, pauses: [] })
  if (passed === null) return []
  return [{ is: 'alert', to, since, before, turn: told.length, at: toldAt === null ? since : nextWorked(time, passed) }]
}

/** Approvers are mailed on each day of a working week; then once a week, so that what they never decide on fills no history. */
const DAILY_TURNS = 5
/** The note that it was told is taken by a full case too, whose row has room for few more (core/work/history.ts). */
const MOST_TURNS_OF_FULL = 4

/** At once while clocks of its severity run, else when they run again; once more when the time is over after which those who may decide are reminded. */
function newsDue(item: Ringing, rules: CaseRules): readonly NewsDue[] {
  const { clocks } = rules.cases.severities[severityOf(item, rules.cases).severity]
  const { time, ms } = budgetOf(rules.cases.remindApprovalAfter, clocks, rules)
  const isFull = mayTakeNoMore(item)
  const due = untoldNews(item).flatMap((happened) => {
    const { since, turn, toldAt } = happened
    if (isFull && turn >= MOST_TURNS_OF_FULL) return []
    const wait = turn <= DAILY_TURNS ? ms : ms * DAILY_TURNS
    const from = toldAt === null ? since : afterWorking(time, { from: toldAt, ms: wait, pauses: [] })
    return from === null ? [] : [{ is: 'news', ...happened, at: nextWorked(time, from) } as const]
  })
  return due.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

const isAmong = (point: ClockPoint, points: readonly ClockPoint[]): boolean =>
  points.some(({ clock, since, percent }) => clock === point.clock && since === point.since && percent === point.percent)

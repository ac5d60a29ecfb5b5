/** What a team's day came to, for its lead at close: who did what of the list, and what must not be forgotten. */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { promisedAt } from '#core/work/attempts.ts'
import type { DayLine } from '#core/work/day-list/day-line.ts'
import { compared } from '#core/work/day-list/entries.ts'
import { isRungForAnother, numbersRung, type PhoneOf } from '#core/work/day-list/number-rung.ts'
import type { DayAsked } from '#core/work/day-list/work-of-day.ts'
import { type Due, inOrderOfUrgency, isLate } from '#core/work/deadlines.ts'
import { CONSEQUENCES } from '#core/work/disposition.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { isBroken } from '#core/work/promise-time.ts'
import { closingOf, ownerOf } from '#core/work/standing.ts'
import type { Attempted, WorkEvent } from '#core/work/work-event.ts'
import { isCheckIn, isMissedHotline, type WorkItem } from '#core/work/work-item.ts'

export interface AgentsDay {
  /** Null for the lines that were given to no member of the team. */
  readonly address: string | null
  /** Lines of the list. */
  readonly given: number
  /** Lines that this person rang, also those of a colleague. */
  readonly rung: number
  /** Of these, the customer was spoken with. */
  readonly reached: number
  readonly callBacks: number
  /** Lines of theirs on which nothing was done. */
  readonly left: number
}

export interface PromiseToTell {
  readonly item: WorkItem
  readonly at: Instant
}

export interface DayReport {
  /** In the order of the list. */
  readonly agents: readonly AgentsDay[]
  /** Open beyond its deadline, the oldest first; agreed call-backs stand among the promises alone, and whose number was rung for another is not late. */
  readonly overdue: readonly Due[]
  readonly broken: readonly PromiseToTell[]
  /** Agreed for the time from now to the end of the team's next day. */
  readonly coming: readonly PromiseToTell[]
  /** Closed on this day as spoken with, and neither a word nor the tap says what came of it. */
  readonly withoutNote: readonly WorkItem[]
}

export interface DayToReport {
  readonly day: DayAsked
  readonly team: string
  /** Work that was handed to no team is this one's. */
  readonly takesUnassigned: boolean
  readonly now: Instant
  /** When the team works next. */
  readonly nextDay: LocalDate
  readonly lines: readonly (Pick<DayLine, 'agent'> & { readonly items: readonly WorkItem[]; readonly isDone: boolean })[]
  /** Of the team, due by the end of the next day. */
  readonly open: readonly WorkItem[]
  /** Of every team. */
  readonly closed: readonly WorkItem[]
  /** Addresses of those who are in the team. */
  readonly members: readonly string[]
  /** By which customers are rung, of all this work. */
  readonly phoneOf: PhoneOf
  /** The same, and numbers that turned out to be wrong: by these they were rung. */
  readonly listedPhoneOf: PhoneOf
}

export function dayReport(asked: DayToReport): DayReport {
  const { day, now, nextDay, lines, open, closed, phoneOf, listedPhoneOf } = asked
  const { zone } = day.rules.company
  const promises = open.flatMap((item): PromiseToTell[] => {
    const at = promisedAt(item.events)
    return at === null ? [] : [{ item, at }]
  })
  const rung = numbersRung([...lines.flatMap(({ items }) => items), ...open, ...closed], { phoneOf: listedPhoneOf, day })
  const isLeft = (due: Due) =>
    promisedAt(due.item.events) === null &&
    isLate(due, now) &&
    (isMissedHotline(due.item) || !isRungForAnother(due.item, { rung, phoneOf }))
  const inOrder = promises.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return {
    agents: agentsOf(asked),
    overdue: inOrderOfUrgency(open, day.rules).filter(isLeft),
    broken: inOrder.filter(({ at }) => isBroken(at, now)),
    coming: inOrder.filter(({ at }) => !isBroken(at, now) && localDateAt(at, zone) <= nextDay),
    withoutNote: closed.filter((item) => isClosedByTeam(item, asked) && lacksNote(item, day.date)),
  }
}

function agentsOf({ lines, day }: DayToReport): readonly AgentsDay[] {
  const agents = new Map<string | null, AgentsDay>()
  const add = (address: string | null, more: Partial<Omit<AgentsDay, 'address'>>) => {
    const { given = 0, rung = 0, reached = 0, callBacks = 0, left = 0 } = more
    const before = agents.get(address) ?? { address, given: 0, rung: 0, reached: 0, callBacks: 0, left: 0 }
    agents.set(address, {
      address,
      given: before.given + given,
      rung: before.rung + rung,
      reached: before.reached + reached,
      callBacks: before.callBacks + callBacks,
      left: before.left + left,
    })
  }
  for (const { agent, items, isDone } of lines) {
    add(agent, { given: 1, left: isDone ? 0 : 1 })
    const attempts = items.flatMap((item) => attemptsOn(item, day)).toSorted((a, b) => compared(a.at, b.at))
    const last = attempts.at(-1)
    if (!last) continue
    add(last.by.address ?? agent, {
      rung: 1,
      reached: attempts.some(({ disposition }) => CONSEQUENCES[disposition].ends === 'reached') ? 1 : 0,
      callBacks: last.callBackAt === null ? 0 : 1,
    })
  }
  return [...agents.values()]
}

/** By when they were made. */
const attemptsOn = ({ events }: WorkItem, { date, rules: { company } }: DayAsked): readonly Attempted[] =>
  events.flatMap((event) => (event.is === 'attempted' && localDateAt(event.at, company.zone) === date ? [event] : []))

/** Of the member who closed it. The command line and older rows name no address: what they closed counts for the team that had the task. */
function isClosedByTeam(item: WorkItem, { team, takesUnassigned, members }: DayToReport): boolean {
  const by = closingOf(item)?.by
  if (by?.is !== 'staff') return false
  if (by.address !== undefined) return members.includes(by.address)
  const had = teamOfOwner(ownerOf(item))
  return had === null ? takesUnassigned : had === team
}

function lacksNote(item: WorkItem, date: LocalDate): boolean {
  const closing = closingOf(item)
  if (closing?.on !== date || closing.reached !== true) return false
  const since = eventsSinceOpened(item)
  return !(isCheckIn(item) && since.some(saysItAll)) && notesOf(since, item).every((note) => note.trim() === '')
}

/** Of a call that only asks after the customer. Of one about a low score it must be written what the matter was. */
const saysItAll = (event: WorkEvent): boolean => event.is === 'attempted' && event.disposition === 'satisfied'

/** What was said before it was opened or reopened tells nothing of what came of it. */
function eventsSinceOpened({ events }: WorkItem): readonly WorkEvent[] {
  return events.slice(lastOpening(events) + 1)
}

const lastOpening = (events: readonly WorkEvent[]): number =>
  events.findLastIndex(({ is }) => is === 'opened' || is === 'reopened')

/**
 * What staff wrote of what came of it; not what a colleague wrote when handing it over, nor the note with which a follow-up begins: that of the call in
 * which it was agreed, at the instant at which it was opened.
 */
function notesOf(since: readonly WorkEvent[], { events }: WorkItem): readonly string[] {
  const begun = events[lastOpening(events)]?.at
  return since.flatMap((event) => {
    if (event.is === 'assigned' || !('note' in event) || (event.is === 'noted' && event.at === begun)) return []
    return event.note ?? ''
  })
}

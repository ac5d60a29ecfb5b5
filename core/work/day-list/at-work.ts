/** Which members are at work for an entry: when it is agreed, and before it is due. */
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { Caller } from '#core/work/day-list/desks.ts'
import type { DayEntry } from '#core/work/day-list/entries.ts'

export interface AtWork {
  /** The members of the team. */
  readonly callers: readonly Caller[]
  readonly date: LocalDate
  readonly zone: string
}

export type Standing = 'none' | 'there' | 'away' | 'hour' | 'left'

export function ownerStanding(entry: DayEntry, atWork: AtWork): Standing {
  if (entry.owner === null) return 'none'
  const caller = atWork.callers.find(({ address }) => address === entry.owner)
  if (!caller) return 'left'
  if (caller.hours.length === 0) return 'away'
  return isThereFor(entry, entry.owner, atWork) ? 'there' : 'hour'
}

/** At the time of a promise of the day, breaks included: the customer chose it. A promise of a day before is kept at any time. */
export function isThereFor({ promiseAt }: DayEntry, agent: string, { callers, date, zone }: AtWork): boolean {
  const hours = callers.find(({ address }) => address === agent)?.hours ?? []
  const [first, last] = [hours[0], hours.at(-1)]
  if (!first || !last) return false
  if (promiseAt === null || localDateAt(promiseAt, zone) !== date) return true
  const time = localTimeAt(promiseAt, zone)
  // A member who is still there rings also when the time has passed.
  return time < last.to
}

/**
 * Whether a member begins work before an entry is due on that day; what is urgent and late already is for those who begin first. A promise has a rule of
 * its own.
 */
export function startsInTime(entries: readonly DayEntry[], { onShift, date, zone }: StartsAsked) {
  const starts = new Map(onShift.flatMap(({ address, hours: [first] }) => (first ? [[address, first.from] as const] : [])))
  const earliest = [...starts.values()].toSorted()[0] ?? ''
  const latestFor = ({ promiseAt, dueAt, urgent }: DayEntry): string | null => {
    const dueOn = localDateAt(dueAt, zone)
    if (promiseAt !== null || dueOn > date || (dueOn < date && urgent === null)) return null
    const due = dueOn === date ? localTimeAt(dueAt, zone) : earliest
    return due < earliest ? earliest : due
  }
  const latest = new Map(entries.map((entry) => [entry, latestFor(entry)]))
  return (entry: DayEntry, agent: string): boolean => {
    const [from, until] = [starts.get(agent), latest.get(entry) ?? null]
    return from !== undefined && (until === null || from <= until)
  }
}

interface StartsAsked extends Pick<AtWork, 'date' | 'zone'> {
  readonly onShift: readonly Caller[]
}

/** What a line tells about who rings it: its owner, or who looks after the customer, and why another does instead. */
import { type AtWork, isThereFor, type Standing } from '#core/work/day-list/at-work.ts'
import type { LOOKED_AFTER_GONE, Why } from '#core/work/day-list/day-line.ts'
import type { DayEntry } from '#core/work/day-list/entries.ts'

export function aboutOwner({ owner }: DayEntry, standing: Standing | undefined): readonly Why[] {
  if (owner === null || standing === undefined || standing === 'none') return []
  return [standing === 'there' ? { is: 'owner' } : { is: 'owner-gone', owner, because: standing }]
}

interface LookingAfter {
  readonly agent: string | null
  readonly atWork: AtWork
  readonly isInTime: (entry: DayEntry, agent: string) => boolean
  readonly hasRoom: (agent: string) => boolean
}

/** Nothing where a colleague rings though that member could (the work lay with the colleague, or that member gave it up), and where the owner is the same. */
export function aboutLookingAfter(entry: DayEntry, { agent, atWork, isInTime, hasRoom }: LookingAfter): readonly Why[] {
  const { lookedAfterBy: by, givenUpBy } = entry
  const member = atWork.callers.find(({ address }) => address === by)
  if (by === null || by === entry.owner || member === undefined || givenUpBy.includes(by)) return []
  if (agent === by) return [{ is: 'looked-after' }]
  const gone = (because: (typeof LOOKED_AFTER_GONE)[number]): readonly Why[] => [{ is: 'looked-after-gone', by, because }]
  if (member.hours.length === 0) return gone('away')
  if (!isThereFor(entry, by, atWork) || !isInTime(entry, by)) return gone('hour')
  return hasRoom(by) ? [] : gone('full')
}

/** What became of a line of a list of calls since it was made, told by the work itself as it is now. */
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { DayAsked } from '#core/work/day-list/work-of-day.ts'
import type { Assigned, Attempted, Closed, History, Owner } from '#core/work/work-event.ts'

/**
 * The attempt or the closing by which the line is done: the last one of that day; where there is none, the last one before. An attempt that ended its
 * task tells more than the closing that stands beside it.
 */
export function doneBy(items: readonly History[], { date, rules: { company } }: DayAsked): Attempted | Closed | null {
  const ends = items
    .flatMap(({ events }) => events.filter((event) => event.is === 'attempted' || event.is === 'closed'))
    .toSorted((a, b) => (a.at === b.at ? Number(a.is === 'attempted') - Number(b.is === 'attempted') : a.at < b.at ? -1 : 1))
  const through = (is: (day: string) => boolean) => ends.findLast(({ at }) => is(localDateAt(at, company.zone)))
  return through((day) => day === date) ?? through((day) => day < date) ?? null
}

/** Whether staff did it. A call whose days were over, or whose campaign was cancelled, ended without them. */
export const isByStaff = (done: Attempted | Closed | null): boolean => done?.by.is === 'staff'

/** On whose desk the item was put after the list was made, if that is not the desk of the one who rings. */
export function movedSince(
  { events }: History,
  { madeAt, agent }: { readonly madeAt: Instant; readonly agent: string | null },
): Owner | null {
  const last = events.findLast((event): event is Assigned => event.is === 'assigned')
  if (!last || last.at <= madeAt || last.to.is === 'everybody') return null
  return last.to.is === 'person' && last.to.address === agent ? null : last.to
}

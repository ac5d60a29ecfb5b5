/** When customers were rung, and what was agreed with them, as their call tasks tell. */
import type { Instant } from '#core/time/instant.ts'
import { attemptsOf, promisedAt } from '#core/work/attempts.ts'
import { isSameStaff } from '#core/work/event-staff.ts'
import type { RingFacts } from '#core/work/may-ring.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'

/**
 * The last time that one of them was rung, also for a task that has ended; null: never. A message or a visit rings no number. A call of the telephone
 * system counts before staff log it, and not where the system never said that it makes the call.
 */
export function rungAt(items: readonly WorkItem[]): Instant | null {
  return (
    items
      .flatMap((item) => [...attemptsToRing(item), ...callsMade(item)])
      .toSorted()
      .at(-1) ?? null
  )
}

/** A customer who rang us was not rung. */
const attemptsToRing = ({ events, subject }: WorkItem): readonly Instant[] =>
  subject.is === 'contact' && subject.direction === 'in'
    ? []
    : events.flatMap((event) => (event.is === 'attempted' && RINGS.has(event.way) ? [event.at] : []))

const callsMade = (item: WorkItem): readonly Instant[] =>
  item.kind === 'call-task' ? (item.calls ?? []).flatMap(({ state, at }) => (state === 'asked' ? [] : [at])) : []

const RINGS: ReadonlySet<string> = new Set(['phone', 'zalo-call'])

/**
 * The agreed time, and whether it binds this member of staff: who agreed on it, or to whom the task was handed since. A task that was handed to a team,
 * or back to everybody, binds all of them alike.
 */
export function promiseTo(
  { events }: CallTask,
  viewer: { readonly name: string; readonly address: string },
): RingFacts['promise'] {
  const at = promisedAt(events)
  const last = attemptsOf(events).at(-1)
  if (at === null || !last) return null
  const handed = events.slice(events.lastIndexOf(last)).findLast((event) => event.is === 'assigned')
  if (handed?.is !== 'assigned') return { at, isOwn: last.by.is === 'staff' && isSameStaff(last.by, viewer) }
  return { at, isOwn: handed.to.is !== 'person' || handed.to.address === viewer.address }
}

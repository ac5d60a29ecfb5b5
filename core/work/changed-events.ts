/** Which events of an item say something new. */
import type { WorkEvent } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Those added since, and attempts of whose calls more is known by now; all of them where nothing was known. */
export function changedEvents(item: WorkItem, before: WorkItem | undefined): readonly WorkEvent[] {
  if (before === undefined) return item.events
  return item.events.filter(
    (event, position) => position >= before.events.length || secondsIn(item, event) !== secondsIn(before, event),
  )
}

/** How long the call of an attempt took; undefined where nothing tells. */
const secondsIn = (item: WorkItem, event: WorkEvent): number | null | undefined =>
  item.kind === 'call-task' && event.is === 'attempted' && event.callId !== undefined
    ? item.calls?.find(({ callId }) => callId === event.callId)?.seconds
    : undefined

/** Opens an item of work; its event is emitted once, however often the same cause comes. */
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Written } from '#app/ports/written.ts'
import { reasonOf, type WorkItem } from '#core/work/work-item.ts'

export interface OpenItemPorts {
  readonly work: Pick<WorkStore, 'open'>
  readonly events: Pick<Events, 'workOpened'>
}

export async function openItem({ work, events }: OpenItemPorts, item: WorkItem): Promise<Written> {
  const written = await work.open(item)
  const { workId, dueAt } = item
  if (written === 'written') events.workOpened({ workId, reason: reasonOf(item), dueAt })
  return written
}

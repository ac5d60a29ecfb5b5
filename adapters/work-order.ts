/** The order of open work, the same from every adapter: by due time, then by a fixed tie-break. */
import type { WorkItem } from '#core/work/work-item.ts'

export function byDueAt(a: WorkItem, b: WorkItem): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1
  return a.workId < b.workId ? -1 : 1
}

/** The order of open work, the same from every adapter: what is due first, and of those due together always the same one. */
import type { WorkItem } from '#core/work/work-item.ts'

export function byDueAt(a: WorkItem, b: WorkItem): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1
  return a.workId < b.workId ? -1 : 1
}

/**
 * The case by whose sum it goes what a person may approve: a part's own sum would let an amount be split over cases that are one. Approving changes no sum, so what is
 * asked for beside this reading stands as if it were asked for after it.
 */
import type { WorkStore } from '#app/ports/work.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** The item itself where it is part of none. Each became part of an older one, so the way ends; it ends before one that was erased or deleted meanwhile. */
export async function caseThatGoesOn(work: Pick<WorkStore, 'get'>, item: WorkItem): Promise<WorkItem> {
  const into = mergedInto(item)
  const next = into === null ? undefined : await work.get(into)
  return next ? caseThatGoesOn(work, next) : item
}

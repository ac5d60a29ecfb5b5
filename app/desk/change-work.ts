/** Changes one item of work under its version: read, decide, write, and again when another member of staff was quicker. */
import type { WorkStore } from '#app/ports/work.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** The next version, or why there is none. */
export type Change<Item extends WorkItem, Instead> = { readonly next: Item } | { readonly instead: Instead }

/** Lost races for one item before giving up. */
const TRIES = 10

export async function changeWork<Item extends WorkItem, Instead>(
  work: Pick<WorkStore, 'get' | 'update'>,
  workId: string,
  decide: (item: WorkItem) => Change<Item, Instead> | Promise<Change<Item, Instead>>,
): Promise<{ readonly changed: Item } | { readonly instead: Instead | { readonly refused: 'no-such-work' | 'contended' } }> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const item = await work.get(workId)
    if (!item) return { instead: { refused: 'no-such-work' } }
    const change = await decide(item)
    if ('instead' in change) return change
    if ((await work.update(change.next)) === 'written') return { changed: change.next }
  }
  return { instead: { refused: 'contended' } }
}

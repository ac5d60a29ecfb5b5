/** A store of work that does something more about an item that it writes, knowing how the item was: each change reads its item before it writes it. */
import type { WorkStore } from '#app/ports/work.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/**
 * Acts before the item is written, and gives what is to be done when it stands there. `before` is undefined for an item that is opened, or was not read
 * here as it is stored: then anything in it may be new.
 */
export type BesideWriting = (item: WorkItem, before: WorkItem | undefined) => Promise<(() => Promise<void>) | undefined>

/** Read and not written again; the oldest are forgotten first. */
const REMEMBERED = 200

export function withActs(work: WorkStore, acts: readonly BesideWriting[]): WorkStore {
  const read = new Map<string, WorkItem>()
  const remember = (item: WorkItem | undefined) => {
    if (item === undefined) return
    read.delete(item.workId)
    read.set(item.workId, item)
    for (const oldest of [...read.keys()].slice(0, Math.max(0, read.size - REMEMBERED))) read.delete(oldest)
  }
  const written = async <Result>(item: WorkItem, before: WorkItem | undefined, write: () => Promise<Result>) => {
    const after: (() => Promise<void>)[] = []
    for (const act of acts) {
      const then = await act(item, before)
      if (then) after.push(then)
    }
    const result = await write()
    // Also when the item stood there already: a run before may have broken off between the two.
    for (const act of after) await act()
    return result
  }
  return {
    ...work,
    get: async (workId) => {
      const item = await work.get(workId)
      remember(item)
      return item
    },
    open: (item) => written(item, undefined, () => work.open(item)),
    update: (item) => {
      const known = read.get(item.workId)
      return written(item, known?.version === item.version - 1 ? known : undefined, () => {
        read.delete(item.workId)
        return work.update(item)
      })
    },
  }
}

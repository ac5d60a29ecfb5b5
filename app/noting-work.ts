/** A store of work that notes the days of an item's new events before it writes them: staff enter contacts of days before, and a history of calls is read later. */
import type { NoteLate } from '#app/note-late.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { changedEvents } from '#core/work/changed-events.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Read and not written again; the oldest are forgotten first. */
const REMEMBERED = 200

/** Each change reads its item before it writes it, so what is new in it is known without another read. */
export function notingWork(work: WorkStore, noteLate: NoteLate): WorkStore {
  const read = new Map<string, WorkItem>()
  const remember = (item: WorkItem | undefined) => {
    if (item === undefined) return
    read.delete(item.workId)
    read.set(item.workId, item)
    for (const oldest of [...read.keys()].slice(0, Math.max(0, read.size - REMEMBERED))) read.delete(oldest)
  }
  const note = (item: WorkItem, before: WorkItem | undefined) =>
    noteLate({ instants: changedEvents(item, before).flatMap(({ at }) => at ?? []) })
  return {
    ...work,
    get: async (workId) => {
      const item = await work.get(workId)
      remember(item)
      return item
    },
    open: async (item) => {
      await note(item, undefined)
      return work.open(item)
    },
    update: async (item) => {
      const known = read.get(item.workId)
      // Of an item that was not read here, or is another by now, any event may be new.
      await note(item, known?.version === item.version - 1 ? known : undefined)
      read.delete(item.workId)
      return work.update(item)
    },
  }
}

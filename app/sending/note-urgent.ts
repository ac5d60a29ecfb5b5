/**
 * Notes that staff are to be told of an urgent piece of work: once when it is opened, and once more for each later moment at which it became urgent again,
 * however often that is ordered. From then on every run does what is left of it.
 */
import type { Interruptions } from '#app/ports/interruptions.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Instant } from '#core/time/instant.ts'
import { workMark } from '#core/work/day-list/mails-due.ts'
import { isOpen } from '#core/work/standing.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface NoteUrgentPorts {
  readonly work: Pick<WorkStore, 'get'>
  readonly interruptions: Pick<Interruptions, 'put'>
}

/** Work that was done meanwhile, or whose customer was erased, is not noted. */
export async function noteUrgent(
  { work, interruptions }: NoteUrgentPorts,
  { workId, at }: { readonly workId: string; readonly at: Instant },
): Promise<void> {
  const item = await work.get(workId)
  if (!item || !isOpen(item)) return
  const noted = { at: momentOf(item, at), mark: workMark(workId), workId, kind: 'complaint' } as const
  await interruptions.put({ ...noted, isMailed: false, isPosted: false, failedPosts: 0, triedAt: null, version: 1 })
}

/** An order at whose moment nothing happened to it is about its opening. */
const momentOf = (item: WorkItem, at: Instant): Instant => (item.events.some((event) => event.at === at) ? at : openedAt(item))

/** Notes that staff are to be told of an urgent piece of work, once however often it is ordered: from then on every run does what is left of it. */
import type { Interruptions } from '#app/ports/interruptions.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { workMark } from '#core/work/day-list/mails-due.ts'
import { isOpen } from '#core/work/standing.ts'
import { openedAt } from '#core/work/work-item.ts'

export interface NoteUrgentPorts {
  readonly work: Pick<WorkStore, 'get'>
  readonly interruptions: Pick<Interruptions, 'put'>
}

/** Work that was done meanwhile, or whose customer was erased, is not noted. */
export async function noteUrgent({ work, interruptions }: NoteUrgentPorts, workId: string): Promise<void> {
  const item = await work.get(workId)
  if (!item || !isOpen(item)) return
  const noted = { at: openedAt(item), mark: workMark(workId), workId, kind: 'complaint' } as const
  await interruptions.put({ ...noted, isMailed: false, isPosted: false, failedPosts: 0, triedAt: null, version: 1 })
}

/**
 * Closes work for a customer: by whom, when, with what result, and whether the customer was reached. Surveys after a call or a case count from that
 * day, and only where the customer was spoken with.
 */
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface CloseWorkPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: Pick<CompanyRules, 'company'>
  readonly events: Pick<Events, 'workClosed'>
}

export interface DoneWork {
  readonly workId: string
  /** The staff member who closed it. */
  readonly by: string
  /** The result. Kept beside the note that the item was opened with. */
  readonly note: string
  /** Was the customer spoken with? A call cannot be closed without an answer; of a case it may be left open. */
  readonly reached: boolean | null
  readonly at: Instant
}

/** `again`: the same person had closed it with the same note before. */
export type ClosedWork =
  | { readonly closed: WorkItem; readonly again: boolean }
  | { readonly refused: 'who-and-what' | 'no-such-work' | 'reached-or-not' }
  | { readonly refused: 'already-closed'; readonly item: WorkItem }
  | { readonly refused: 'contended' }
  | TooLong

/** Lost races for one item before giving up. */
const TRIES = 10

export async function closeWork({ work, companyRules, events }: CloseWorkPorts, done: DoneWork): Promise<ClosedWork> {
  const [by, note] = [done.by.trim(), done.note.trim()]
  if (by === '' || note === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by, note })
  if (unfit) return unfit
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const item = await work.get(done.workId)
    if (!item) return { refused: 'no-such-work' }
    if (item.state === 'closed') {
      const isSame = item.closedBy === by && isNoted(item, note) && item.reached === done.reached
      return isSame ? { closed: item, again: true } : { refused: 'already-closed', item }
    }
    if (item.kind === 'call-task' && done.reached === null) return { refused: 'reached-or-not' }
    const closed: WorkItem = {
      ...item,
      state: 'closed',
      closedAt: done.at,
      closedOn: localDateAt(done.at, companyRules.company.zone),
      closedBy: by,
      reached: done.reached,
      note: item.note === null ? note : `${item.note}\n${note}`,
      version: item.version + 1,
    }
    if ((await work.update(closed)) === 'lost') continue
    events.workClosed({ workId: item.workId, reason: item.reason })
    return { closed, again: false }
  }
  return { refused: 'contended' }
}

const isNoted = ({ note: kept }: WorkItem, note: string) => kept === note || kept?.endsWith(`\n${note}`) === true

/** Staff write a note on open work, beside what the system noted and before it is closed: what was tried, what the customer said. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { type Actor, eventStaff, isSameStaff } from '#core/work/event-staff.ts'
import { noted } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface NoteWorkPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
}

export interface WorkNote extends Actor {
  readonly workId: string
  readonly note: string
  readonly at: Instant
}

/** The same words by the same person within this time are the form sent twice; later they are another attempt that went the same way. */
const SENT_TWICE_MS = MINUTE_MS

/** `again`: the same person had just written the same. `full`: its history has no room for another note. */
export type NotedWork =
  | { readonly noted: WorkItem; readonly again: boolean }
  | { readonly refused: 'who-and-what' | 'no-such-work' | 'already-closed' | 'full' | 'contended' }
  | TooLong

export async function noteWork({ work, companyRules }: NoteWorkPorts, written: WorkNote): Promise<NotedWork> {
  const [by, note] = [staffText(written.by), staffText(written.note)]
  if (by === '' || note === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by, note })
  if (unfit) return unfit
  const event = { is: 'noted', at: written.at, by: eventStaff({ by, address: written.address }), note } as const
  const result = await changeWork(work, written.workId, (item): Change<WorkItem, NotedWork> => {
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    const last = item.events.at(-1)
    const isSame = last?.is === 'noted' && isSameStaff(last.by, event.by) && last.note === note
    if (isSame && written.at < plusMs(last.at, SENT_TWICE_MS)) return { instead: { noted: item, again: true } }
    const next = noted(item, event, companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  return 'instead' in result ? result.instead : { noted: result.changed, again: false }
}

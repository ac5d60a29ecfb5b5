/** A lead opens an item again that was closed too early. The time to begin counts anew; what a law counts from the day of the request does not. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Actor, eventStaff, isBy } from '#core/work/event-staff.ts'
import { reopened } from '#core/work/history.ts'
import { isOpen, reopeningsOf } from '#core/work/standing.ts'
import type { Reopened } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface ReopenWorkPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
}

export interface Reopening extends Actor {
  readonly workId: string
  readonly because: string
  /** How often it had been reopened when the person decided. */
  readonly round: number
  readonly at: Instant
}

/** `again`: the same person had reopened it for the same reason. `not-closed`: it is open. `changed-meanwhile`: it was reopened and closed since. */
export type ReopenedWork =
  | { readonly reopened: WorkItem; readonly again: boolean }
  | { readonly refused: 'who-and-why' | 'no-such-work' | 'not-closed' | 'changed-meanwhile' | 'full' | 'contended' }
  | TooLong

export async function reopenWork({ work, companyRules }: ReopenWorkPorts, asked: Reopening): Promise<ReopenedWork> {
  const [by, because] = [staffText(asked.by), staffText(asked.because)]
  if (by === '' || because === '') return { refused: 'who-and-why' }
  const unfit = tooLong({ by, because })
  if (unfit) return unfit
  const staff = eventStaff({ by, address: asked.address })
  const event: Reopened = { is: 'reopened', at: asked.at, by: staff, because }
  const result = await changeWork(work, asked.workId, (item): Change<WorkItem, ReopenedWork> => {
    const before = reopeningsOf(item)
    const last = before.at(-1)
    const isMine = last && isBy(last.by, staff) && last.because === because && before.length === asked.round + 1
    // The form sent twice: also when a colleague has closed the item between the two.
    if (isMine) return { instead: { reopened: item, again: true } }
    if (isOpen(item)) return { instead: { refused: 'not-closed' } }
    if (before.length !== asked.round) return { instead: { refused: 'changed-meanwhile' } }
    const next = reopened(item, event, companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  return 'instead' in result ? result.instead : { reopened: result.changed, again: false }
}

/**
 * Staff go on with a full case in a new one. The new one is opened first: broken off between the two, both are open, and the same form once more closes the
 * full one.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { endedByGoingOn, goingOn, idOfGoingOn } from '#core/work/case/going-on.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { type Actor, eventStaff } from '#core/work/event-staff.ts'
import { mayTakeNoMore, withEndOfFull } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import { type Case, reasonOf } from '#core/work/work-item.ts'

export interface GoOnPorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'open'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workClosed' | 'workOpened'>
}

export interface GoingOnAsked extends Actor {
  /** The full case. */
  readonly workId: string
  readonly text: string
  readonly at: Instant
}

/** `again`: the same form had done it before. `not-full`: there is room for what staff do. */
export type WentOn =
  | { readonly item: Case; readonly goesOnIn: string; readonly again: boolean }
  | { readonly refused: 'not-full' | 'who-and-what' | 'no-case' | 'no-such-work' | 'already-closed' | 'contended' }
  | TooLong

export async function goOnInNewCase({ work, companyRules, events }: GoOnPorts, asked: GoingOnAsked): Promise<WentOn> {
  const { workId, at } = asked
  const [by, note] = [staffText(asked.by), staffText(asked.text)]
  if (by === '' || note === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by, note })
  if (unfit) return unfit
  const doing = { by: eventStaff({ by, address: asked.address }), at, note }
  const full = await work.get(workId)
  if (!full) return { refused: 'no-such-work' }
  if (full.kind !== 'case') return { refused: 'no-case' }
  const goesOnIn = idOfGoingOn(full)
  if (mergedInto(full) === goesOnIn) return { item: full, goesOnIn, again: true }
  if (!isOpen(full)) return { refused: 'already-closed' }
  if (!mayTakeNoMore(full)) return { refused: 'not-full' }
  await openItem({ work, events }, goingOn(full, doing, companyRules))
  const closed = await changeWork(work, workId, (item): Change<Case, WentOn> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    if (mergedInto(item) === goesOnIn) return { instead: { item, goesOnIn, again: true } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    return { next: withEndOfFull(item, endedByGoingOn(item, doing, companyRules.company.zone), companyRules) }
  })
  if ('instead' in closed) return closed.instead
  events.workClosed({ workId, reason: reasonOf(closed.changed) })
  return { item: closed.changed, goesOnIn, again: false }
}

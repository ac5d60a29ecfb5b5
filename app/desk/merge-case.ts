/**
 * One case of a customer becomes part of another. The one that goes on is written first: broken off between the two, both are open, and the same form
 * once more closes the part. So it is where the part changed meanwhile: what came into it is read before it is closed.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { seenOf } from '#core/work/case/case-standing.ts'
import {
  hasTakenOver,
  type MergeRefusal,
  merged as mergedEvents,
  mergedInto,
  mergeRefusal,
  tookOver,
} from '#core/work/case/merging.ts'
import { type Actor, eventStaff } from '#core/work/event-staff.ts'
import { withEvents } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import { type Case, reasonOf } from '#core/work/work-item.ts'

export interface MergeCasePorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workClosed'>
}

export interface CaseMerge extends Actor {
  /** The case that becomes a part. */
  readonly workId: string
  /** The case that goes on. */
  readonly into: string
  /** What the customer said in it, for those who work on the other. */
  readonly text: string
  readonly at: Instant
  /** How much had been done to the part when the person decided; left out by the `care` command, which decides and acts at once. */
  readonly seen?: number
}

export type MergedCase =
  | { readonly merged: Case; readonly again: boolean }
  | {
      readonly refused:
        | MergeRefusal
        | 'who-and-what'
        | 'no-case'
        | 'no-such-work'
        | 'already-closed'
        | 'changed-meanwhile'
        | 'full'
        | 'contended'
    }
  | TooLong

export async function mergeCase({ work, companyRules, events }: MergeCasePorts, asked: CaseMerge): Promise<MergedCase> {
  const { workId, into, at } = asked
  const [by, note] = [staffText(asked.by), staffText(asked.text)]
  if (by === '' || note === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by, note })
  if (unfit) return unfit
  const doing = { by: eventStaff({ by, address: asked.address }), at, note }
  const part = await work.get(workId)
  if (!part) return { refused: 'no-such-work' }
  if (part.kind !== 'case') return { refused: 'no-case' }
  if (mergedInto(part) === into) return mergedBefore(work, { part, into, note })
  if (!isOpen(part)) return { refused: 'already-closed' }
  if (asked.seen !== undefined && asked.seen !== seenOf(part)) return { refused: 'changed-meanwhile' }
  const closing = mergedEvents(into, doing, companyRules.company.zone)
  // Before the other is told of a part that cannot be closed.
  if (withEvents(part, closing, companyRules) === 'full') return { refused: 'full' }
  const kept = await changeWork(work, into, (item): Change<Case, MergedCase | 'there'> => {
    const refused = mergeRefusal(part, item, companyRules.cases)
    if (refused !== null || item.kind !== 'case') return { instead: { refused: refused ?? 'no-other-case' } }
    if (hasTakenOver(item, { part, note })) return { instead: 'there' }
    const next = withEvents(item, tookOver(part, item, doing), companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  if ('instead' in kept && kept.instead !== 'there')
    return 'refused' in kept.instead && kept.instead.refused === 'no-such-work' ? { refused: 'no-other-case' } : kept.instead
  const closed = await changeWork(work, workId, (item): Change<Case, MergedCase> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    if (mergedInto(item) === into) return { instead: { merged: item, again: true } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    // The customer wrote, or a colleague asked a department, since it was read: the agent who merges has not seen that.
    if (seenOf(item) !== seenOf(part)) return { instead: { refused: 'changed-meanwhile' } }
    const next = withEvents(item, closing, companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  if ('instead' in closed) return closed.instead
  events.workClosed({ workId, reason: reasonOf(closed.changed) })
  return { merged: closed.changed, again: false }
}

/** Done only where these words stand in the case that goes on: a colleague may have merged it with others, and nothing can be said in a closed part. */
async function mergedBefore(
  work: MergeCasePorts['work'],
  { part, into, note }: { readonly part: Case; readonly into: string; readonly note: string },
): Promise<MergedCase> {
  const goesOn = await work.get(into)
  return goesOn && hasTakenOver(goesOn, { part, note }) ? { merged: part, again: true } : { refused: 'already-closed' }
}

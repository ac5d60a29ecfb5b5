/**
 * Staff go on with a full case in a new one. The new one is opened first: broken off between the two, both are open, and the same form once more closes the
 * full one. A colleague who does the same meanwhile has written other words, which stand in the new one as a note.
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
import type { EventStaff } from '#core/work/event-by.ts'
import { type Actor, eventStaff, isBy } from '#core/work/event-staff.ts'
import { mayTakeNoMore, noted, withEndOfFull } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { type Case, reasonOf, type WorkItem } from '#core/work/work-item.ts'

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

/** `again`: the same words stood there before, and nothing changed. `not-full`: there is room for what staff do. */
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
  const noting = { work, companyRules, goesOnIn, doing }
  if (mergedInto(full) === goesOnIn) {
    const said = await saidThere(noting)
    return 'refused' in said ? said : { item: full, goesOnIn, again: said.again }
  }
  if (!isOpen(full)) return { refused: 'already-closed' }
  if (!mayTakeNoMore(full)) return { refused: 'not-full' }
  const isFirst = (await openItem({ work, events }, goingOn(full, doing, companyRules))) === 'written'
  const said = isFirst ? { again: false } : await saidThere(noting)
  if ('refused' in said) return said
  const closed = await changeWork(work, workId, (item): Change<Case, WentOn> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    if (mergedInto(item) === goesOnIn) return { instead: { item, goesOnIn, again: said.again } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    return { next: withEndOfFull(item, endedByGoingOn(item, doing, companyRules.company.zone), companyRules) }
  })
  if ('instead' in closed) return closed.instead
  events.workClosed({ workId, reason: reasonOf(closed.changed) })
  return { item: closed.changed, goesOnIn, again: false }
}

interface Saying extends Pick<GoOnPorts, 'work' | 'companyRules'> {
  readonly goesOnIn: string
  readonly doing: { readonly by: EventStaff; readonly at: Instant; readonly note: string }
}

type Said = { readonly again: boolean } | { readonly refused: 'no-such-work' | 'already-closed' | 'contended' }

/** already-closed: nothing can be said in the new one any more, and the page keeps the words for who wrote them. */
async function saidThere({ work, companyRules, goesOnIn, doing }: Saying): Promise<Said> {
  const result = await changeWork(work, goesOnIn, (item): Change<WorkItem, Said> => {
    const isTheirs = (event: WorkEvent) => 'note' in event && event.note === doing.note && isBy(event.by, doing.by)
    if (item.events.some(isTheirs)) return { instead: { again: true } }
    const next = isOpen(item) ? noted(item, { is: 'noted', ...doing }, companyRules) : 'full'
    return next === 'full' ? { instead: { refused: 'already-closed' } } : { next }
  })
  return 'instead' in result ? result.instead : { again: false }
}

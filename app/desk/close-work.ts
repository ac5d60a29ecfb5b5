/**
 * Closes work for a customer: by whom, when, with what result, and whether the customer was reached. Surveys after a call or a case count from that
 * day. They ask only a customer who was spoken with, so a call or a case is not closed without an answer to that.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type CaseRefusal, closingRefusal } from '#core/work/case/case-act.ts'
import { type Actor, eventStaff, isBy } from '#core/work/event-staff.ts'
import { closed, mayTakeNoMore } from '#core/work/history.ts'
import { leaseOfOther } from '#core/work/lease.ts'
import { isSolvable } from '#core/work/solvable.ts'
import { closingOf, reopeningsOf } from '#core/work/standing.ts'
import type { Closed } from '#core/work/work-event.ts'
import { reasonOf, type WorkItem } from '#core/work/work-item.ts'

export interface CloseWorkPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workClosed'>
}

/** With the staff member who closed it. */
export interface DoneWork extends Actor {
  readonly workId: string
  /** The result. Kept beside the notes that staff wrote before. */
  readonly note: string
  /** Was the customer spoken with? Null, no answer, is enough for a request about data alone. `not-needed`: nothing was to be said in a case. */
  readonly reached: boolean | 'not-needed' | null
  /** Whether it was solved at the first contact; left out where staff did not say. */
  readonly atFirst?: boolean
  readonly at: Instant
  /** How often it had been reopened when the person decided; left out by the `care` command, which decides and closes at once. */
  readonly round?: number
}

/** `again`: the same person had closed it with the same note before. */
export type ClosedWork =
  | { readonly closed: WorkItem; readonly again: boolean }
  | { readonly refused: 'who-and-what' | 'no-such-work' | 'reached-or-not' | 'nothing-to-solve' }
  | { readonly refused: 'already-closed'; readonly item: WorkItem }
  /** It was closed and reopened after the page was shown: what it says is about the time before. */
  | { readonly refused: 'changed-meanwhile' | 'held-by-colleague' }
  | { readonly refused: 'contended' }
  /** What closing a complaint demands. */
  | { readonly refused: CaseRefusal }
  | TooLong

export async function closeWork({ work, companyRules, events }: CloseWorkPorts, done: DoneWork): Promise<ClosedWork> {
  const [by, note] = [staffText(done.by), staffText(done.note)]
  if (by === '' || note === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by, note })
  if (unfit) return unfit
  const { at, reached, atFirst } = done
  const on = localDateAt(at, companyRules.company.zone)
  const contact = reached === 'not-needed' ? ({ reached: false, contact: 'not-needed' } as const) : { reached }
  const closing: Closed = {
    is: 'closed',
    at,
    on,
    by: eventStaff({ by, address: done.address }),
    note,
    ...contact,
    ...(atFirst !== undefined && { atFirst }),
  }
  const result = await changeWork(work, done.workId, (item): Change<WorkItem, ClosedWork> => {
    const before = closingOf(item)
    if (before) return { instead: isSame(before, closing) ? { closed: item, again: true } : { refused: 'already-closed', item } }
    if (done.round !== undefined && reopeningsOf(item).length !== done.round) return { instead: { refused: 'changed-meanwhile' } }
    if (leaseOfOther(item, done, at)) return { instead: { refused: 'held-by-colleague' } }
    if (!isAnswer(reached, item.kind)) return { instead: { refused: 'reached-or-not' } }
    if (atFirst !== undefined && !isSolvable(item)) return { instead: { refused: 'nothing-to-solve' } }
    const demanded = item.kind === 'case' && !mayTakeNoMore(item) ? closingRefusal(item, closing, companyRules.cases) : null
    if (demanded) return { instead: { refused: demanded } }
    return { next: closed(item, closing, companyRules) }
  })
  if ('instead' in result) return result.instead
  events.workClosed({ workId: result.changed.workId, reason: reasonOf(result.changed) })
  return { closed: result.changed, again: false }
}

function isAnswer(reached: DoneWork['reached'], kind: WorkItem['kind']): boolean {
  switch (kind) {
    case 'call-task':
      return typeof reached === 'boolean'
    case 'case':
      return reached !== null
    case 'data-request':
      return true
  }
}

const isSame = (before: Closed, now: Closed) =>
  now.by.is === 'staff' &&
  isBy(before.by, now.by) &&
  before.note === now.note &&
  before.reached === now.reached &&
  before.contact === now.contact &&
  before.atFirst === now.atFirst

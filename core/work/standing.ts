/** How an item of work stands, as its events leave it. */
import { type Instant, later } from '#core/time/instant.ts'
import { promisedAt } from '#core/work/attempts.ts'
import { type CaseStep, isCaseEvent } from '#core/work/case/case-event.ts'
import { stepOf } from '#core/work/case/case-standing.ts'
import type { Assigned, Closed, History, Owner, Reopened, WorkEvent } from '#core/work/work-event.ts'
import type { CallTask, Case, DataRequest, WorkItem } from '#core/work/work-item.ts'

/** The states of each kind. A call is to be made, at an agreed time once there is one. A case goes through its steps, and begins anew when it is reopened. */
type CallState = 'to-call' | 'promised' | 'closed'
type CaseState = CaseStep | 'closed'
type DataRequestState = 'asked' | 'extended' | 'closed'
export type WorkState = CallState | CaseState | DataRequestState

export function stateOf(item: CallTask): CallState
export function stateOf(item: Case): CaseState
export function stateOf(item: DataRequest): DataRequestState
export function stateOf(item: WorkItem): WorkState
export function stateOf(item: WorkItem): WorkState {
  if (closingOf(item)) return 'closed'
  switch (item.kind) {
    case 'call-task':
      return promisedAt(item.events) === null ? 'to-call' : 'promised'
    case 'case':
      return stepOf(item)
    case 'data-request':
      return isExtended(item) ? 'extended' : 'asked'
  }
}

/** How it was closed; undefined while it is open. Events stand in the order in which they were written: of two at one instant the later one counts. */
export function closingOf(item: History): Closed | undefined {
  let closing: Closed | undefined
  for (const event of item.events) closing = closingAfter(event, closing)
  return closing
}

/** The switch has no default: a further event that opens or closes an item cannot be added without saying so here. No step of a case does. */
function closingAfter(event: WorkEvent, before: Closed | undefined): Closed | undefined {
  if (isCaseEvent(event)) return before
  switch (event.is) {
    case 'closed':
      return event
    case 'reopened':
      return undefined
    case 'opened':
    case 'assigned':
    case 'attempted':
    case 'noted':
    case 'extended':
      return before
  }
}

export const isOpen = (item: History): boolean => closingOf(item) === undefined

/** When the last thing happened to it. An extension of before that has no instant says nothing. */
export const latestAt = ({ events }: Pick<WorkItem, 'events'>): Instant =>
  events.reduce((latest, { at }) => (at === null ? latest : later(latest, at)), '')

export const isExtended = ({ events }: Pick<WorkItem, 'events'>): boolean => events.some(({ is }) => is === 'extended')

/** Oldest first. A form that was shown before one of them must not act on the item as it is after it. */
export const reopeningsOf = (item: Pick<WorkItem, 'events'>): readonly Reopened[] =>
  item.events.flatMap((event) => (event.is === 'reopened' ? [event] : []))

/** On whose desk it lies: where it was handed last, also after it was closed and reopened. What was never handed over is everybody's. */
export const ownerOf = (item: History): Owner => handOverOf(item)?.to ?? { is: 'everybody' }

/** How it came to the desk on which it lies. */
export function handOverOf({ events }: History): Assigned | undefined {
  const last = events.findLast((event) => event.is === 'assigned')
  return last?.is === 'assigned' ? last : undefined
}

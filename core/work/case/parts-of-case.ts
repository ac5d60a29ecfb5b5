/** What became part of a case, by its own events: the other cases are read for the sum of their compensation alone (app/desk/case-that-goes-on.ts). */
import type { Instant } from '#core/time/instant.ts'
import type { TookOver } from '#core/work/case/merge-event.ts'
import type { History, WorkEvent } from '#core/work/work-event.ts'

/** In the order in which they first came. One that was opened again and merged once more is one, as it stood the last time. */
export function partsOf({ events }: History): readonly TookOver[] {
  const parts = new Map<string, TookOver>()
  for (const event of events) if (event.is === 'took-over') parts.set(event.from, event)
  return [...parts.values()]
}

/** The customer has a proposal. */
export const isProposal = (event: WorkEvent): boolean => event.is === 'moved' && event.to === 'follow-up'

/** When the customer came with it first: also where the case that was opened then was full, and goes on in this one. */
export const lawRunsFrom = (item: History): Instant =>
  partsOf(item).reduce((first, { since = first }) => (since < first ? since : first), item.events[0]?.at ?? '')

/**
 * What of an item's history tells whether it is done, what is agreed, and who did it: the events that try, close or reopen it. The words of staff are left
 * out. A lead's page counts thousands of items by it, and reads whole only those that it shows.
 */

import * as z from 'zod'
import { isCaseEvent } from '#core/work/case/case-event.ts'
import { AttemptedSchema, ClosedSchema, ReopenedSchema, type WorkEvent } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export const TurnSchema = z.discriminatedUnion('is', [AttemptedSchema, ClosedSchema, ReopenedSchema])
type Turn = Readonly<z.infer<typeof TurnSchema>>

export interface WorkTurns {
  readonly workId: string
  readonly events: readonly Turn[]
}

export const turnsOf = ({ workId, events }: Pick<WorkItem, 'workId' | 'events'>): WorkTurns => ({
  workId,
  events: events.flatMap((event) => turnIn(event) ?? []),
})

/** The switch has no default: a further event that opens or closes an item must be kept here. */
function turnIn(event: WorkEvent): Turn | undefined {
  if (isCaseEvent(event)) return undefined
  switch (event.is) {
    case 'attempted':
    case 'closed':
      return { ...event, note: null }
    case 'reopened':
      return { ...event, because: '' }
    case 'opened':
    case 'assigned':
    case 'noted':
    case 'extended':
      return undefined
  }
}

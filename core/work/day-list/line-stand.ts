/** How a line of a list of calls stands, by the work behind it as it is now. */
import { earliest, type Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { promisedAt } from '#core/work/attempts.ts'
import type { DayLine } from '#core/work/day-list/day-line.ts'
import { type DayAsked, wasWorkedOn } from '#core/work/day-list/work-of-day.ts'
import { isOpen } from '#core/work/standing.ts'
import type { History } from '#core/work/work-event.ts'

export interface LineStand {
  /** The earliest time that is agreed with the customer. */
  readonly promiseAt: Instant | null
  /** The same, of those for the day of the list or one before: what was agreed for a later day is nothing to do today. */
  readonly promiseOfDay: Instant | null
  /** Nothing is left to do on the day of the list: it was rung, or closed. */
  readonly isDone: boolean
}

/** Whole items, or what tells whether they are done (`WorkTurns`). */
export function lineStand(
  { isWorked }: Pick<DayLine, 'isWorked'>,
  { items, day }: { readonly items: readonly History[]; readonly day: DayAsked },
): LineStand {
  const open = items.filter(isOpen)
  const promises = open.flatMap(({ events }) => promisedAt(events) ?? [])
  const promiseOfDay = earliest(promises.filter((at) => localDateAt(at, day.rules.company.zone) <= day.date))
  const isDone = isWorked || open.length === 0 || (promiseOfDay === null && items.some((item) => wasWorkedOn(item, day)))
  return { promiseAt: earliest(promises), promiseOfDay, isDone }
}

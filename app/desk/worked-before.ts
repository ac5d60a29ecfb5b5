/** Which lines of a list were worked since it was made: what they were about is open no more, or was tried on that day. */
import type { WorkStore } from '#app/ports/work.ts'
import { promisedAt } from '#core/work/attempts.ts'
import type { DayLine } from '#core/work/day-list/day-line.ts'
import { type DayAsked, wasWorkedOn } from '#core/work/day-list/work-of-day.ts'
import { reopeningsOf } from '#core/work/standing.ts'
import { isMissedHotline, type WorkItem } from '#core/work/work-item.ts'

export interface LinesBefore {
  readonly lines: readonly DayLine[]
  /** Open work of the team that is due on that day. */
  readonly open: readonly WorkItem[]
  readonly day: DayAsked
}

export interface WorkedBefore {
  readonly worked: readonly DayLine[]
  readonly waiting: readonly DayLine[]
}

/** A line without any work left, and none of it done on that day, is in neither: it was handed to another team, or its customer erased. */
export async function workedBefore(work: Pick<WorkStore, 'getMany'>, { lines, open, day }: LinesBefore): Promise<WorkedBefore> {
  const known = new Map(open.map((item) => [item.workId, item]))
  const missing = lines.filter(({ isWorked }) => !isWorked).flatMap(({ workIds }) => workIds.filter((id) => !known.has(id)))
  for (const item of await work.getMany(missing)) known.set(item.workId, item)
  const due = new Set(open.map(({ workId }) => workId))
  // A call-back that was agreed for later on the same day is still to be made.
  const isAgreed = ({ workId, events }: WorkItem) => due.has(workId) && promisedAt(events) !== null
  // So is the call to a caller who rang in vain again after it.
  const isToRingAnew = (item: WorkItem) =>
    due.has(item.workId) && isMissedHotline(item) && reopeningsOf(item).length > 0 && !wasWorkedOn(item, day)
  const isWorked = ({ workIds, ...line }: DayLine) => {
    const items = workIds.flatMap((workId) => known.get(workId) ?? [])
    if (items.some(isToRingAnew)) return false
    return line.isWorked || (items.some((item) => wasWorkedOn(item, day)) && !items.some(isAgreed))
  }
  return { worked: lines.filter(isWorked), waiting: lines.filter((line) => !isWorked(line)) }
}

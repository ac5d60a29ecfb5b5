/** The customer asked in a call for the guide by mail. The mark stands on the attempt that ended the call, so that no row of its own has to be kept. */
import type { LocalDate } from '#core/time/local-date.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** On which days, in the company's zone: also of a call that was reopened since. */
export const guideAskedOn = ({ events }: Pick<WorkItem, 'events'>): readonly LocalDate[] => {
  const all: readonly WorkEvent[] = events
  const askedAt = new Set(all.flatMap((event) => (event.is === 'attempted' && event.guide ? [event.at] : [])))
  return all.flatMap((event) => (event.is === 'closed' && askedAt.has(event.at) ? [event.on] : []))
}

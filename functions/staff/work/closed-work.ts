/** Work that was closed in a month, latest first and page by page: read through the key of the day of closing, and no further than a page needs. */
import type { WorkStore } from '#app/ports/work.ts'
import { type LocalDate, LocalDateSchema } from '#core/time/local-date.ts'
import { firstDayOf, lastDayOf, type Month } from '#core/time/month.ts'
import { closingOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { daysBack, type NewestPage, newestByDay, type Placed } from '#functions/staff/newest-by-day.ts'

export interface ClosedAsked {
  readonly month: Month
  /** The `next` of the page before; anything else is the beginning. */
  readonly before: string | null
  readonly today: LocalDate
  readonly limit: number
  readonly matches: (item: WorkItem) => boolean
}

export function closedInMonth(work: Pick<WorkStore, 'closedDuring'>, asked: ClosedAsked): Promise<NewestPage<WorkItem>> {
  const { limit, matches } = asked
  const before = placeIn(asked)
  const days = daysOfMonth({ ...asked, before })
  return newestByDay({ days, ofDay: (day) => closedOnDay(work, day), before, limit, matches })
}

/** Any text that is no day of the month is no place. */
function placeIn({ month, before }: ClosedAsked): string | null {
  const isPlace = before?.startsWith(`${month}-`) && LocalDateSchema.safeParse(before.slice(0, DATE_LENGTH)).success
  return isPlace ? before : null
}

/** `2027-03-10` */
const DATE_LENGTH = 10

/** From the last day of the month, or from today, or from the day of the place before, back to the first. */
function daysOfMonth({ month, before, today }: ClosedAsked): readonly LocalDate[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const named = before === null ? last : before.slice(0, DATE_LENGTH)
  const from = [last, today, named].reduce((a, b) => (a < b ? a : b))
  return daysBack({ first, last: from })
}

async function closedOnDay(work: Pick<WorkStore, 'closedDuring'>, day: LocalDate): Promise<readonly Placed<WorkItem>[]> {
  const found: Placed<WorkItem>[] = []
  for await (const page of work.closedDuring([day])) {
    for (const item of page) {
      const at = closingOf(item)?.at ?? ''
      found.push({ item, place: `${day} ${at} ${item.workId}` })
    }
  }
  return found
}

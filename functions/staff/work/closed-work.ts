/** Work that was closed in a month, latest first and page by page: read day by day through the key of the day of closing, and no further than a page needs. */
import type { WorkStore } from '#app/ports/work.ts'
import { addDays, type LocalDate, LocalDateSchema } from '#core/time/local-date.ts'
import { firstDayOf, lastDayOf, type Month } from '#core/time/month.ts'
import { closingOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface ClosedPage {
  readonly items: readonly WorkItem[]
  /** The place of the last item, where the next page begins; null when there is none. */
  readonly next: string | null
}

export interface ClosedAsked {
  readonly month: Month
  /** The `next` of the page before; anything else is the beginning. */
  readonly before: string | null
  readonly today: LocalDate
  readonly limit: number
  readonly matches: (item: WorkItem) => boolean
}

/** Days read at once: a quiet month is read in five steps, a busy one in one or two. */
const DAYS_AT_ONCE = 7

export async function closedInMonth(work: Pick<WorkStore, 'closedDuring'>, asked: ClosedAsked): Promise<ClosedPage> {
  const { limit, matches } = asked
  const before = placeIn(asked)
  const found: { readonly item: WorkItem; readonly place: string }[] = []
  const days = daysBack({ ...asked, before })
  for (let start = 0; start < days.length && found.length <= limit; start += DAYS_AT_ONCE) {
    const read = await Promise.all(days.slice(start, start + DAYS_AT_ONCE).map((day) => closedOnDay(work, day)))
    const wanted = read.flat().filter(({ item, place }) => (before === null || place < before) && matches(item))
    found.push(...wanted.toSorted((a, b) => (a.place > b.place ? -1 : 1)))
  }
  const shown = found.slice(0, limit)
  const next = found.length > limit ? (shown.at(-1)?.place ?? null) : null
  return { items: shown.map(({ item }) => item), next }
}

/** Any text that is no day of the month is no place. */
function placeIn({ month, before }: ClosedAsked): string | null {
  const isPlace = before?.startsWith(`${month}-`) && LocalDateSchema.safeParse(before.slice(0, DATE_LENGTH)).success
  return isPlace ? before : null
}

/** `2027-03-10` */
const DATE_LENGTH = 10

/** From the last day of the month, or from today, or from the day of the place before, back to the first. */
function daysBack({ month, before, today }: ClosedAsked): readonly LocalDate[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const named = before === null ? last : before.slice(0, DATE_LENGTH)
  const from = [last, today, named].reduce((a, b) => (a < b ? a : b))
  const days: LocalDate[] = []
  for (let day = from; day >= first; day = addDays(day, -1)) days.push(day)
  return days
}

async function closedOnDay(work: Pick<WorkStore, 'closedDuring'>, day: LocalDate) {
  const found: { readonly item: WorkItem; readonly place: string }[] = []
  for await (const page of work.closedDuring([day])) {
    for (const item of page) {
      const at = closingOf(item)?.at ?? ''
      found.push({ item, place: `${day} ${at} ${item.workId}` })
    }
  }
  return found
}

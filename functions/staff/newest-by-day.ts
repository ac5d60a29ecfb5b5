/**
 * Pages of what stands under days, the newest first: each step reads twice as many days at once as the one before, and no step is read that a page
 * does not need. A busy day is read alone; a month in which little happened takes five steps.
 */
import { addDays, type LocalDate } from '#core/time/local-date.ts'

export interface Placed<Item> {
  readonly item: Item
  /** Where it stands: later places come first on their day, and the place of the last one shown is where the next page begins. */
  readonly place: string
}

export interface NewestAsked<Item> {
  /** The newest first. */
  readonly days: readonly LocalDate[]
  /** A day is read whole, so that a page is right however much stands under it. */
  readonly ofDay: (day: LocalDate) => Promise<readonly Placed<Item>[]>
  /** The `next` of the page before; null for the newest. */
  readonly before: string | null
  readonly limit: number
  readonly matches: (item: Item) => boolean
}

export interface NewestPage<Item> {
  readonly items: readonly Item[]
  /** Null when the days hold no more. */
  readonly next: string | null
}

export async function newestByDay<Item>(asked: NewestAsked<Item>): Promise<NewestPage<Item>> {
  const { days, ofDay, before, limit, matches } = asked
  const found: Placed<Item>[] = []
  for (let start = 0, size = 1; start < days.length && found.length <= limit; start += size, size *= 2) {
    const read = await Promise.all(days.slice(start, start + size).map(ofDay))
    for (const day of read) {
      const wanted = day.filter(({ item, place }) => (before === null || place < before) && matches(item))
      found.push(...wanted.toSorted((a, b) => (a.place > b.place ? -1 : 1)))
    }
  }
  const shown = found.slice(0, limit)
  return {
    items: shown.map(({ item }) => item),
    next: found.length > limit ? (shown.at(-1)?.place ?? null) : null,
  }
}

/** From the last day back to the first; none when the last is earlier. */
export function daysBack({ first, last }: { readonly first: LocalDate; readonly last: LocalDate }): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = last; day >= first; day = addDays(day, -1)) days.push(day)
  return days
}

/**
 * The items behind a count of the report for a month, by when they changed last: an item with an event in the month changed in it or later, so the days
 * are read forward from the month on. Each step reads twice as many days as the one before, and no step is read that a page does not need.
 */
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { PROMISE_DAYS } from '#core/duty/promise.ts'
import { NOBODY } from '#core/facts/who.ts'
import { workFacts } from '#core/facts/work-facts.ts'
import { type DeskCount, isBehind } from '#core/kpi/counting/desk-count.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { firstDayOf, lastDayOf, type Month } from '#core/time/month.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { latestAt } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface CountedAsked {
  readonly counted: DeskCount
  readonly month: Month
  /** The `next` of the page before; anything else is the beginning. */
  readonly after: string | null
  readonly today: LocalDate
  readonly limit: number
  readonly matches: (item: WorkItem) => boolean
}

interface CountedPage {
  readonly items: readonly WorkItem[]
  /** Null when there are no more. */
  readonly next: string | null
}

/** So many days are read for one page; where it is not full by then, the next one goes on. */
const MOST_DAYS = 127

export async function countedInMonth(
  work: Pick<WorkStore, 'changedDuring'>,
  { asked, rules }: { readonly asked: CountedAsked; readonly rules: CompanyRules },
): Promise<CountedPage> {
  const { today, limit, matches } = asked
  const { zone } = rules.company
  const after = placeIn(asked.after)
  const found: Placed[] = []
  let first = after === null ? firstDayLooked(asked) : localDateAt(after.at, zone)
  for (let size = 1; first <= today && size <= MOST_DAYS && found.length <= limit; size *= 2) {
    const next = addDays(first, size)
    // By id: an item that changes while it is read may come twice.
    const read = new Map<string, Placed>()
    for await (const page of work.changedDuring({ from: dayStart(first, zone), to: dayStart(next, zone) }))
      for (const item of page) {
        const place = placeOf(item)
        const isNext = localDateAt(latestAt(item), zone) >= next
        if (isNext || (after !== null && place <= after.place)) continue
        if (matches(item) && isCounted(item, asked, rules)) read.set(item.workId, { item, place })
      }
    found.push(...[...read.values()].toSorted((a, b) => (a.place < b.place ? -1 : 1)))
    first = next
  }
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  if (found.length > limit && last) return { items: itemsIn(shown), next: last.place }
  return { items: itemsIn(shown), next: first <= today ? dayStart(first, zone) : null }
}

interface Placed {
  readonly item: WorkItem
  readonly place: string
}

const itemsIn = (placed: readonly Placed[]): readonly WorkItem[] => placed.map(({ item }) => item)

const placeOf = (item: WorkItem): string => `${latestAt(item)} ${item.workId}`

/** Any text that begins with no instant is no place. */
function placeIn(place: string | null): { readonly at: Instant; readonly place: string } | null {
  const at = place?.split(' ')[0]
  return place !== null && InstantSchema.safeParse(at).success ? { at: at ?? '', place } : null
}

/** A promise for a day of the month may be the last that happened to its item. */
const firstDayLooked = ({ counted, month }: CountedAsked): LocalDate =>
  counted.of === 'promises' ? addDays(firstDayOf(month), -PROMISE_DAYS) : firstDayOf(month)

function isCounted(item: WorkItem, { counted, month, today }: CountedAsked, rules: CompanyRules): boolean {
  const rows = workFacts(item, { who: NOBODY, numberOf: () => 0n, rules })
  const period = { from: firstDayOf(month), to: lastDayOf(month) }
  return isBehind(counted, { rows, period, today, zone: rules.company.zone })
}

/** How much is open, counted up to a number: beyond it a page says "at least", and reads no more for it. */
import type { Glance, WorkDesk, WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { deadlinesOf, isLate } from '#core/work/deadlines.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { AtLeast } from '#web/words/at-least.ts'

/** Some hundred read units at most. */
export const COUNTED = 500

/**
 * An item is due by the calendar of now. One whose stored time is so much later cannot be late: a day off or two that were taken back, with a weekend
 * between them.
 */
const MOST_MOVED_MS = 4 * DAY_MS

/** Through which stored instant what is late now is looked for. */
export const lastThatMayBeLate = (now: Instant): Instant => plusMs(now, MOST_MOVED_MS)

interface Counting {
  readonly rules: CompanyRules
  readonly now: Instant
}

export const isLateNow = (item: WorkItem, { rules, now }: Counting): boolean =>
  isLate({ item, deadlines: deadlinesOf(item, rules) }, now)

export const countedIn = ({ items, isMore }: Glance, matches: (item: WorkItem) => boolean = () => true): AtLeast => ({
  count: items.filter(matches).length,
  isMore,
})

/** What is late stands first: beyond a last item that is not, none is. */
export function lateIn(glance: Glance, counting: Counting): AtLeast {
  const last = glance.items.at(-1)
  const mayBeMore = last !== undefined && last.dueAt <= lastThatMayBeLate(counting.now)
  return { count: countedIn(glance, (item) => isLateNow(item, counting)).count, isMore: glance.isMore && mayBeMore }
}

/** A person counts to the team in which the work came to them, here as in the list of calls. */
export function desksOf(
  whose: 'all' | 'mine' | 'team',
  { address, team }: Pick<StaffMember, 'address' | 'team'>,
): readonly WorkDesk[] {
  switch (whose) {
    case 'all':
      return [{ of: 'all' }]
    case 'mine':
      return [{ of: 'person', address }]
    case 'team':
      return [
        { of: 'team', team },
        { of: 'team', team: null },
      ]
  }
}

export async function countedOn(work: Pick<WorkStore, 'countOpenOn'>, desks: readonly WorkDesk[]): Promise<AtLeast> {
  const counts = await Promise.all(desks.map((desk) => work.countOpenOn(desk, COUNTED + 1)))
  const sum = counts.reduce((total, count) => total + count, 0)
  return { count: Math.min(sum, COUNTED), isMore: sum > COUNTED }
}

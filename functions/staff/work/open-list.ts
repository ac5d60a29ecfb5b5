/**
 * The list of what is open, a page at a time. A stretch of the desk is read from where the last one ended, and put in order by the calendar of today:
 * what is stored may be a day or two behind it. A narrowed list looks through several stretches, and says when it goes on beyond them.
 */
import type { Glance } from '#app/ports/work.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { isAmong, WHOSE, type Whose } from '#core/staff/whose-work.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Due, inOrderOfUrgency } from '#core/work/deadlines.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { readStretch } from '#functions/staff/work/desk-stretch.ts'
import { isNarrowedTo } from '#functions/staff/work/narrowed.ts'
import {
  COUNTED,
  countedIn,
  countedOn,
  desksOf,
  isLateNow,
  lastThatMayBeLate,
  lateIn,
} from '#functions/staff/work/open-counts.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { isNarrowed, type WorkFilter } from '#web/staff/work/work-filter.ts'
import type { OpenPlace } from '#web/staff/work/work-list-page.ts'
import type { AtLeast } from '#web/words/at-least.ts'

const PER_PAGE = 25
const STRETCH = 200
/** A kind of which there are few is looked for among so many at once. */
const MOST_LOOKED_THROUGH = 800

export interface OpenAsked {
  readonly filter: WorkFilter
  readonly viewer: StaffMember
  readonly now: Instant
  readonly page: number
  readonly after: string | null
}

export interface OpenList {
  readonly due: readonly Due[]
  readonly place: OpenPlace
  /** Null for what was not counted. */
  readonly counts: Readonly<Record<Whose, AtLeast | null>>
}

/** Of all open work, however a list is narrowed. */
export async function openAtGlance({ stores, companyRules }: WorkSystem, now: Instant) {
  const glance = await stores.work.openAtGlance(COUNTED)
  return { glance, open: countedIn(glance), late: lateIn(glance, { rules: companyRules, now }) }
}

export async function openList(system: WorkSystem, asked: OpenAsked, glance: Glance): Promise<OpenList> {
  const { filter, page: wanted, after } = asked
  const { items, lookedThrough, next } = await lookedUp(system, asked)
  const due = inOrderOfUrgency(items, system.companyRules)
  // Work that closed meanwhile may have left fewer pages than the link knew: then the last one is shown.
  const page = Math.max(1, Math.min(wanted, Math.ceil(due.length / PER_PAGE)))
  const start = (page - 1) * PER_PAGE
  const place = { page, isMore: start + PER_PAGE < due.length, after, next, lookedThrough }
  const found: AtLeast | null = after === null ? { count: due.length, isMore: next !== null } : null
  return { due: due.slice(start, start + PER_PAGE), place, counts: await countsOf(system, { asked, glance, found, filter }) }
}

async function lookedUp({ stores, companyRules }: WorkSystem, { filter, viewer, now, after }: OpenAsked) {
  const counting = { rules: companyRules, now }
  const isAsked = (item: WorkItem) => isNarrowedTo(item, filter) && (filter.due === null || isLateNow(item, counting))
  const through = filter.due === null ? null : lastThatMayBeLate(now)
  const asked = { desks: desksOf(filter.whose, viewer), through, limit: STRETCH }
  const items = new Map<string, WorkItem>()
  let [next, lookedThrough] = [after, 0]
  do {
    const stretch = await readStretch(stores.work, { ...asked, after: next })
    for (const item of stretch.items.filter(isAsked)) items.set(item.workId, item)
    lookedThrough += stretch.items.length
    next = stretch.next
  } while (next !== null && items.size < STRETCH && lookedThrough < MOST_LOOKED_THROUGH)
  return { items: [...items.values()], lookedThrough, next }
}

interface CountsAsked {
  readonly asked: OpenAsked
  readonly glance: Glance
  /** On the list that is shown. */
  readonly found: AtLeast | null
  readonly filter: WorkFilter
}

async function countsOf({ stores, companyRules }: WorkSystem, { asked, glance, found, filter }: CountsAsked) {
  const { viewer, now } = asked
  const counting = { rules: companyRules, now }
  const counted = async (whose: Whose): Promise<AtLeast | null> => {
    if (!glance.isMore)
      return countedIn(
        glance,
        (item) =>
          isNarrowedTo(item, filter) &&
          (filter.due === null || isLateNow(item, counting)) &&
          isAmong(ownerOf(item), { whose, viewer }),
      )
    if (isNarrowed(filter)) return whose === filter.whose ? found : null
    return whose === 'all' ? countedIn(glance) : countedOn(stores.work, desksOf(whose, viewer))
  }
  const [all, mine, team] = await Promise.all(WHOSE.map(counted))
  return { all: all ?? null, mine: mine ?? null, team: team ?? null }
}

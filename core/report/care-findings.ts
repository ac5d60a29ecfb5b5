/** What the cases of the last weeks tell the team on a day: how the week was, and what recurs. It names no customer beside the ids of cases. */

import type { ComparedPeriods, DaysCompared, RecurringGroup } from '#core/report/recurring.ts'
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import type { CaseSeen } from '#core/work/case/case-seen.ts'

/** In the week, and in the one before it. */
export interface WeekCount {
  readonly now: number
  readonly before: number
}

export interface CareWeek extends DaysCompared {
  readonly opened: WeekCount
  readonly closed: WeekCount
  /** At the moment of counting, of those to which anything happened in the weeks that are read, and of those that are late. */
  readonly open: number
  /** Of those, past the time of a clock. */
  readonly late: number
  /** Of what was opened, the most frequent of the week first; null: no category is chosen. */
  readonly categories: readonly (WeekCount & { readonly category: string | null })[]
}

export interface CareFindings {
  /** On which it was counted. */
  readonly day: LocalDate
  readonly periods: ComparedPeriods
  readonly groups: readonly RecurringGroup[]
  readonly week: CareWeek
}

/** From Monday to Sunday, the last that is over. */
export function lastWeek(today: LocalDate): DaysCompared {
  const monday = addDays(today, 1 - weekdayOf(today))
  return { from: addDays(monday, -7), to: addDays(monday, -1) }
}

/** `late`: ids of open cases past the time of a clock, also of such as nothing happened to for long. */
export function careWeek(
  cases: readonly CaseSeen[],
  { week, late }: { readonly week: DaysCompared; readonly late: ReadonlySet<string> },
): CareWeek {
  const before = { from: addDays(week.from, -7), to: addDays(week.from, -1) }
  const count = (when: (one: CaseSeen) => LocalDate | null, among: readonly CaseSeen[] = cases): WeekCount => ({
    now: among.filter((one) => isIn(when(one), week)).length,
    before: among.filter((one) => isIn(when(one), before)).length,
  })
  const openedOn = ({ openedOn }: CaseSeen) => openedOn
  const categories = [...Map.groupBy(cases, ({ category }) => category)]
    .map(([category, among]) => ({ category, ...count(openedOn, among) }))
    .filter((line) => line.now > 0 || line.before > 0)
    .toSorted((a, b) => b.now - a.now || b.before - a.before || ((a.category ?? '~') < (b.category ?? '~') ? -1 : 1))
  const open = new Set([...late, ...cases.flatMap(({ workId, closedOn }) => (closedOn === null ? [workId] : []))])
  return {
    ...week,
    opened: count(openedOn),
    closed: count(({ closedOn }) => closedOn),
    open: open.size,
    late: late.size,
    categories,
  }
}

const isIn = (day: LocalDate | null, { from, to }: DaysCompared): boolean => day !== null && day >= from && day <= to

/** Nothing to tell: no case came, none was closed, none is open, nothing recurs. */
export const isQuiet = ({ groups, week: { opened, closed, open } }: CareFindings): boolean =>
  opened.now + opened.before + closed.now + closed.before + open === 0 && !groups.some(({ recurs }) => recurs)

/** What the days on which one customer bought say about whether they came back. The same rules are asked of stored rows and, as SQL, of the facts. */
import type { Period } from '#core/kpi/period.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'

/** Days after the first purchase at which a cohort is looked at. */
export const HORIZONS = [30, 90, 180, 365] as const
export type Horizon = (typeof HORIZONS)[number]

/** A customer is active while the last purchase is not longer ago than this: the company's customers have no contract that would say when they leave. */
export const ACTIVITY_DAYS = 365

/**
 * Whether the customer bought on another day within 1 to `horizon` days after the first. Null when that many days have not passed by `end`: the
 * customer cannot be counted as lost yet, nor those who came back early as kept, for then only they would be in the figure.
 */
export function isRetained(
  days: readonly LocalDate[],
  { horizon, end }: { readonly horizon: Horizon; readonly end: LocalDate },
): boolean | null {
  const first = firstDay(days)
  if (first === undefined || daysBetween(first, end) < horizon) return null
  return days.some((day) => day > first && daysBetween(first, day) <= horizon)
}

export const firstDay = (days: readonly LocalDate[]): LocalDate | undefined =>
  days.reduce<LocalDate | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined)

export const boughtIn = (days: readonly LocalDate[], { from, to }: Period): boolean =>
  days.some((day) => from <= day && day <= to)

/** Whether the customer bought within the activity window that ends with this day. */
export const isActiveOn = (days: readonly LocalDate[], date: LocalDate): boolean =>
  days.some((day) => day <= date && daysBetween(day, date) < ACTIVITY_DAYS)

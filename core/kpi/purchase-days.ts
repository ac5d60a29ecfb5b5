/**
 * What the days on which one customer bought say about whether they came back. Days are counted from 1970 and stand in any order: a company has millions of
 * them. The published SQL asks the same of the facts.
 */

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
  days: readonly number[],
  { horizon, end }: { readonly horizon: Horizon; readonly end: number },
): boolean | null {
  const first = firstOf(days)
  return end - first < horizon ? null : days.some((day) => day > first && day - first <= horizon)
}

/** Of at least one. */
export const firstOf = (days: readonly number[]): number =>
  days.reduce((first, day) => Math.min(first, day), Number.POSITIVE_INFINITY)

export const boughtBetween = (days: readonly number[], { from, to }: { readonly from: number; readonly to: number }): boolean =>
  days.some((day) => from <= day && day <= to)

/** Whether the customer bought within the activity window that ends with this day. */
export const isActiveOn = (days: readonly number[], date: number): boolean =>
  days.some((day) => day <= date && date - day < ACTIVITY_DAYS)

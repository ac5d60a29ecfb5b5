/** Shares of a whole in per cent that sum to a hundred, however they are rounded. */
import type { PageLocale } from '#web/customer/page.ts'

/**
 * The largest remainder method (Hamilton's): every share is rounded down, and the points that are left go to those that lost most by it, of equals to
 * the first. 1, 1 and 4 of 6 are 16.67, 16.67 and 66.67 per cent: 16, 16 and 66, and two points are left, so 17, 17 and 66. Of nothing all are 0.
 */
export function sharesOf(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const floors = counts.map((count) => Math.floor((count * 100) / total))
  const left = 100 - floors.reduce((sum, floor) => sum + floor, 0)
  const byRemainder = counts.map((count, at) => ({ at, rest: (count * 100) % total })).toSorted((a, b) => b.rest - a.rest)
  const raised = new Set(byRemainder.slice(0, left).map(({ at }) => at))
  return floors.map((floor, at) => (raised.has(at) ? floor + 1 : floor))
}

/** `17%`, in the order of the counts. */
export const writtenShares = (counts: readonly number[], locale: PageLocale): readonly string[] =>
  sharesOf(counts).map((share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share / 100))

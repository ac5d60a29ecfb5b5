/** The order of a day's list, and what each entry tells about its place. First promises, then what is urgent, then who is worth most, then what is oldest. */
import type { Instant } from '#core/time/instant.ts'
import type { Why } from '#core/work/day-list/day-line.ts'
import { compared, type DayEntry } from '#core/work/day-list/entries.ts'
import { promiseFact } from '#core/work/day-list/why-now.ts'

/** The most valued tier first; none of them where the company orders none. */
export type TierOrder = readonly string[]

export const inOrderOfDay = (entries: readonly DayEntry[], tiers: TierOrder): readonly DayEntry[] =>
  entries.toSorted((a, b) => byPromise(a, b) || byUrgency(a, b) || byTier(a, b, tiers) || byDue(a, b))

/** Promises by their time. */
const byPromise = (a: DayEntry, b: DayEntry): number => {
  if (a.promiseAt !== null && b.promiseAt !== null) return compared(a.promiseAt, b.promiseAt)
  return Number(b.promiseAt !== null) - Number(a.promiseAt !== null)
}

/** Complaints, low scores and missed calls by when they are due, whatever else has waited for the same person. */
const byUrgency = (a: DayEntry, b: DayEntry): number => {
  if (a.urgent !== null && b.urgent !== null) return compared(urgentDueAt(a), urgentDueAt(b))
  return Number(b.urgent !== null) - Number(a.urgent !== null)
}

const urgentDueAt = ({ work, dueAt }: DayEntry): Instant =>
  work.flatMap((each) => (each.urgent === null ? [] : each.dueAt)).toSorted()[0] ?? dueAt

const byTier = (a: DayEntry, b: DayEntry, tiers: TierOrder): number => tierRank(a, tiers) - tierRank(b, tiers)

const byDue = (a: DayEntry, b: DayEntry): number => compared(a.dueAt, b.dueAt) || compared(a.key, b.key)

/** The best one of its people. */
const tierRank = ({ people }: DayEntry, tiers: TierOrder): number =>
  Math.min(
    tiers.length,
    ...people.map(({ tier }) => (tier !== null && tiers.includes(tier) ? tiers.indexOf(tier) : tiers.length)),
  )

/** In the order in which they count. */
export function whyInPlace(
  entry: DayEntry,
  { tiers, now }: { readonly tiers: TierOrder; readonly now: Instant },
): readonly Why[] {
  const { promiseAt, urgent, age, dueAt, sharing } = entry
  const tier = tiers[tierRank(entry, tiers)]
  return [
    ...(promiseAt === null ? [] : [promiseFact(promiseAt, now)]),
    ...(urgent === null ? [] : [urgent]),
    ...(tier === undefined ? [] : [{ is: 'tier' as const, tier }]),
    ...(age > 0 ? [{ is: 'leftover' as const, days: age }] : promiseAt === null ? [{ is: 'due' as const, at: dueAt }] : []),
    ...(sharing > 1 ? [{ is: 'shared-number' as const, people: sharing }] : []),
  ]
}

/**
 * Complaints that recur: of one category about one product, more in the last days than in as many before. Customers are counted and no cases, so that
 * one person who complains three times is one; a rise counts when chance alone would seldom bring it (core/kpi/statistics/binomial-tail.ts).
 *
 * Example, with the rule that holds where none is written: three customers in 28 days and none in the 28 before recur (1/8); four after one do not (6/32).
 */
import type { RecurringRule } from '#core/campaign/case-policy.ts'
import { productKey } from '#core/customer/product-key.ts'
import { chanceOfRise } from '#core/kpi/statistics/binomial-tail.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { CaseSeen } from '#core/work/case/case-seen.ts'

export interface DaysCompared {
  readonly from: LocalDate
  /** The last day. */
  readonly to: LocalDate
}

export interface ComparedPeriods {
  readonly now: DaysCompared
  readonly before: DaysCompared
}

/** Whole days: those that end with the last one, and as many before them. */
export function periodsCompared(last: LocalDate, { days }: Pick<RecurringRule, 'days'>): ComparedPeriods {
  const from = addDays(last, 1 - days)
  return { now: { from, to: last }, before: { from: addDays(from, -days), to: addDays(from, -1) } }
}

export interface GroupCounts {
  readonly cases: number
  /** Cases whose customer is not known are of none: whether they are one person is not known. */
  readonly customers: number
}

export type CaseBehind = Pick<CaseSeen, 'workId' | 'openedOn'>

export interface RecurringGroup {
  readonly category: string
  /** As most of the cases spell it; null for cases that name none. */
  readonly product: string | null
  readonly now: GroupCounts
  readonly before: GroupCounts
  /** How likely chance alone is to bring so many customers or more. */
  readonly chance: number
  readonly recurs: boolean
  /** Of the later period, the newest first. */
  readonly behind: readonly CaseBehind[]
}

/** The groups that are large enough, those that recur first, then by how little chance explains them. */
export function recurringGroups(
  cases: readonly CaseSeen[],
  { periods, rule }: { readonly periods: ComparedPeriods; readonly rule: Pick<RecurringRule, 'atLeast' | 'level'> },
): readonly RecurringGroup[] {
  const within =
    ({ from, to }: DaysCompared) =>
    (one: CaseSeen) =>
      one.openedOn >= from && one.openedOn <= to
  const complaints = cases.filter(({ isComplaint, category }) => isComplaint && category !== null)
  return [...Map.groupBy(complaints, keyOf).values()]
    .flatMap((all) => groupOf(all.filter(within(periods.now)), all.filter(within(periods.before)), rule))
    .toSorted(byWeight)
}

const keyOf = ({ category, product }: Pick<CaseSeen, 'category' | 'product'>): string =>
  `${category}\n${product === null ? '' : productKey(product)}`

function groupOf(
  now: readonly CaseSeen[],
  before: readonly CaseSeen[],
  { atLeast, level }: Pick<RecurringRule, 'atLeast' | 'level'>,
): readonly RecurringGroup[] {
  const counts = { now: countsOf(now), before: countsOf(before) }
  const category = now[0]?.category ?? null
  if (category === null || counts.now.customers < atLeast) return []
  const chance = chanceOfRise({ later: counts.now.customers, before: counts.before.customers })
  const newest = now.toSorted((a, b) =>
    a.openedAt === b.openedAt ? compared(a.workId, b.workId) : compared(b.openedAt, a.openedAt),
  )
  return [
    {
      category,
      product: mostFrequent(now.flatMap(({ product }) => product ?? [])),
      ...counts,
      chance,
      recurs: chance <= level,
      behind: newest.map(({ workId, openedOn }) => ({ workId, openedOn })),
    },
  ]
}

const countsOf = (cases: readonly CaseSeen[]): GroupCounts => ({
  cases: cases.length,
  customers: new Set(cases.flatMap(({ customerId }) => customerId ?? [])).size,
})

/** Of equally frequent spellings the first in order; null for none. */
function mostFrequent(spellings: readonly string[]): string | null {
  const counted = [...Map.groupBy(spellings, (spelling) => spelling.trim())]
  return counted.toSorted(([a, x], [b, y]) => y.length - x.length || compared(a, b))[0]?.[0] ?? null
}

const byWeight = (a: RecurringGroup, b: RecurringGroup): number =>
  Number(b.recurs) - Number(a.recurs) || a.chance - b.chance || b.now.customers - a.now.customers || compared(keyOf(a), keyOf(b))

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The counts of the desk that the report shows, each with a name that an address can hold, and whether an item of work is behind one: it is where the
 * counting of that item alone counts it, so the list behind a count goes by the rule of the count.
 */
import type { CountedPeriod } from '#core/kpi/counting/counted-period.ts'
import { itemsOf, type WorkRow } from '#core/kpi/counting/item.ts'
import { personIndex } from '#core/kpi/counting/persons.ts'
import { workCounts } from '#core/kpi/counting/work-counts.ts'
import type { Breakdown } from '#core/kpi/roll-up.ts'
import { CALL_ENDS, type CallEnd, DISPOSITIONS, type Disposition } from '#core/work/disposition.ts'

export const PROMISE_FATES = ['kept', 'broken', 'open', 'void'] as const satisfies readonly (keyof Breakdown['promises'])[]
export const CASE_TURNS = ['upByTime', 'upByHand', 'handedBack', 'lowered'] as const satisfies readonly (keyof NonNullable<
  Breakdown['cases']
>)[]
export const FIRST_CONTACT_MARKS = ['yes', 'no', 'unsaid'] as const satisfies readonly (keyof NonNullable<
  Breakdown['solvedAtFirst']
>)[]

/** One of the counts: of one kind, and where the kind has several, one of them. */
export type DeskCount =
  | { readonly of: 'opened' | 'closed' }
  | { readonly of: 'calls'; readonly one: CallEnd }
  | { readonly of: 'dispositions'; readonly one: Disposition }
  | { readonly of: 'promises'; readonly one: (typeof PROMISE_FATES)[number] }
  | { readonly of: 'cases'; readonly one: (typeof CASE_TURNS)[number] }
  | { readonly of: 'solvedAtFirst'; readonly one: (typeof FIRST_CONTACT_MARKS)[number] }

export const DESK_COUNTS: readonly DeskCount[] = [
  { of: 'opened' },
  { of: 'closed' },
  ...CALL_ENDS.map((one) => ({ of: 'calls', one }) as const),
  ...DISPOSITIONS.map((one) => ({ of: 'dispositions', one }) as const),
  ...PROMISE_FATES.map((one) => ({ of: 'promises', one }) as const),
  ...FIRST_CONTACT_MARKS.map((one) => ({ of: 'solvedAtFirst', one }) as const),
  ...CASE_TURNS.map((one) => ({ of: 'cases', one }) as const),
]

/** `promises.broken` */
export const deskCountName = (count: DeskCount): string => ('one' in count ? `${count.of}.${count.one}` : count.of)

export const deskCountNamed = (name: string): DeskCount | undefined => DESK_COUNTS.find((one) => deskCountName(one) === name)

/** `rows`: all of one item. */
export function isBehind(
  count: DeskCount,
  { rows, ...asked }: Pick<CountedPeriod, 'period' | 'today' | 'zone'> & { readonly rows: readonly WorkRow[] },
): boolean {
  // None of the counts asks who came back.
  const { breakdown } = workCounts(itemsOf(rows), { ...asked, persons: personIndex(), repeatDays: 0, others: () => [] })
  switch (count.of) {
    case 'opened':
    case 'closed':
      return Object.keys(breakdown[count.of]).length > 0
    case 'calls':
      return (breakdown.calls[count.one] ?? 0) > 0
    case 'dispositions':
      return (breakdown.dispositions[count.one] ?? 0) > 0
    case 'promises':
      return breakdown.promises[count.one] > 0
    case 'cases':
      return (breakdown.cases?.[count.one] ?? 0) > 0
    case 'solvedAtFirst':
      return (breakdown.solvedAtFirst?.[count.one] ?? 0) > 0
  }
}

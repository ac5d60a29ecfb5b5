/** The days that a figure is about. */
import { addDays, isLocalDate, type LocalDate, partsOf } from '#core/time/local-date.ts'

/** Both included, in the company's zone. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What was asked for, or why it is no period: what a person types may be no day, or its days may stand the wrong way round. */
export function periodOf({ from, to }: Period): Period | { readonly refused: 'no-such-day' | 'reversed' } {
  if (!isLocalDate(from) || !isLocalDate(to)) return { refused: 'no-such-day' }
  return from > to ? { refused: 'reversed' } : { from, to }
}

export function isCalendarMonth({ from, to }: Period): boolean {
  const [first, last, next] = [partsOf(from), partsOf(to), partsOf(addDays(to, 1))]
  return first.day === 1 && next.day === 1 && first.month === last.month && first.year === last.year
}

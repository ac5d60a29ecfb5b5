/** When staff ring no customer who did not ask for it: while their team has its break, or at noon where the team has none. */
import { HOURS_OF_PART } from '#core/customer/day-part.ts'
import type { DayHours } from '#core/time/send-slot.ts'

/** `hours`: the parts of the team's day in order; none on a day off. */
export function breaksOf(hours: readonly DayHours[]): readonly DayHours[] {
  const gaps = hours.flatMap(({ to }, at) => {
    const next = hours[at + 1]
    return next && to < next.from ? [{ from: to, to: next.from }] : []
  })
  return gaps.length > 0 ? gaps : [HOURS_OF_PART.noon]
}

/** The attempts to ring a customer: how many are left, and when the next one is due. Everything follows from the events of the item. */
import type { Company } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { DAY_PARTS, type DayPart, HOURS_OF_PART } from '#core/customer/day-part.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DayHours } from '#core/time/send-slot.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { CONSEQUENCES } from '#core/work/disposition.ts'
import type { Attempted, WorkEvent } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

/** When a part of the day is tried. */
const TRIED_AT: Readonly<Record<DayPart, string>> = { morning: '09:00', noon: '12:15', afternoon: '14:00', evening: '18:30' }
/** Staff ring no customer at noon who did not ask for it. Who did not answer before it is rung after it the next time, and the other way round. */
const USUAL: readonly DayPart[] = ['morning', 'afternoon']

/** Since the item was opened, or reopened last. */
export function attemptsOf(events: readonly WorkEvent[]): readonly Attempted[] {
  const from = events.findLastIndex(({ is }) => is === 'reopened')
  return events.slice(from + 1).flatMap((event) => (event.is === 'attempted' ? [event] : []))
}

/** How many attempts without speaking with the customer count. */
export const countedAttempts = (events: readonly WorkEvent[]): number =>
  attemptsOf(events).filter(({ disposition }) => CONSEQUENCES[disposition].isCounted).length

/** How many of them end the task without the customer being reached. */
export const attemptsFor = ({ subject }: Pick<CallTask, 'subject'>, { calls }: Pick<Company, 'calls'>): number =>
  subject.is === 'check-in' ? subject.attempts : calls.attempts

/** The time that was agreed with the customer, while it is what the last attempt came to. */
export const promisedAt = (events: readonly WorkEvent[]): Instant | null => attemptsOf(events).at(-1)?.callBackAt ?? null

/** Null before the first attempt. After a promise its time; after any other attempt another part of the next working day, of those that the customer prefers. */
export function nextAttemptAt(
  events: readonly WorkEvent[],
  { company: { zone }, calendar }: Pick<CompanyRules, 'company' | 'calendar'>,
): Instant | null {
  const last = attemptsOf(events).at(-1)
  if (!last) return null
  if (last.callBackAt !== null) return last.callBackAt
  const next = addWorkingDays(calendar, localDateAt(last.at, zone), 1)
  return instantAt(
    next,
    TRIED_AT[nextPart(last, { tried: partAt(localTimeAt(last.at, zone)), isHalf: calendar.isHalfDay(next) })],
    zone,
  )
}

/** The same part again where the customer prefers no other. A half day has a morning alone. */
function nextPart(
  { preferred = USUAL }: Attempted,
  { tried, isHalf }: { readonly tried: DayPart; readonly isHalf: boolean },
): DayPart {
  if (isHalf) return 'morning'
  return preferred.find((part) => part !== tried) ?? preferred[0] ?? 'morning'
}

const partAt = (time: string): DayPart =>
  DAY_PARTS.find((part) => HOURS_OF_PART[part].from <= time && time < HOURS_OF_PART[part].to) ?? 'evening'

/** Those of the preferred parts in which the customer can be tried within these hours; undefined where there are none. */
export function triedParts(preferred: readonly DayPart[] | null, hours: readonly DayHours[]): readonly DayPart[] | undefined {
  const parts = (preferred ?? []).filter((part) => hours.some(({ from, to }) => from <= TRIED_AT[part] && TRIED_AT[part] < to))
  return parts.length === 0 ? undefined : parts
}

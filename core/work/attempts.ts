/** The attempts to ring a customer: how many are left, and when the next one is due. Everything follows from the events of the item. */
import type { Company } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { CONSEQUENCES } from '#core/work/disposition.ts'
import type { Attempted, WorkEvent } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

/** Staff ring no customer at noon. Who did not answer before it is rung after it the next time, and the other way round. */
const NOON = '12:00'
const OTHER_PART = { morning: '09:00', afternoon: '14:00' } as const

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

/** Null before the first attempt. After a promise its time; after any other attempt another part of the next working day. */
export function nextAttemptAt(
  events: readonly WorkEvent[],
  { company: { zone }, calendar }: Pick<CompanyRules, 'company' | 'calendar'>,
): Instant | null {
  const last = attemptsOf(events).at(-1)
  if (!last) return null
  if (last.callBackAt !== null) return last.callBackAt
  const next = addWorkingDays(calendar, localDateAt(last.at, zone), 1)
  // A half day has no afternoon.
  const part = localTimeAt(last.at, zone) < NOON && !calendar.isHalfDay(next) ? 'afternoon' : 'morning'
  return instantAt(next, OTHER_PART[part], zone)
}

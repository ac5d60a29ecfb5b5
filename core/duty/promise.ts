/** Whether a call-back may be promised for a time: on a day and in hours in which the team works and the law allows a call. */
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import type { Team } from '#core/duty/team.ts'
import { holidayOn, teamHours } from '#core/duty/team-hours.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { weekdayOf } from '#core/time/local-date.ts'
import type { PublicHolidays } from '#core/time/public-holidays.ts'
import type { WorkingCalendar } from '#core/time/working-days.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** What is further away is a campaign, not a promise. */
export const PROMISE_DAYS = 60

export const PROMISE_REFUSALS = ['in-the-past', 'too-far', 'team-off', 'before-holiday', 'outside-hours', 'against-law'] as const
export type PromiseRefusal = (typeof PROMISE_REFUSALS)[number]

export interface PromiseRules {
  readonly team: Team
  readonly calendar: WorkingCalendar
  /** Of the company. */
  readonly zone: string
  /** Null where it is not known what the law allows: then nothing is promised. */
  readonly law: CallLaw | null
}

/** What the law says of calls to the customer, on days and in hours of their own zone. */
export interface CallLaw extends Pick<TouchRules, 'hours' | 'weekdays' | 'onPublicHolidays'> {
  readonly zone: string
  /** Undefined where the calendar of the country is not known. */
  readonly isPublicHoliday: PublicHolidays | undefined
}

/** At noon a customer is rung only when they asked for it, so the team's break is no obstacle: the day counts from its first to its last hour. */
export function promiseRefusal(
  { team, calendar, zone, law }: PromiseRules,
  { wanted, now }: { readonly wanted: Instant; readonly now: Instant },
): PromiseRefusal | null {
  if (wanted <= now) return 'in-the-past'
  if (wanted > plusMs(now, PROMISE_DAYS * DAY_MS)) return 'too-far'
  const [date, time] = [localDateAt(wanted, zone), localTimeAt(wanted, zone)]
  const hours = teamHours(team, date, calendar)
  const [first, last] = [hours[0], hours.at(-1)]
  if (holidayOn(team, date) || !first || !last) return 'team-off'
  if (team.longHolidays.some(({ from, lastPromiseOn }) => lastPromiseOn < date && date < from)) return 'before-holiday'
  if (time < first.from || time >= last.to) return 'outside-hours'
  return law !== null && isLawful(law, wanted) ? null : 'against-law'
}

function isLawful({ hours, weekdays, onPublicHolidays, isPublicHoliday, zone }: CallLaw, wanted: Instant): boolean {
  const [date, time] = [localDateAt(wanted, zone), localTimeAt(wanted, zone)]
  if (hours !== null && !hours.some(({ from, to }) => from <= time && time < to)) return false
  if (weekdays !== null && !weekdays.includes(weekdayOf(date))) return false
  return onPublicHolidays || isPublicHoliday?.(date) === false
}

/** Whether a call-back may be promised for a time: on a day and in hours in which the team works, and the law and the company let the customer be rung. */
import { type CallLaw, type ContactTimes, callTimeRefusal } from '#core/duty/call-time.ts'
import type { Team } from '#core/duty/team.ts'
import { holidayOn, teamHours } from '#core/duty/team-hours.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { WorkingCalendar } from '#core/time/working-days.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** What is further away is a campaign, not a promise. */
export const PROMISE_DAYS = 60

/** outside-hours: of the team. company-silent: the company contacts no customer then, by its own hours or a blackout. */
export const PROMISE_REFUSALS = [
  'in-the-past',
  'too-far',
  'team-off',
  'before-holiday',
  'outside-hours',
  'against-law',
  'company-silent',
] as const
export type PromiseRefusal = (typeof PROMISE_REFUSALS)[number]

export interface PromiseRules extends ContactTimes {
  readonly team: Team
  readonly calendar: WorkingCalendar
  /** Of the company. */
  readonly zone: string
  /** Null where it is not known what the law allows: then nothing is promised. */
  readonly law: CallLaw | null
}

/** At noon a customer is rung only when they asked for it, so the team's break is no obstacle: the day counts from its first to its last hour. */
export function promiseRefusal(
  { team, calendar, zone, law, ...times }: PromiseRules,
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
  if (law === null || callTimeRefusal(wanted, law, AT_ANY_TIME) !== null) return 'against-law'
  return callTimeRefusal(wanted, law, times) === null ? null : 'company-silent'
}

const AT_ANY_TIME: ContactTimes = { hours: { from: '00:00', to: '24:00' }, blackouts: [] }

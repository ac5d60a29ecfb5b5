/** When sample agents come to which part of their lists, and when they can keep a promise. */
import { stableHash } from '#core/customer/stable-hash.ts'
import { type Duty, dutyOfDay } from '#core/duty/duty-of-day.ts'
import type { DutyPlan } from '#core/duty/team.ts'
import { teamOf } from '#core/duty/team.ts'
import { isTeamDay } from '#core/duty/team-hours.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { WorkingCalendar } from '#core/time/working-days.ts'
import { instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { DayLine } from '#core/work/day-list/day-line.ts'
import { ASKED_UNTIL, LEFT_OVER, PROMISED_AT, PROMISED_WITHIN_DAYS, ROUNDS } from '#local/sample-agents/agent-habits.ts'

const TIMES = [...ROUNDS, PROMISED_AT].toSorted()

/** The first time after `instant` at which agents ring. */
export function nextRound(instant: Instant, zone: string): Instant {
  const date = localDateAt(instant, zone)
  const today = TIMES.map((time) => instantAt(date, time, zone)).find((at) => at > instant)
  return today ?? instantAt(addDays(date, 1), TIMES[0] ?? PROMISED_AT, zone)
}

export const isThere = ({ hours }: Pick<Duty, 'hours'>, time: string): boolean =>
  hours.some(({ from, to }) => from <= time && time < to)

/** Whether an agent has come to a line by now. What was promised, and a complaint, waits for no turn. */
export function hasItsTurn(
  { workIds: [key = ''], why }: DayLine,
  { date, time, duty }: { readonly date: LocalDate; readonly time: string; readonly duty: Pick<Duty, 'hours'> },
): boolean {
  if (why.some(({ is }) => is === 'promise' || is === 'broken-promise' || is === 'complaint')) return true
  const luck = stableHash(`turn ${key} ${date}`)
  if (luck % 100 < LEFT_OVER) return false
  const usual = ROUNDS.filter((round) => isThere(duty, round))
  const turn = usual[Math.floor(luck / 100) % usual.length] ?? PROMISED_AT
  return turn <= time
}

/** The next day on which the agent works at the time that customers ask for; null where there is none soon. */
export function promisableFrom(
  now: Instant,
  {
    member: { team, address },
    plan,
    calendar,
    zone,
  }: {
    readonly member: StaffMember
    readonly plan: DutyPlan
    readonly calendar: WorkingCalendar
    readonly zone: string
  },
): Instant | null {
  const today = localDateAt(now, zone)
  for (let days = localTimeAt(now, zone) < ASKED_UNTIL ? 0 : 1; days <= PROMISED_WITHIN_DAYS; days++) {
    const date = addDays(today, days)
    if (isBeforeHoliday(plan, { team, date })) return null
    if (!isTeamDay(teamOf(plan, team), date, calendar)) continue
    const [duty] = dutyOfDay({ plan, team, people: [{ address }], date, calendar, changes: [] })
    if (duty && isThere(duty, PROMISED_AT)) return instantAt(date, PROMISED_AT, zone)
  }
  return null
}

const isBeforeHoliday = (plan: DutyPlan, { team, date }: { readonly team: string; readonly date: LocalDate }): boolean =>
  teamOf(plan, team).longHolidays.some(({ from, lastPromiseOn }) => lastPromiseOn < date && date < from)

/** When a team works on a day: its week, below the company's days off and its own long holidays. */

import { hoursOfWeek, type WeeklyLine } from '#core/campaign/weekly-hours.ts'
import type { LongHoliday, Team } from '#core/duty/team.ts'
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import type { DayHours } from '#core/time/send-slot.ts'
import type { WorkingCalendar } from '#core/time/working-days.ts'

/** The usual office hours in Vietnam, with the break at noon, for a team that says nothing. */
const OFFICE_HOURS: readonly DayHours[] = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
/** Longer than any holiday; a longer search means a team without hours. */
const LONGEST_SEARCH_DAYS = 60

/** What a team says of its hours. */
export type TeamTime = Pick<Team, 'week' | 'halfDay' | 'longHolidays'>

/** Parts of the day in order; none on a day off. A day of a long holiday is one, also where some people are on duty. */
export function teamHours(team: TeamTime, date: LocalDate, calendar: WorkingCalendar): readonly DayHours[] {
  if (holidayOn(team, date)) return []
  const change = calendar.changeOn(date)
  if (change === 'dayOff') return []
  const usual = usualHours(team, date, calendar)
  // A day worked instead of another has no hours of its own in most weeks: it is worked like the first day that has.
  const hours = usual.length === 0 && change === 'workingDay' ? firstHours(team.week ?? [], date) : usual
  if (!calendar.isHalfDay(date)) return hours
  return team.halfDay ?? hours.slice(0, 1)
}

export const isTeamDay = (team: Team, date: LocalDate, calendar: WorkingCalendar): boolean =>
  teamHours(team, date, calendar).length > 0

export const holidayOn = ({ longHolidays }: Pick<Team, 'longHolidays'>, date: LocalDate): LongHoliday | undefined =>
  longHolidays.find(({ from, to }) => from <= date && date <= to)

/** The first day after `date` on which the team works; undefined for a team that has no hours. */
export function nextTeamDay(team: Team, date: LocalDate, calendar: WorkingCalendar): LocalDate | undefined {
  for (let days = 1; days <= LONGEST_SEARCH_DAYS; days++) {
    const next = addDays(date, days)
    if (isTeamDay(team, next, calendar)) return next
  }
  return undefined
}

function usualHours({ week }: Pick<Team, 'week'>, date: LocalDate, calendar: WorkingCalendar): readonly DayHours[] {
  if (week) return hoursOfWeek(week, date)
  return calendar.isWorkingDay(date) ? OFFICE_HOURS : []
}

/** Of the first day of that week that has hours. */
function firstHours(week: readonly WeeklyLine[], date: LocalDate): readonly DayHours[] {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => hoursOfWeek(week, addDays(date, weekday - weekdayOf(date))))
  return days.find((hours) => hours.length > 0) ?? []
}

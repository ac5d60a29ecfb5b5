/** When a team works on a day: its week, below the company's days off and its own long holidays. */

import { hoursOfWeek } from '#core/campaign/weekly-hours.ts'
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
  if (calendar.changeOn(date) === 'dayOff') return []
  const hours = usualHours(team, dayWorkedLike(team, date, calendar), calendar)
  if (!calendar.isHalfDay(date)) return hours
  return team.halfDay ?? hours.slice(0, 1)
}

/**
 * The day whose weekly hours hold on a date. A day worked instead of another has none of its own in most weeks: the team, and each person in it, works as on
 * the first day of that week that has some. Every other day is worked like itself.
 */
export function dayWorkedLike({ week }: Pick<Team, 'week'>, date: LocalDate, calendar: WorkingCalendar): LocalDate {
  if (calendar.changeOn(date) !== 'workingDay') return date
  const hasHours = (day: LocalDate): boolean => (week ? hoursOfWeek(week, day).length > 0 : calendar.isOfWeek(day))
  if (hasHours(date)) return date
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => addDays(date, weekday - weekdayOf(date))).find(hasHours) ?? date
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
  return calendar.isOfWeek(date) ? OFFICE_HOURS : []
}

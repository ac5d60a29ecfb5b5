/** After a long holiday the calls that waited are spread over the first days of work. Promises and what is urgent wait no longer. */
import { stableHash } from '#core/customer/stable-hash.ts'
import type { Team } from '#core/duty/team.ts'
import { isTeamDay } from '#core/duty/team-hours.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { WorkingCalendar } from '#core/time/working-days.ts'
import { dayStart } from '#core/time/zone.ts'
import type { DayEntry } from '#core/work/day-list/entries.ts'

export interface BacklogQuestion {
  readonly team: Team
  readonly date: LocalDate
  readonly calendar: WorkingCalendar
  readonly zone: string
}

/** Longer than twenty days of work take; further back no holiday holds anything. */
const LONGEST_SEARCH_DAYS = 40

/** Whether an entry waits for a later day. Which one follows from its key, so that it is the same whenever the list is made. */
export function waitsAfterHoliday(question: BacklogQuestion): (entry: DayEntry) => boolean {
  const back = daysBack(question)
  if (!back) return () => false
  const opensAt = dayStart(back.firstDay, question.zone)
  return ({ key, promiseAt, urgent, dueAt }) =>
    promiseAt === null && urgent === null && dueAt < opensAt && stableHash(`backlog ${key}`) % back.over > back.day
}

/** Since the last long holiday; undefined where its backlog is over. `day`: 0 on the first day of work. */
function daysBack({ team, date, calendar }: BacklogQuestion) {
  const holiday = team.longHolidays.filter(({ to }) => to < date).toSorted((a, b) => (a.to < b.to ? 1 : -1))[0]
  if (!holiday || holiday.spreadBacklogOver === 1 || holiday.to < addDays(date, -LONGEST_SEARCH_DAYS)) return undefined
  const worked: LocalDate[] = []
  for (let day = addDays(holiday.to, 1); day <= date; day = addDays(day, 1)) if (isTeamDay(team, day, calendar)) worked.push(day)
  const [firstDay] = worked
  const day = worked.length - 1
  return firstDay === undefined || day >= holiday.spreadBacklogOver
    ? undefined
    : { firstDay, day, over: holiday.spreadBacklogOver }
}

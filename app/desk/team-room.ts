/** How many calls a team has time for on a day, and how many wait for it already: by the roster, with shifts, leave and what leads changed. */
import { openWorkOfTeam } from '#app/desk/open-work-of-team.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type TeamDayPorts, teamDayIn, teamTakingUnassigned } from '#app/staff/team-day.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { isTeamDay } from '#core/duty/team-hours.ts'
import { datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { callerOf, lastDueFor, workOfDay } from '#core/work/day-list/work-of-day.ts'
import { isCheckIn } from '#core/work/work-item.ts'

export interface TeamRoomPorts extends TeamDayPorts {
  readonly work: Pick<WorkStore, 'openOfTeam'>
  readonly companyRules: CompanyRules
}

export interface TeamRoom {
  /** The day itself, or the team's next working day: then lie what came to the desk on days off. */
  readonly workday: LocalDate
  readonly capacity: number
  /** Customers to ring on that day, and callers who are none; leftovers included. */
  readonly open: number
}

interface RoomAsked {
  readonly team: string
  readonly date: LocalDate
  /** The last day on which the calls are made. */
  readonly through: LocalDate
  /** Occurrences whose calls the caller counts. */
  readonly apart: ReadonlySet<string>
}

/** No room where none of the team is on duty through the last day. */
export async function teamRoom(ports: TeamRoomPorts, { team, date, through, apart }: RoomAsked): Promise<TeamRoom> {
  const { companyRules: rules, work } = ports
  const none = { workday: date, capacity: 0, open: 0 }
  const roster = await ports.roster.current()
  if (!roster) return none
  const plan = await ports.roster.plan(roster.planId)
  for (const workday of datesFrom(date, through)) {
    const day = await teamDayIn(ports, { team, date: workday, roster, plan })
    if (!day) return none
    if (!isTeamDay(day.team, workday, rules.calendar)) continue
    const capacity = day.people.reduce((sum, { duty }) => sum + duty.calls, 0)
    if (capacity === 0) continue
    const takesUnassigned = teamTakingUnassigned(roster, plan) === team
    const asked = { date: workday, rules }
    const items = await openWorkOfTeam(work, { team, takesUnassigned, through: lastDueFor(asked) })
    const others = items.filter((item) => !(isCheckIn(item) && apart.has(item.subject.occurrenceId)))
    const open = new Set(workOfDay(others, asked).map(callerOf)).size
    return { workday, capacity, open }
  }
  return none
}

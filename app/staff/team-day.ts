/** Who of a team works on a day: the roster in force, its times, and what the lead changed since. */
import type { DutyBook, PublishedRoster, RosterStore } from '#app/ports/staff.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { DutyChange } from '#core/duty/duty-change.ts'
import { type Duty, dutyOfDay } from '#core/duty/duty-of-day.ts'
import { changesInNight, otherDayOfNight } from '#core/duty/on-call.ts'
import { type DutyPlan, type Team, teamOf } from '#core/duty/team.ts'
import { teamHours } from '#core/duty/team-hours.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { mayOwnWork } from '#core/staff/whose-work.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

export interface TeamDayPorts {
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly dutyBook: Pick<DutyBook, 'changesOn'>
  readonly companyRules: Pick<CompanyRules, 'calendar'>
}

export interface TeamDay {
  readonly date: LocalDate
  readonly team: Team
  readonly plan: DutyPlan
  /** In the order of the roster. */
  readonly people: readonly MemberOnDuty[]
  /** Every change of that day, of all teams, in the order in which they were made. */
  readonly changes: readonly DutyChange[]
}

export interface MemberOnDuty {
  readonly member: StaffMember
  readonly duty: Duty
}

/** Teams with a member who can have work, in the order of the roster. */
export const teamsWithWork = ({ people }: Pick<PublishedRoster, 'people'>): readonly string[] => [
  ...new Set(people.filter(mayOwnWork).map(({ team }) => team)),
]

/** The team on whose list stands what no team has; undefined where no member of staff can have work. */
export function teamTakingUnassigned(
  roster: Pick<PublishedRoster, 'people'>,
  { teams }: Pick<DutyPlan, 'teams'>,
): string | undefined {
  const withWork = teamsWithWork(roster)
  return teams.find(({ name, takesUnassigned }) => takesUnassigned === true && withWork.includes(name))?.name ?? withWork[0]
}

/** Undefined for a team without a member who can have work. */
export async function teamDay(ports: TeamDayPorts, day: { readonly team: string; readonly date: LocalDate }) {
  const roster = await ports.roster.current()
  return roster && teamDayIn(ports, { ...day, roster, plan: await ports.roster.plan(roster.planId) })
}

/** The same with a roster that was read already. */
export async function teamDayIn(
  { dutyBook, companyRules: { calendar } }: Pick<TeamDayPorts, 'dutyBook' | 'companyRules'>,
  {
    team,
    date,
    roster,
    plan,
  }: { readonly team: string; readonly date: LocalDate; readonly roster: PublishedRoster; readonly plan: DutyPlan },
): Promise<TeamDay | undefined> {
  const members = roster.people.filter((person) => person.team === team && mayOwnWork(person))
  if (members.length === 0) return undefined
  const changes = await dutyBook.changesOn(date)
  const duties = dutyOfDay({ plan, team, people: members, date, calendar, changes })
  const people = members.flatMap((member, at) => {
    const duty = duties[at]
    return duty ? [{ member, duty }] : []
  })
  return { date, team: teamOf(plan, team), plan, people, changes }
}

/** Whether the team has gone home for that day. */
export function isDayOver(
  day: TeamDay,
  { at, rules: { calendar, company } }: { readonly at: Instant; readonly rules: Pick<CompanyRules, 'calendar' | 'company'> },
): boolean {
  const today = localDateAt(at, company.zone)
  if (day.date !== today) return day.date < today
  const end = endOfDay(day, calendar)
  return end === null || end <= localTimeAt(at, company.zone)
}

/**
 * When the team's last shift is over, as planned and as worked: the end of its day for its list and for the report to its lead. The planned hours of a
 * member who is away count, because the list of a team that is away altogether is the lead's until then. Where no member has hours, when the team's own
 * hours are over; null on a day without any.
 */
export function endOfDay({ date, team, plan, people }: TeamDay, calendar: CompanyRules['calendar']): string | null {
  const members = people.map(({ member }) => member)
  const planned = dutyOfDay({ plan, team: team.name, people: members, date, calendar, changes: [] })
  const shifts = [...planned, ...people.map(({ duty }) => duty)].flatMap(({ hours }) => hours)
  const ends = (shifts.length > 0 ? shifts : teamHours(team, date, calendar)).map(({ to }) => to)
  return ends.toSorted().at(-1) ?? null
}

/** What is changed about who is on call at a time: of that day, and at night of the other day that the night is of. */
export async function onCallChanges(
  { dutyBook }: Pick<TeamDayPorts, 'dutyBook'>,
  { date, time, today }: { readonly date: LocalDate; readonly time: string; readonly today: readonly DutyChange[] },
): Promise<readonly DutyChange[]> {
  const away = otherDayOfNight(time)
  return changesInNight(time, { today, other: away === 0 ? [] : await dutyBook.changesOn(addDays(date, away)) })
}

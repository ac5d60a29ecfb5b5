/** One round of the sample agents: each on shift works the entries of the list of the day whose turn has come. */
import { type LineNow, linesNow } from '#app/desk/calls-of-day.ts'
import type { Person } from '#app/ports/customers.ts'
import type { PublishedRoster } from '#app/ports/staff.ts'
import { type MemberOnDuty, teamDayIn, teamsWithWork } from '#app/staff/team-day.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type DutyPlan, teamOf } from '#core/duty/team.ts'
import { isTeamDay } from '#core/duty/team-hours.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { nextAttemptAt } from '#core/work/attempts.ts'
import type { DayLine } from '#core/work/day-list/day-line.ts'
import { isOpen } from '#core/work/standing.ts'
import { allOrFailure } from '#local/all-or-failure.ts'
import { hasItsTurn, isThere, promisableFrom } from '#local/sample-agents/agents-hours.ts'
import { type Done, type LineParts, NOTHING_DONE, workLine } from '#local/sample-agents/work-line.ts'

export type RoundParts = LineParts

export async function workRound(parts: RoundParts, at: Instant): Promise<Done> {
  const { stores, companyRules } = parts
  const date = localDateAt(at, companyRules.company.zone)
  const roster = await stores.roster.current()
  if (!roster) return NOTHING_DONE
  const plan = await stores.roster.plan(roster.planId)
  // Each call asks who works here: within a round the answer is the same.
  const known = { ...stores.roster, current: async () => roster, plan: async () => plan }
  const round = { ...parts, stores: { ...stores, roster: known } }
  const teams = teamsWithWork(roster).filter((team) => isTeamDay(teamOf(plan, team), date, companyRules.calendar))
  let done = NOTHING_DONE
  // A customer may stand on the lists of two teams: the second knows what the first has done.
  for (const team of teams) done = plus(done, await workList(round, { team, roster, plan, at }))
  return done
}

interface Listed {
  readonly team: string
  readonly roster: PublishedRoster
  readonly plan: DutyPlan
  readonly at: Instant
}

async function workList(parts: RoundParts, { team, roster, plan, at }: Listed): Promise<Done> {
  const { stores, companyRules } = parts
  const { company, calendar } = companyRules
  const { zone } = company
  const [date, time] = [localDateAt(at, zone), localTimeAt(at, zone)]
  const list = await stores.dayLists.get({ team, date })
  if (!list || list.lines.length === 0) return NOTHING_DONE
  const day = await teamDayIn({ ...stores, companyRules }, { team, date, roster, plan })
  const there = new Map((day?.people ?? []).filter(({ duty }) => isThere(duty, time)).map((one) => [one.member.address, one]))
  const agentOf = ({ agent }: DayLine): MemberOnDuty | undefined => (agent === null ? undefined : there.get(agent))
  const isAsked = (line: DayLine): boolean => {
    const agent = agentOf(line)
    return agent !== undefined && !line.isWorked && hasItsTurn(line, { date, time, duty: agent.duty })
  }
  const lines = (await linesNow({ ...stores, companyRules }, { list, isAsked, now: at })).filter((line) =>
    isToDo(line, { at, companyRules }),
  )
  const people = await peopleOf(parts, lines)
  // Each agent one entry after the other, as on the telephone, and beside the others.
  const worked = [...Map.groupBy(lines, (line) => agentOf(line)?.member)].map(async ([member, own]) => {
    let done = NOTHING_DONE
    if (!member) return done
    const promisable = promisableFrom(at, { member, plan, calendar, zone })
    for (const line of own) done = plus(done, await workLine(parts, { line, member, people, promisable, at }))
    return done
  })
  return (await allOrFailure(worked)).reduce(plus, NOTHING_DONE)
}

/** A customer who was promised a time is rung at that time, and one who did not answer in another part of the day. */
function isToDo({ isDone, items }: LineNow, { at, companyRules }: { readonly at: Instant; readonly companyRules: CompanyRules }) {
  const times = items.filter(isOpen).map(({ events }) => nextAttemptAt(events, companyRules))
  return !isDone && times.every((time) => time === null || time <= at)
}

async function peopleOf({ stores }: RoundParts, lines: readonly LineNow[]): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(lines.flatMap(({ customerIds }) => customerIds))]
  const people = ids.length === 0 ? [] : await stores.customers.getMany(ids)
  return new Map(people.map((person) => [person.customer.customerId, person]))
}

const plus = (a: Done, b: Done): Done => ({
  calls: a.calls + b.calls,
  reached: a.reached + b.reached,
  promised: a.promised + b.promised,
  solved: a.solved + b.solved,
})

/** Of which team an urgent piece of work is, and who of it hears of it now. */
import type { DayLists } from '#app/ports/day-lists.ts'
import type { DutyBook, RosterStore } from '#app/ports/staff.ts'
import { onCallChanges, teamDayIn, teamsWithWork, teamTakingUnassigned } from '#app/staff/team-day.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { teamOf } from '#core/duty/team.ts'
import { type ToldBecause, toldAtOnce } from '#core/duty/told-at-once.ts'
import { leadOf } from '#core/staff/lead-of.ts'
import type { Instant } from '#core/time/instant.ts'
import { instantAt, localDateAt, localTimeAt } from '#core/time/zone.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface WhoHearsPorts {
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly dutyBook: Pick<DutyBook, 'changesOn'>
  readonly lists: Pick<DayLists, 'get'>
  readonly companyRules: CompanyRules
}

export interface WhoHears {
  /** Null while the roster names no team that can have work. */
  readonly team: string | null
  readonly because: ToldBecause
  /** In the order in which they are told. */
  readonly addresses: readonly string[]
  readonly backAt: Instant | null
}

export async function whoHears(
  ports: WhoHearsPorts,
  { item, at }: { readonly item: WorkItem; readonly at: Instant },
): Promise<WhoHears> {
  const { zone } = ports.companyRules.company
  const { calendar } = ports.companyRules
  const roster = await ports.roster.current()
  if (!roster) return NO_TEAM
  const plan = await ports.roster.plan(roster.planId)
  const own = teamOfOwner(ownerOf(item))
  // A team that the roster names no more has no person who could hear of it.
  const team = own !== null && teamsWithWork(roster).includes(own) ? own : teamTakingUnassigned(roster, plan)
  if (team === undefined) return NO_TEAM
  const [date, time] = [localDateAt(at, zone), localTimeAt(at, zone)]
  const day = await teamDayIn(ports, { team, date, roster, plan })
  const list = await ports.lists.get({ team, date })
  const { because, addresses, back } = toldAtOnce(
    {
      plan,
      team: teamOf(plan, team),
      known: roster.people.map(({ address }) => address),
      changes: await onCallChanges(ports, { date, time, today: day?.changes ?? [] }),
      duties: day?.people.map(({ duty }) => duty) ?? [],
      calendar,
      rings: list?.lines.find(({ workIds }) => workIds.includes(item.workId))?.agent ?? null,
      lead: leadOf(roster, team)?.address ?? null,
    },
    { date, time },
  )
  return { team, because, addresses, backAt: back && instantAt(back.date, back.time, zone) }
}

const NO_TEAM: WhoHears = { team: null, because: 'no-one', addresses: [], backAt: null }

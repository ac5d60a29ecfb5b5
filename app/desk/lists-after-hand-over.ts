/**
 * Makes the lists of today again when work has come to another desk: that of the team that had it, and that of the team that has it now. A list that
 * cannot be made now is ordered, and made soon by the function of the orders.
 */
import { type MakeDayListPorts, makeDayList } from '#app/desk/make-day-list.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import { isDayOver, teamDayIn, teamTakingUnassigned } from '#app/staff/team-day.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { isForDay } from '#core/work/day-list/work-of-day.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import type { Owner } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface ListsAfterHandOverPorts extends MakeDayListPorts {
  readonly listOrders: ListOrders
}

/** Throws where a list could not be made, after it is ordered: what was handed over holds already. */
export async function listsAfterHandOver(
  ports: ListsAfterHandOverPorts,
  { item, at }: { readonly item: WorkItem; readonly at: Instant },
): Promise<void> {
  const { companyRules } = ports
  const date = localDateAt(at, companyRules.company.zone)
  if (item.kind === 'data-request' || !isForDay(item, { date, rules: companyRules })) return
  const failures: unknown[] = []
  try {
    for (const team of await teamsStillAtWork(ports, { item, at })) {
      const making = { team, date, at, which: 'again', moved: [item.workId] } as const
      const made = await makeDayList(ports, making).catch((failure: unknown) => void failures.push(failure))
      if (made && 'none' in made && made.none === 'contended') failures.push(new Error(`the list of ${date} is contended`))
    }
  } catch (failure) {
    failures.push(failure)
  }
  if (failures.length === 0) return
  await ports.listOrders.makeAgain({ workId: null, at }).catch((failure: unknown) => void failures.push(failure))
  throw new AggregateError(failures, 'a list of calls could not be made again after a hand-over')
}

/** Once the whole team has gone home its list stays as the day left it: made again it would be the lead's, and so would the day's report. */
async function teamsStillAtWork(
  ports: ListsAfterHandOverPorts,
  { item, at }: { readonly item: WorkItem; readonly at: Instant },
): Promise<readonly string[]> {
  const { companyRules: rules } = ports
  const date = localDateAt(at, rules.company.zone)
  const roster = await ports.roster.current()
  if (!roster) return []
  const plan = await ports.roster.plan(roster.planId)
  const teams = new Set(desksOf(item).map((owner) => teamOfOwner(owner) ?? teamTakingUnassigned(roster, plan)))
  const atWork: string[] = []
  for (const team of teams) {
    const day = team === undefined ? undefined : await teamDayIn(ports, { team, date, roster, plan })
    if (day && !isDayOver(day, { at, rules })) atWork.push(day.team.name)
  }
  return atWork
}

/** On which it lay before it was handed over last, and on which it lies now. What was never handed over was everybody's. */
function desksOf({ events }: WorkItem): readonly Owner[] {
  const owners = events.flatMap((event): Owner[] => (event.is === 'assigned' ? [event.to] : []))
  return [{ is: 'everybody' } as const, ...owners].slice(-2)
}

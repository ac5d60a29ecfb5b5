/**
 * Makes the list of each team whose day begins before the next run, and makes one again whose team has changed since. It may ring
 * twice, or late: what is made already stays, and what was missed is made.
 */
import { type MakeDayListPorts, makeDayList } from '#app/desk/make-day-list.ts'
import type { TeamDate } from '#app/ports/day-lists.ts'
import type { PublishedRoster } from '#app/ports/staff.ts'
import { isDayOver, teamDayIn, teamsWithWork } from '#app/staff/team-day.ts'
import { type DutyPlan, teamOf } from '#core/duty/team.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { instantAt, localDateAt } from '#core/time/zone.ts'

/** The time from one run to the next. A list is made so much too early at most, and never too late. */
const BETWEEN_RUNS_MS = 30 * MINUTE_MS

/** Within so long what was written is surely found by an index. */
const UNSEEN_MS = 10_000

/** `urgentAt`: something urgent came in then, and stands on no list that was made before. How many lists were made or changed. */
export async function makeDueLists(
  ports: MakeDayListPorts,
  at: Instant,
  { urgentAt = null }: { readonly urgentAt?: Instant | null } = {},
): Promise<number> {
  const { zone, startOfDay } = ports.companyRules.company
  const roster = await ports.roster.current()
  if (!roster) return 0
  const [plan, date] = [await ports.roster.plan(roster.planId), localDateAt(at, zone)]
  const begun = teamsWithWork(roster).filter(
    (team) => instantAt(date, teamOf(plan, team).startOfDay ?? startOfDay, zone) < plusMs(at, BETWEEN_RUNS_MS),
  )
  // One team's failure keeps no other team waiting; the run fails at its end, and is tried again.
  const ended = await Promise.allSettled(begun.map((team) => makeIfDue(ports, { team, date, at, roster, plan, urgentAt })))
  const failures = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} lists of calls could not be made`)
  return ended.filter((end) => end.status === 'fulfilled' && end.value).length
}

interface Due extends TeamDate {
  readonly at: Instant
  readonly roster: PublishedRoster
  readonly plan: DutyPlan
  readonly urgentAt: Instant | null
}

/**
 * Whether it was made or changed. Once the whole team has gone home its list stays as the day left it: made again it would be the lead's, and so would
 * the day's report. What comes in later stands on the next list.
 */
async function makeIfDue(ports: MakeDayListPorts, { team, date, at, roster, plan, urgentAt }: Due): Promise<boolean> {
  const list = await ports.lists.get({ team, date })
  const changes = list ? await ports.dutyBook.changesOn(date) : []
  // A list that was made in the moment of the urgent work may have been read before it.
  const urgent = urgentAt === null ? [] : [plusMs(urgentAt, UNSEEN_MS)]
  const changedAt = [roster.publishedAt, ...changes.map((change) => change.at), ...urgent]
  if (list && !changedAt.some((changed) => changed > list.madeAt)) return false
  const day = list && (await teamDayIn(ports, { team, date, roster, plan }))
  if (day && isDayOver(day, { at, rules: ports.companyRules })) return false
  return 'made' in (await makeDayList(ports, { team, date, at, which: list ? 'again' : 'first' }))
}

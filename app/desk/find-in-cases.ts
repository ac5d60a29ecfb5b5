/** Counts what the cases tell on a day. It reads what changed in the periods that are compared, and what is due: once a day, and on no page. */
import { type RecurringPorts, recurringComplaints } from '#app/desk/recurring-complaints.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type CareFindings, careWeek, lastWeek } from '#core/report/care-findings.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { deadlinesOf, isLate } from '#core/work/deadlines.ts'

export interface FindInCasesPorts extends RecurringPorts {
  readonly work: RecurringPorts['work'] & Pick<WorkStore, 'openOn'>
}

/** So that what is kept stays small, whatever comes in. */
const MOST_GROUPS = 30
const MOST_CASES = 100
const PAGE = 100
/** DynamoDB holds no number that is much smaller, and no reader tells them apart. */
const LEAST_CHANCE = 1e-9

export async function findInCases(ports: FindInCasesPorts, now: Instant): Promise<CareFindings> {
  const day = localDateAt(now, ports.companyRules.company.zone)
  const week = lastWeek(day)
  const { periods, groups, cases } = await recurringComplaints(ports, { now, since: addDays(week.from, -7) })
  const late = await lateCases(ports, now)
  return {
    day,
    periods,
    groups: groups.slice(0, MOST_GROUPS).map((group) => ({
      ...group,
      chance: Math.max(group.chance, LEAST_CHANCE),
      behind: group.behind.slice(0, MOST_CASES),
    })),
    week: careWeek(cases, { week, late }),
  }
}

async function lateCases({ work, companyRules }: FindInCasesPorts, now: Instant): Promise<ReadonlySet<string>> {
  const late = new Set<string>()
  for (let after: string | null = null; ; ) {
    const { found, isMore } = await work.openOn({ desk: { of: 'all' }, after, through: now, limit: PAGE })
    for (const { item } of found)
      if (item.kind === 'case' && isLate({ item, deadlines: deadlinesOf(item, companyRules) }, now)) late.add(item.workId)
    const last = found.at(-1)
    if (!isMore || !last) return late
    after = last.place
  }
}

/** A team's list of calls of a day, from its open work: once at the start of the day, and again when a member falls ill or something urgent comes in. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Team } from '#core/duty/team.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { waitsAfterHoliday } from '#core/work/day-list/backlog.ts'
import { type DayLine, type DayList, MOST_LINES, type Why } from '#core/work/day-list/day-line.ts'
import type { Caller } from '#core/work/day-list/desks.ts'
import { entriesOf, type PersonToRing } from '#core/work/day-list/entries.ts'
import { inOrderOfDay, whyInPlace } from '#core/work/day-list/order.ts'
import { splitOver } from '#core/work/day-list/split.ts'
import { workOfDay } from '#core/work/day-list/work-of-day.ts'
import { leaseAt } from '#core/work/lease.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface DayListQuestion {
  readonly team: Team
  readonly date: LocalDate
  readonly now: Instant
  readonly rules: CompanyRules
  readonly items: readonly WorkItem[]
  readonly people: readonly PersonToRing[]
  /** Numbers that were rung on that day for a customer who has them no more: it turned out that they are another person's. */
  readonly rungWrong: readonly string[]
  readonly callers: readonly Omit<Caller, 'done'>[]
  readonly lead: string | null
  /** The lines of the list as it was, without those that were worked; none for the first list of the day. */
  readonly before: readonly DayLine[]
  /** Those that were. They stay with whom worked them, and count into what that person can do. */
  readonly worked: readonly DayLine[]
}

export function dayLines(question: DayListQuestion): Pick<DayList, 'lines' | 'beyond'> {
  const { team, date, now, rules, items, worked, before, callers, lead } = question
  const { calendar, company } = rules
  const { zone } = company
  const people = new Map(question.people.map((person) => [person.customerId, person]))
  const rungIds = new Set(worked.flatMap(({ customerIds }) => customerIds))
  const rung = {
    customerIds: rungIds,
    phones: new Set([...question.rungWrong, ...[...rungIds].flatMap((id) => people.get(id)?.phone ?? [])]),
  }
  const tiers = company.calls.tiers
  const all = inOrderOfDay(entriesOf(workOfDay(items, { date, rules }), { people, rung }), tiers)
  const room = MOST_LINES - worked.length
  const given = splitOver(all.slice(0, room), {
    callers: callers.map((caller) => ({ ...caller, done: worked.filter(({ agent }) => agent === caller.address).length })),
    lead,
    before: new Map(before.flatMap(({ workIds, agent }) => (agent === null ? [] : workIds.map((workId) => [workId, agent])))),
    held: new Map(items.flatMap((item) => heldBy(item, now).map((address) => [item.workId, address]))),
    gaveWay: new Map(
      before.flatMap(({ workIds, why }) => gaveWayIn(why).flatMap((from) => workIds.map((workId) => [workId, from]))),
    ),
    waits: waitsAfterHoliday({ team, date, calendar, zone }),
    date,
    zone,
  })
  const lines = given.map(
    ({ entry, agent, why }): DayLine => ({
      workIds: entry.work.map(({ workId }) => workId),
      customerIds: entry.people.map(({ customerId }) => customerId),
      agent,
      isWorked: false,
      why: [...whyInPlace(entry, { tiers, now }), ...why],
    }),
  )
  return { lines: [...lines, ...worked.map((line) => ({ ...line, isWorked: true }))], beyond: Math.max(0, all.length - room) }
}

const heldBy = (item: WorkItem, now: Instant): readonly string[] => {
  const lease = leaseAt(item, now)
  return lease === null ? [] : [lease.address]
}

const gaveWayIn = (why: readonly Why[]): readonly string[] => why.flatMap((fact) => (fact.is === 'gave-way' ? [fact.from] : []))

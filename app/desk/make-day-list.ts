/**
 * Makes a team's list of calls of a day: once at the start of the day, and again when the team or its work has changed since. A run that makes it
 * again while another does looks once more; a list that would be the same is not written.
 */
import { desksOf, openWorkOfTeam } from '#app/desk/open-work-of-team.ts'
import { workedBefore } from '#app/desk/worked-before.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { DayLists, TeamDate } from '#app/ports/day-lists.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type TeamDay, type TeamDayPorts, teamDayIn, teamTakingUnassigned } from '#app/staff/team-day.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import { isWrongPhone, ownPhone } from '#core/customer/wrong-phone.ts'
import { restOfDay } from '#core/duty/rest-of-day.ts'
import { isTeamDay } from '#core/duty/team-hours.ts'
import { leadOf } from '#core/staff/lead-of.ts'
import { lookingAfter } from '#core/staff/looking-after.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { DAYS_KEPT, type DayLine, type DayList } from '#core/work/day-list/day-line.ts'
import { dayLines } from '#core/work/day-list/day-list.ts'
import { type DayAsked, isForDay, lastDueFor } from '#core/work/day-list/work-of-day.ts'
import { isHeldCall } from '#core/work/held-call.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { rungAt } from '#core/work/rung.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface MakeDayListPorts extends TeamDayPorts {
  readonly lists: DayLists
  readonly work: Pick<WorkStore, 'openOfTeam' | 'getMany'>
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly companyRules: CompanyRules
  readonly events: Events
}

export interface MakingDayList extends TeamDate {
  readonly at: Instant
  /** first: there is none yet on that day. again: the one that there is. */
  readonly which: 'first' | 'again'
  /** Ids of work that came to another desk a moment ago: an index may not know it yet. */
  readonly moved?: readonly string[]
}

/** `as-it-was`: there is nothing to change. */
export type MadeDayList =
  | { readonly made: DayList }
  | { readonly asItWas: DayList }
  | { readonly none: 'no-such-team' | 'day-off' | 'not-yet-made' | 'contended' }

/** Lost races for one list before giving up. */
const TRIES = 10

export async function makeDayList(
  ports: MakeDayListPorts,
  { team, date, at, which, moved = [] }: MakingDayList,
): Promise<MadeDayList> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await ports.lists.get({ team, date })
    if (before && which === 'first') return { asItWas: before }
    if (!before && which === 'again') return { none: 'not-yet-made' }
    const next = await nextList(ports, { team, date, at, before, moved })
    if ('none' in next) return next
    if (before && isSame(before, next)) return { asItWas: before }
    if ((await ports.lists.put(next)) === 'lost') continue
    if (!before) await ports.lists.removeBefore({ team, date: addDays(date, -DAYS_KEPT) })
    const { version, lines, beyond } = next
    const notGiven = lines.filter(({ agent }) => agent === null).length
    ports.events.callsListed({ date, version, lines: lines.length, notGiven, beyond })
    return { made: next }
  }
  return { none: 'contended' }
}

interface Making extends TeamDate {
  readonly at: Instant
  readonly before: DayList | undefined
  readonly moved: readonly string[]
}

async function nextList(
  ports: MakeDayListPorts,
  { team: name, date, at, before, moved }: Making,
): Promise<DayList | Extract<MadeDayList, { none: unknown }>> {
  const { companyRules, customers, work } = ports
  const roster = await ports.roster.current()
  const plan = await ports.roster.plan(roster?.planId ?? null)
  const day = roster && (await teamDayIn(ports, { team: name, date, roster, plan }))
  if (!roster || !day) return { none: 'no-such-team' }
  if (!isTeamDay(day.team, date, companyRules.calendar)) return { none: 'day-off' }
  const asked = { date, rules: companyRules }
  const through = lastDueFor(asked)
  const desk = { team: name, takesUnassigned: teamTakingUnassigned(roster, plan) === name }
  const read = await openWorkOfTeam(work, { ...desk, through })
  const unseen = moved.filter((workId) => !read.some((item) => item.workId === workId))
  for (const item of await work.getMany(unseen))
    if (isOpen(item) && desksOf(desk).includes(teamOfOwner(ownerOf(item)))) read.push(item)
  const due = read.filter((item) => isForDay(item, asked))
  const { worked, waiting } = await workedBefore(work, {
    lines: before?.lines ?? [],
    open: due,
    day: asked,
  })
  const named = [...due.flatMap(({ customerId }) => customerId ?? []), ...worked.flatMap(({ customerIds }) => customerIds)]
  const persons = await customers.getMany([...new Set(named)])
  const people = persons.map(({ customer }) => customer)
  const casesOf = new Map(persons.map(({ customer, openCases }) => [customer.customerId, openCases]))
  // They come with the list of the day after their case is closed, as long as they may be made.
  const items = due.filter((item) => !isHeldCall(item, casesOf.get(item.customerId ?? ''), companyRules.cases))
  const rungWrong = await numbersRungWrong(work, { worked, people, day: asked })
  const members = day.people.map(({ member }) => member)
  const made = dayLines({
    team: day.team,
    date,
    now: at,
    rules: companyRules,
    items,
    rungWrong,
    people: people.map((customer) => ({
      customerId: customer.customerId,
      phone: ownPhone(customer),
      tier: customer.tier,
      lookedAfterBy: lookingAfter(customer.owner, members),
    })),
    callers: callersOf(day, { at, zone: companyRules.company.zone }),
    lead: leadOf(roster, name)?.address ?? null,
    before: waiting,
    worked,
  })
  return { team: name, date, version: (before?.version ?? 0) + 1, madeAt: at, ...made }
}

interface Worked {
  readonly worked: readonly DayLine[]
  readonly people: readonly Customer[]
  readonly day: DayAsked
}

/** By which customers were rung on that day who have them no more. One that was wrong before that day was not dialled for them. */
async function numbersRungWrong(work: Pick<WorkStore, 'getMany'>, { worked, people, day }: Worked): Promise<readonly string[]> {
  const wrong = new Map(people.filter(isWrongPhone).map(({ customerId, phone }) => [customerId, phone]))
  const lines = worked.filter(({ customerIds }) => customerIds.some((customerId) => wrong.has(customerId)))
  const items = await work.getMany(lines.flatMap(({ workIds }) => workIds))
  const isRungOnDay = (item: WorkItem) => {
    const at = rungAt([item])
    return at !== null && localDateAt(at, day.rules.company.zone) === day.date
  }
  return items.filter(isRungOnDay).flatMap(({ customerId }) => wrong.get(customerId ?? '') ?? [])
}

/** With what is left of their day. */
function callersOf({ people, date }: TeamDay, { at, zone }: { readonly at: Instant; readonly zone: string }) {
  const time = localDateAt(at, zone) === date ? localTimeAt(at, zone) : '00:00'
  return people.map(({ duty }) => ({ address: duty.address, calls: duty.calls, ...restOfDay(duty, time) }))
}

const isSame = (a: DayList, b: DayList): boolean => JSON.stringify([a.lines, a.beyond]) === JSON.stringify([b.lines, b.beyond])

/**
 * A stored list as it stands now: agreed call-backs stand first, what is open before what is done, and a page of it is shown with its people. Of all
 * lines that the visitor may see is read what tells whether they are done; their work and their people are read for the lines on the page alone.
 */

import { type LineNow, linesNow } from '#app/desk/calls-of-day.ts'
import { type CountedLine, countLines } from '#app/desk/count-lines.ts'
import type { Person } from '#app/ports/customers.ts'
import type { TeamDay } from '#app/staff/team-day.ts'
import { HOUR_MS, plusMs } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { DayList } from '#core/work/day-list/day-line.ts'
import { compared } from '#core/work/day-list/entries.ts'
import { doneBy, movedSince } from '#core/work/day-list/what-became.ts'
import { isOpen } from '#core/work/standing.ts'
import { wantsNoCalls } from '#core/work/wants-no-calls.ts'
import type { CallsSystem } from '#functions/staff/calls/calls-system.ts'
import { stopsOf } from '#functions/staff/work/behind-work.ts'
import { type AgentShown, type CallShown, type ListShown, NOT_GIVEN_OUT, type TeamOfDay } from '#web/staff/calls/calls-shown.ts'

const PER_PAGE = 50
/** Promises that come due within this time are shown to the lead. */
const SOON_MS = 2 * HOUR_MS

interface Reading {
  readonly list: DayList
  readonly day: TeamDay | undefined
  /** Who answers for the team. */
  readonly lead: string | null
  readonly whose: 'own' | 'team'
  /** Whose lines are shown; null for all. */
  readonly agent: string | null
  readonly page: number
  readonly isToday: boolean
}

export async function readList(system: CallsSystem, reading: Reading): Promise<ListShown> {
  const { list, day, lead, whose, agent, page, isToday } = reading
  const { stores, companyRules, clock } = system
  const isOwn = ({ agent: rings }: { readonly agent: string | null }) =>
    agent === null || (agent === NOT_GIVEN_OUT ? rings === null : rings === agent)
  const ports = { ...stores, companyRules }
  const all = await countLines(ports, { list, isAsked: whose === 'own' ? isOwn : () => true })
  const lines = all.filter(isOwn)
  const open = promisesFirst(
    lines.filter(({ isDone }) => !isDone),
    { date: list.date, zone: companyRules.company.zone },
  )
  const inOrder = [...open, ...lines.filter(({ isDone }) => isDone)]
  const start = (page - 1) * PER_PAGE
  const onPage = inOrder.slice(start, start + PER_PAGE)
  const soon = plusMs(clock.now(), SOON_MS)
  const promises =
    whose === 'team' && isToday ? all.filter(({ isDone, promiseAt }) => !isDone && promiseAt !== null && promiseAt <= soon) : []
  const numbers = new Map(lines.map(({ rank }, at) => [rank, agent === null ? rank : at + 1]))
  const wanted = [...onPage, ...promises.slice(0, PER_PAGE)].map(({ rank }) => rank)
  const whole = await linesNow(ports, { list, isAsked: ({ rank }) => wanted.includes(rank), now: clock.now() })
  const shown = await withPeople(system, {
    list,
    numbers,
    lines: wanted.flatMap((rank) => whole.find((line) => line.rank === rank) ?? []),
  })
  const onShift = (day?.people ?? []).filter(({ duty }) => duty.hours.length > 0)
  return {
    is: 'list',
    madeAt: list.madeAt,
    isRemade: list.version > 1,
    beyond: list.beyond,
    isAnyoneOnShift: onShift.length > 0,
    open: open.length,
    done: lines.filter(({ isDoneByStaff }) => isDoneByStaff).length,
    calls: shown.slice(0, onPage.length),
    page,
    isMore: start + PER_PAGE < inOrder.length,
    ofTeam: whose === 'team' ? teamOfDay(all, { day, lead, promises: shown.slice(onPage.length) }) : null,
  }
}

/** By their time, also those that were agreed after the list was made: an agreed time outranks the order of the list. */
function promisesFirst(
  lines: readonly CountedLine[],
  { date, zone }: { readonly date: LocalDate; readonly zone: string },
): readonly CountedLine[] {
  const isPromised = ({ promiseAt }: CountedLine) => promiseAt !== null && localDateAt(promiseAt, zone) <= date
  const promised = lines.filter(isPromised).toSorted((a, b) => compared(a.promiseAt ?? '', b.promiseAt ?? ''))
  return [...promised, ...lines.filter((line) => !isPromised(line))]
}

function teamOfDay(
  lines: readonly CountedLine[],
  { day, lead, promises }: Pick<Reading, 'day' | 'lead'> & { readonly promises: readonly CallShown[] },
): TeamOfDay {
  const duties = new Map((day?.people ?? []).map(({ duty }) => [duty.address, duty]))
  const addresses = [...new Set([...duties.keys(), ...lines.flatMap(({ agent }) => agent ?? [])])]
  const agents = addresses.map((address): AgentShown => {
    const own = lines.filter(({ agent }) => agent === address)
    return {
      address,
      duty: duties.get(address),
      isAnswering: address === lead,
      given: own.length,
      done: own.filter(({ isDoneByStaff }) => isDoneByStaff).length,
      left: own.filter(({ isDone }) => !isDone).length,
    }
  })
  const reasons = lines
    .filter(({ agent, isDone }) => agent === null && !isDone)
    .flatMap(({ why }) => why.flatMap((each) => (each.is === 'not-given' ? [each.because] : [])))
  return {
    agents,
    promises: promises.toSorted((a, b) => ((a.promiseAt ?? '') < (b.promiseAt ?? '') ? -1 : 1)),
    notGiven: [...new Set(reasons)].map((because) => ({ because, count: reasons.filter((one) => one === because).length })),
  }
}

interface Showing {
  readonly list: DayList
  readonly lines: readonly LineNow[]
  /** By rank. */
  readonly numbers: ReadonlyMap<number, number>
}

async function withPeople(
  { stores, companyRules }: CallsSystem,
  { list, lines, numbers }: Showing,
): Promise<readonly CallShown[]> {
  const ids = [...new Set(lines.flatMap(({ customerIds }) => customerIds))]
  const people = ids.length === 0 ? [] : await stores.customers.getMany(ids)
  const customers = people.map(({ customer }) => customer)
  const stops = await stopsOf({ ...stores, companyRules }, customers)
  const itemsOf = ({ customer: { customerId } }: Person) =>
    lines.filter(({ customerIds }) => customerIds.includes(customerId)).flatMap(({ items }) => items.filter(isOpen))
  const personOf = new Map(
    people.map((person) => [
      person.customer.customerId,
      {
        customer: person.customer,
        stops: stops.get(person.customer.customerId) ?? [],
        wantsNoCalls: wantsNoCalls(person, { channels: companyRules.channels, items: itemsOf(person) }),
      },
    ]),
  )
  const day = { date: list.date, rules: companyRules }
  return lines.map((line) => ({
    ...line,
    number: numbers.get(line.rank) ?? line.rank,
    people: line.customerIds.flatMap((id) => personOf.get(id) ?? []),
    done: line.isDone ? doneBy(line.items, day) : null,
    moved: line.items.filter(isOpen).flatMap((item) => movedSince(item, { madeAt: list.madeAt, agent: line.agent }) ?? []),
  }))
}

/** Every customer of a slice who is due for a campaign, read through an index: the cost follows the number of due customers, not of all customers. */

import { type InvitedPorts, invitedMembers, roughlyInvited } from '#app/planning/invited-members.ts'
import { metMembers } from '#app/planning/met-members.ts'
import { occasionsOfRecords } from '#app/planning/recorded-members.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Company } from '#core/campaign/company.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { type Due, memberOccasion } from '#core/occasion/due.ts'
import type { MemberOccasion } from '#core/occasion/recorded-occasion.ts'

export interface DueMember {
  readonly person: Person
  readonly occasion: MemberOccasion
}

export interface MemberPorts extends InvitedPorts {
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
  readonly work: Pick<WorkStore, 'closedOn' | 'ofCustomer'>
}

/** Customers found by a record (contact, purchase, closed work, invitation), not by their profile. */
type DueByRecord = Extract<Due, { who: 'metOn' | 'boughtOn' | 'closedOn' | 'unreachedOn' | 'guideAskedOn' | 'invitedOn' }>
type DueBySelf = Exclude<Due, DueByRecord>

const EVERYONE: PartitionRange = { first: 0, last: PARTITIONS - 1 }
/** Customers read in one go. */
const PAGE = 100

/** Each due customer once, page by page. */
export async function* dueMembers(
  ports: MemberPorts,
  { due, range, company }: { due: Due; range: PartitionRange; company: Company },
): AsyncGenerator<readonly DueMember[]> {
  switch (due.who) {
    case 'boughtOn':
    case 'closedOn':
    case 'unreachedOn':
    case 'guideAskedOn':
      yield* withPeople(ports.customers, await occasionsOfRecords(ports, due, range))
      return
    case 'metOn':
      yield* metMembers(ports, { due, range, company })
      return
    case 'invitedOn':
      yield* withPeople(ports.customers, await invitedMembers(ports, { due, range, company }))
      return
    case 'everybody':
    case 'bornOn':
    case 'firstBoughtOn':
    case 'inTurn':
      yield* selves(ports.customers, { due, range, company })
  }
}

/** A customer read from an index may have changed since, or stand under two keys of one day: the dates in the profile decide, once. */
async function* selves(
  customers: CustomerStore,
  { due, range, company }: { due: DueBySelf; range: PartitionRange; company: Company },
): AsyncGenerator<readonly DueMember[]> {
  const seen = new Set<string>()
  for await (const page of candidates(customers, due, range)) {
    const members: DueMember[] = []
    for (const person of page) {
      const occasion = memberOccasion(due, person.customer, company)
      if (!occasion || (due.who !== 'everybody' && seen.has(person.customer.customerId))) continue
      if (due.who !== 'everybody') seen.add(person.customer.customerId)
      members.push({ person, occasion })
    }
    yield members
  }
}

async function* candidates(customers: CustomerStore, due: DueBySelf, range: PartitionRange): AsyncGenerator<readonly Person[]> {
  switch (due.who) {
    case 'everybody':
      yield* customers.inPartitions(range)
      return
    case 'bornOn':
      yield* customers.bornOn([...due.birthdays.keys()], range)
      return
    case 'firstBoughtOn':
      yield* customers.firstBoughtOn(due.monthDays, range)
      return
    case 'inTurn':
      for (const turn of due.turns) {
        const common = { first: Math.max(turn.first, range.first), last: Math.min(turn.last, range.last) }
        if (common.first <= common.last) yield* customers.inPartitions(common)
      }
  }
}

async function* withPeople(
  customers: CustomerStore,
  occasions: ReadonlyMap<string, MemberOccasion>,
): AsyncGenerator<readonly DueMember[]> {
  const ids = [...occasions.keys()]
  for (let start = 0; start < ids.length; start += PAGE) {
    const people = await customers.getMany(ids.slice(start, start + PAGE))
    yield people.flatMap((person) => {
      const occasion = occasions.get(person.customer.customerId)
      return occasion ? [{ person, occasion }] : []
    })
  }
}

/** A rough number, only for choosing the number of slices. */
export async function roughlyDue(ports: MemberPorts, due: Due): Promise<number> {
  switch (due.who) {
    case 'everybody':
      return ports.customers.roughCount()
    case 'inTurn': {
      const partitions = due.turns.reduce((sum, { first, last }) => sum + last - first + 1, 0)
      return ((await ports.customers.roughCount()) * partitions * due.sample.percent) / (PARTITIONS * 100)
    }
    case 'boughtOn':
    case 'closedOn': {
      return count(
        due.who === 'boughtOn'
          ? ports.purchases.onDays({ ...due, range: EVERYONE })
          : ports.work.closedOn({ ...due, range: EVERYONE }),
      )
    }
    case 'unreachedOn':
    case 'guideAskedOn':
      return count(ports.work.closedOn({ kind: 'call-task', days: due.days, range: EVERYONE }))
    case 'metOn':
      return (await ports.customers.roughCount()) * shareMetFor(due)
    case 'invitedOn':
      return roughlyInvited(ports, due)
    case 'bornOn':
    case 'firstBoughtOn':
      return count(candidates(ports.customers, due, EVERYONE))
  }
}

const DAYS_A_MONTH = 30

/** As if every customer were asked after again and again: one day has about as many of them as every other. */
function shareMetFor({ days }: Extract<Due, { who: 'metOn' }>): number {
  const met = [...days.values()]
  const dates = new Set(met.map(({ anchor }) => anchor)).size
  return dates / (DAYS_A_MONTH * Math.min(...met.map(({ months }) => months)))
}

async function count(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  let number = 0
  for await (const page of pages) number += page.length
  return number
}

/** Everyone of a slice who is due for a campaign, read through the index that knows them: cost follows who is due, not who exists. */
import type { CustomerStore, PartitionRange, Person, PurchaseStore } from '#app/ports.ts'
import type { Company } from '#core/campaign/company.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { type Due, type MemberOccasion, memberOccasion, purchaseOccasion } from '#core/occasion/due.ts'

export interface DueMember {
  readonly person: Person
  readonly occasion: MemberOccasion
}

interface MemberPorts {
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
}

const EVERYONE: PartitionRange = { first: 0, last: PARTITIONS - 1 }

/** Each due customer once, page by page. */
export async function* dueMembers(
  ports: MemberPorts,
  { due, range, company }: { due: Due; range: PartitionRange; company: Company },
): AsyncGenerator<readonly DueMember[]> {
  if (due.who === 'boughtOn') {
    yield* buyers(ports, due, range)
    return
  }
  // Someone read from an index may have changed since, or stand under two keys of one day: the customer's own dates decide, once.
  const seen = new Set<string>()
  for await (const page of candidates(ports.customers, due, range)) {
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

function candidates(
  customers: CustomerStore,
  due: Exclude<Due, { who: 'boughtOn' }>,
  range: PartitionRange,
): AsyncIterable<readonly Person[]> {
  switch (due.who) {
    case 'everybody':
      return customers.inPartitions(range)
    case 'bornOn':
      return customers.bornOn([...due.birthdays.keys()], range)
    case 'firstBoughtOn':
      return customers.firstBoughtOn(due.monthDays, range)
  }
}

/** Several purchases of one customer are one occasion: the earliest of them. */
async function* buyers(
  { customers, purchases }: MemberPorts,
  due: Extract<Due, { who: 'boughtOn' }>,
  range: PartitionRange,
): AsyncGenerator<readonly DueMember[]> {
  const firstDay = new Map<string, string>()
  for await (const page of purchases.onDays({ by: due.by, days: due.days, range })) {
    for (const purchase of page) {
      const day = due.by === 'purchase' ? purchase.purchasedOn : purchase.deliveredOn
      const known = firstDay.get(purchase.customerId)
      if (day !== null && due.days.includes(day) && (known === undefined || day < known)) firstDay.set(purchase.customerId, day)
    }
  }
  const ids = [...firstDay.keys()]
  for (let start = 0; start < ids.length; start += 100) {
    const people = await customers.getMany(ids.slice(start, start + 100))
    yield people.flatMap((person) => {
      const day = firstDay.get(person.customer.customerId)
      return day === undefined ? [] : [{ person, occasion: purchaseOccasion(day) }]
    })
  }
}

/** A rough number, for choosing how many slices to cut; never shown to anyone. */
export async function roughlyDue(ports: MemberPorts, due: Due): Promise<number> {
  if (due.who === 'everybody') return ports.customers.roughCount()
  let count = 0
  const pages =
    due.who === 'boughtOn'
      ? ports.purchases.onDays({ by: due.by, days: due.days, range: EVERYONE })
      : candidates(ports.customers, due, EVERYONE)
  for await (const page of pages) count += page.length
  return count
}

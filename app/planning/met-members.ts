/**
 * The customers whose last real contact was on some days: those who bought or were spoken with then, without those who were met again since. The
 * cost follows who was met on these days, not how many customers there are.
 */
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Due } from '#core/occasion/due.ts'
import { type MemberOccasion, metOccasion } from '#core/occasion/recorded-occasion.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { lastContactOf } from '#core/work/last-contact.ts'

export interface MetPorts {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly purchases: Pick<PurchaseStore, 'onDays'>
  readonly work: Pick<WorkStore, 'closedOn' | 'ofCustomer'>
}

type Met = Extract<Due, { who: 'metOn' }>
interface MetMember {
  readonly person: Person
  readonly occasion: MemberOccasion
}

/** Customers read in one go, each with their work. */
const PAGE = 50

export async function* metMembers(
  ports: MetPorts,
  { due, range, company }: { readonly due: Met; readonly range: PartitionRange; readonly company: Pick<Company, 'retention'> },
): AsyncGenerator<readonly MetMember[]> {
  const ids = [...(await metOn(ports, { due, range, company }))]
  for (let start = 0; start < ids.length; start += PAGE) {
    const people = await ports.customers.getMany(ids.slice(start, start + PAGE))
    const members = await Promise.all(
      people.map(async (person) => {
        const { customer } = person
        if (boughtSince(due, customer)) return []
        const occasion = metOccasion(due, lastContactOf(customer, await ports.work.ofCustomer(customer.customerId)))
        return occasion ? [{ person, occasion }] : []
      }),
    )
    yield members.flat()
  }
}

/** A customer who bought after all of the days was met after them: their work is not read. */
const boughtSince = ({ days }: Met, { lastPurchaseOn }: Customer): boolean =>
  lastPurchaseOn !== null && [...days.keys()].every((day) => day < lastPurchaseOn)

/** Who may have been met last on one of the days. */
async function metOn(
  { purchases, work }: MetPorts,
  {
    due: { days },
    range,
    company,
  }: { readonly due: Met; readonly range: PartitionRange; readonly company: Pick<Company, 'retention'> },
): Promise<ReadonlySet<string>> {
  const keptFrom = firstDayOfWork(days, company)
  const closed = { days: [...days.keys()].filter((day) => day >= keptFrom), range }
  const ids = await Promise.all([
    customersIn(purchases.onDays({ by: 'purchase', days: [...days.keys()], range })),
    customersIn(work.closedOn({ kind: 'call-task', ...closed })),
    customersIn(work.closedOn({ kind: 'case', ...closed })),
  ])
  return new Set(ids.flat())
}

/** An occurrence is planned some days before its date. */
const PLANNED_AHEAD_DAYS = 7

/** Closed work of earlier days is deleted: there is none to be asked for, while purchases are kept. */
function firstDayOfWork(days: Met['days'], { retention }: Pick<Company, 'retention'>): LocalDate {
  const [first = ''] = [...days.values()].map(({ anchor }) => anchor).toSorted()
  return first && addDays(first, -retention.work - PLANNED_AHEAD_DAYS)
}

async function customersIn(pages: AsyncIterable<readonly { readonly customerId: string | null }[]>): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const page of pages) ids.push(...page.flatMap(({ customerId }) => customerId ?? []))
  return ids
}

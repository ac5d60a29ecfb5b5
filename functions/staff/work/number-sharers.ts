/** The other customers who have the number of a call, with their work: any of them may answer, and the number is rung once a day for all of them. */
import type { Person } from '#app/ports/customers.ts'
import type { Customer } from '#core/customer/customer.ts'
import { callersNumber, type WorkItem } from '#core/work/work-item.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

/** A number that more customers share is a switchboard. */
const SHARING_LOOKED_AT = 20

export interface Sharer {
  readonly customer: Customer
  readonly work: readonly WorkItem[]
}

/** In the order of their ids. `person`: the customer whom the item is about. */
export async function sharersOf(
  { stores }: { readonly stores: Pick<WorkSystem['stores'], 'customers' | 'finder' | 'work'> },
  item: WorkItem,
  person: Person | undefined,
): Promise<readonly Sharer[]> {
  const phone = person?.customer.phone ?? callersNumber(item)
  if (phone === null) return []
  const sharing = await stores.finder.find({ by: 'phone', text: phone, limit: SHARING_LOOKED_AT })
  const found = await stores.customers.getMany(sharing.map((one) => one.customerId).filter((id) => id !== item.customerId))
  const others = found.map(({ customer }) => customer).filter((customer) => customer.phone === phone)
  return Promise.all(
    others
      .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
      .map(async (customer) => ({ customer, work: await stores.work.ofCustomer(customer.customerId) })),
  )
}

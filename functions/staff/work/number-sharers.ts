/** The other customers who have the number of a call, with their work: any of them may answer, and the number is rung once a day for all of them. */
import { customersAtNumber } from '#app/desk/customers-at-number.ts'
import type { Person } from '#app/ports/customers.ts'
import type { Customer } from '#core/customer/customer.ts'
import { callersNumber, type WorkItem } from '#core/work/work-item.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

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
  const others = (await customersAtNumber(stores, phone)).filter(({ customerId }) => customerId !== item.customerId)
  return Promise.all(others.map(async (customer) => ({ customer, work: await stores.work.ofCustomer(customer.customerId) })))
}

/**
 * The other customers who have the number of a call, with their work: any of them may answer, and the number is rung once a day for all of them. For
 * those too with whom it turned out to be wrong: who answered says no more to the next name on the same day.
 */
import { customersListedAt } from '#app/desk/customers-at-number.ts'
import type { Person } from '#app/ports/customers.ts'
import type { Customer } from '#core/customer/customer.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import { callersNumber, type WorkItem } from '#core/work/work-item.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

export interface Sharer {
  readonly customer: Customer
  readonly work: readonly WorkItem[]
  /** It is noted as another person's with them. */
  readonly isWrong: boolean
}

/** In the order of their ids. `person`: the customer whom the item is about. */
export async function sharersOf(
  { stores }: { readonly stores: Pick<WorkSystem['stores'], 'customers' | 'finder' | 'work'> },
  item: WorkItem,
  person: Person | undefined,
): Promise<readonly Sharer[]> {
  const phone = person?.customer.phone ?? callersNumber(item)
  if (phone === null) return []
  const others = (await customersListedAt(stores, phone)).filter(({ customerId }) => customerId !== item.customerId)
  return Promise.all(
    others.map(async (customer) => ({
      customer,
      work: await stores.work.ofCustomer(customer.customerId),
      isWrong: isWrongPhone(customer),
    })),
  )
}

/** Suppresses an address: no customer who has it gets any mail, the very next one included. */
import type { SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Suppression } from '#core/audience/suppression.ts'

export interface SuppressAddressPorts {
  readonly suppressions: Pick<SuppressionList, 'add'>
  readonly customers: Pick<CustomerStore, 'withAddress'>
  readonly ledgers: Pick<LedgerStore, 'noteStop'>
}

/**
 * The suppression first, then the ledgers of the customers who have the address: with that write it is stored. `also` names customers known to have
 * the address, because the index of addresses may be a moment behind.
 */
export async function suppressAddress(
  { suppressions, customers, ledgers }: SuppressAddressPorts,
  { also = [], ...suppression }: Suppression & { readonly also?: readonly string[] },
): Promise<void> {
  await suppressions.add(suppression)
  const people = await customers.withAddress(suppression.addressHash)
  await ledgers.noteStop([...also, ...people.map(({ customer }) => customer.customerId)])
}

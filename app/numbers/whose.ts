/** Whom the rows of a page are about, as facts name them. */
import type { CustomerStore } from '#app/ports/customers.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { NOBODY, type Who } from '#core/facts/who.ts'

/** Asks for all of a page together. Who was erased, who is not known, and what is about no customer, is nobody's. */
export async function whose(
  { customers }: { readonly customers: Pick<CustomerStore, 'whoAre'> },
  customerIds: readonly (string | null)[],
): Promise<(customerId: string | null) => Who> {
  const known = [...new Set(customerIds)].filter((id) => id !== null && !isErasedName(id)).map(String)
  const whoOf = known.length === 0 ? new Map<string, Who>() : await customers.whoAre(known)
  return (customerId) => (customerId === null ? NOBODY : (whoOf.get(customerId) ?? NOBODY))
}

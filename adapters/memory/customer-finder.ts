/** Finds customers in memory by looking at each of them; in the order of bytes, as the tables sort. */
import { inBytes } from '#adapters/in-bytes.ts'
import type { CustomerFinder, CustomerStore, FoundBy, FoundCustomer } from '#app/ports/customers.ts'
import type { Customer } from '#core/customer/customer.ts'
import { finderKeys, finderPlace, isFoundBy, ownerKey } from '#core/customer/finder-keys.ts'
import { nameOrderPlace } from '#core/customer/name-order.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'

const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

export function memoryCustomerFinder({
  customers,
  addressHash,
}: {
  readonly customers: Pick<CustomerStore, 'inPartitions'>
  readonly addressHash: (address: string) => string
}): CustomerFinder {
  const sorted = async (
    place: (customer: Customer) => string | undefined,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<readonly FoundCustomer[]> => {
    const found: FoundCustomer[] = []
    for await (const page of customers.inPartitions(EVERYBODY)) {
      for (const { customer } of page) {
        const own = place(customer)
        if (own !== undefined && (after === undefined || inBytes(own, after) > 0))
          found.push({ customerId: customer.customerId, place: own })
      }
    }
    return found.toSorted((a, b) => inBytes(a.place, b.place)).slice(0, limit)
  }
  return {
    find: ({ by, text, ...page }) => sorted((customer) => placeOf(customer, { by, text, addressHash }), page),
    inNameOrder: (page) => sorted(nameOrderPlace, page),
  }
}

interface Search {
  readonly by: FoundBy
  readonly text: string
  readonly addressHash: (address: string) => string
}

/** Undefined when the search does not find this customer. */
function placeOf(customer: Customer, { by, text, addressHash }: Search): string | undefined {
  const { customerId, email, owner } = customer
  const { givenName, fullName, phone } = finderKeys(customer)
  switch (by) {
    case 'given-name':
      return isFoundBy(givenName, text) ? finderPlace(givenName, customerId) : undefined
    case 'full-name':
      return isFoundBy(fullName, text) ? finderPlace(fullName, customerId) : undefined
    case 'phone':
      return phone === text ? customerId : undefined
    case 'owner':
      return owner !== null && ownerKey(owner) === text ? customerId : undefined
    case 'address':
      return email !== null && addressHash(email) === addressHash(text) ? customerId : undefined
  }
}

/** Finds customers in memory by looking at each of them; in the order of bytes, as the tables sort. */
import type { CustomerFinder, CustomerStore, FoundBy } from '#app/ports/customers.ts'
import type { Customer } from '#core/customer/customer.ts'
import { finderKeys, finderPlace, isFoundBy } from '#core/customer/finder-keys.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'

const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

export function memoryCustomerFinder({
  customers,
  addressHash,
}: {
  readonly customers: Pick<CustomerStore, 'inPartitions'>
  readonly addressHash: (address: string) => string
}): CustomerFinder {
  return {
    find: async ({ by, text, after, limit }) => {
      const found: { customerId: string; place: string }[] = []
      for await (const page of customers.inPartitions(EVERYBODY)) {
        for (const { customer } of page) {
          const place = placeOf(customer, { by, text, addressHash })
          if (place !== undefined && (after === undefined || inBytes(place, after) > 0))
            found.push({ customerId: customer.customerId, place })
        }
      }
      return found.toSorted((a, b) => inBytes(a.place, b.place)).slice(0, limit)
    },
  }
}

interface Search {
  readonly by: FoundBy
  readonly text: string
  readonly addressHash: (address: string) => string
}

/** Undefined when the search does not find this customer. */
function placeOf(customer: Customer, { by, text, addressHash }: Search): string | undefined {
  const { customerId, email } = customer
  const { givenName, fullName, phone } = finderKeys(customer)
  switch (by) {
    case 'given-name':
      return isFoundBy(givenName, text) ? finderPlace(givenName, customerId) : undefined
    case 'full-name':
      return isFoundBy(fullName, text) ? finderPlace(fullName, customerId) : undefined
    case 'phone':
      return phone === text ? customerId : undefined
    case 'address':
      return email !== null && addressHash(email) === addressHash(text) ? customerId : undefined
  }
}

const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

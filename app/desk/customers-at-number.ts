/** The customers who have a telephone number: any of them may ring from it, and any of them may answer. */
import type { CustomerFinder, CustomerStore } from '#app/ports/customers.ts'
import type { Customer } from '#core/customer/customer.ts'
import { ownPhone } from '#core/customer/wrong-phone.ts'

export interface CustomersAtNumberPorts {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly finder: Pick<CustomerFinder, 'find'>
}

/** A number that more customers share is a switchboard's. */
const SHARING_LOOKED_AT = 20

/** In the order of their ids. Those that the finder still knows by a number of before, or with whom it is noted as wrong, are dropped. */
export const customersAtNumber = async (ports: CustomersAtNumberPorts, phone: string): Promise<readonly Customer[]> =>
  (await customersListedAt(ports, phone)).filter((customer) => ownPhone(customer) === phone)

/** Those with whom it is noted as wrong besides: the number was dialled for them too. */
export async function customersListedAt(
  { finder, customers }: CustomersAtNumberPorts,
  phone: string,
): Promise<readonly Customer[]> {
  const found = await finder.find({ by: 'phone', text: phone, limit: SHARING_LOOKED_AT })
  const people = found.length === 0 ? [] : await customers.getMany(found.map(({ customerId }) => customerId))
  return people
    .map(({ customer }) => customer)
    .filter((customer) => customer.phone === phone)
    .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
}

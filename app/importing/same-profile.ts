/** Whether a profile read from a table changes anything. The order in which a store returns its fields does not matter. */
import { type Customer, CustomerSchema } from '#core/customer/customer.ts'

export const sameProfile = (a: Customer, b: Customer): boolean => inOneOrder(a) === inOneOrder(b)

/** A schema writes the fields it knows in its own order, those within as well. */
const inOneOrder = (customer: Customer) => JSON.stringify(CustomerSchema.parse(customer))

/** By what a customer is found, as a row of its own: nothing but keys, one row for each customer. */
import type { Key, Row } from '#adapters/dynamo/rows.ts'
import type { Customer } from '#core/customer/customer.ts'
import { finderKeys, finderPlace } from '#core/customer/finder-keys.ts'

const START_LETTERS = 2

/** The partition key of a name: its first two letters. A word of one letter is padded, and so found by that letter alone. */
export const startOf = (name: string): string => [...name, ' '].slice(0, START_LETTERS).join('')

export const finderKey = (customerId: string): Key => ({ customerId })

/** An index leaves out a row without its keys, and no key may be an empty text. */
export function finderRow(customer: Customer): Row {
  const { customerId } = customer
  const { givenName, fullName, phone } = finderKeys(customer)
  return {
    ...finderKey(customerId),
    ...(givenName !== null && { givenNameStart: startOf(givenName), givenNamePlace: finderPlace(givenName, customerId) }),
    ...(fullName !== null && { fullNameStart: startOf(fullName), fullNamePlace: finderPlace(fullName, customerId) }),
    ...(phone !== null && { phone }),
  }
}

/** By what a customer is found, as a row of its own: nothing but keys, one row for each customer. */
import type { Key, Row } from '#adapters/dynamo/rows.ts'
import type { Customer } from '#core/customer/customer.ts'
import { finderKeys, finderPlace, ownerKey } from '#core/customer/finder-keys.ts'
import { nameOrderPlace } from '#core/customer/name-order.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'

const START_LETTERS = 2

/** The partition key of a name: its first two letters. A word of one letter is padded, and so found by that letter alone. */
export const startOf = (name: string): string => [...name, ' '].slice(0, START_LETTERS).join('')

/** Under so many keys lies the order of names: by the id's hash, so that no list that is imported, sorted or not, writes to one of them alone. */
const ORDER_KEYS = 8
const PARTITIONS_PER_KEY = PARTITIONS / ORDER_KEYS
const orderKey = (number: number): string => `o${number}`
export const orderKeys = (): readonly string[] => Array.from({ length: ORDER_KEYS }, (_, number) => orderKey(number))

export const finderKey = (customerId: string): Key => ({ customerId })

/** An index leaves out a row without its keys, and no key may be an empty text. */
export function finderRow(customer: Customer): Row {
  const { customerId } = customer
  const { givenName, fullName, phone } = finderKeys(customer)
  return {
    ...finderKey(customerId),
    orderKey: orderKey(Math.floor(partitionOf(customerId) / PARTITIONS_PER_KEY)),
    orderPlace: nameOrderPlace(customer),
    ...(givenName !== null && { givenNameStart: startOf(givenName), givenNamePlace: finderPlace(givenName, customerId) }),
    ...(fullName !== null && { fullNameStart: startOf(fullName), fullNamePlace: finderPlace(fullName, customerId) }),
    ...(phone !== null && { phone }),
    ...(customer.owner !== null && { ownerKey: ownerKey(customer.owner) }),
  }
}

/**
 * Customers of whom there is nothing but what a list, a search or a planning day finds them by: a profile in its indexes, and a row of the finder.
 * Written as the customer store would, many rows in a call and without its conditions, so that a million are there within minutes.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { profileAttributes } from '#adapters/dynamo/customer-rows.ts'
import { finderRow } from '#adapters/dynamo/finder-rows.ts'
import type { Row } from '#adapters/dynamo/rows.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import type { Customer } from '#core/customer/customer.ts'
import { chance } from '#local/sample-company/chance.ts'
import { vietnameseName } from '#local/sample-company/vietnamese-names.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { aCustomer } from '#test/support/builders.ts'
import { idOf } from './filled-parts.ts'

const ROWS_AT_ONCE = 2_000
const SEED = 20_280_101

/** From `first` to `last`, by the numbers of their ids. */
export async function fillKeys(
  client: DynamoDBClient,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<void> {
  const luck = chance(SEED)
  for (let from = first; from <= last; from += ROWS_AT_ONCE) {
    const people = Array.from({ length: Math.min(ROWS_AT_ONCE, last - from + 1) }, (_, at) => personNumbered(from + at))
    await Promise.all([
      putRows({ client, tableName: LOCAL_TABLES.customers }, people.map(customerRow)),
      putRows({ client, tableName: LOCAL_TABLES.finder }, people.map(finderRow)),
    ])
  }

  function personNumbered(number: number): Customer {
    const gender = luck.happens(58) ? 'female' : 'male'
    const phone = `+8490${String(number).padStart(7, '0')}`
    return aCustomer({ customerId: idOf(number), ...vietnameseName(gender, luck), gender, phone, email: null })
  }
}

const customerRow = (customer: Customer): Row => ({
  customerId: customer.customerId,
  ...profileAttributes(customer, (address) => address).set,
})

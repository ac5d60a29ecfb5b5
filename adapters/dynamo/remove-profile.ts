/** Removes a profile that is still the one that was read, so that nothing which an erasure has not seen goes with it unseen. */
import { isDeepStrictEqual } from 'node:util'
import { unchanged } from '#adapters/dynamo/conditions.ts'
import { personOf } from '#adapters/dynamo/customer-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { deleteRow } from '#adapters/dynamo/write-rows.ts'
import type { Written } from '#app/ports/written.ts'
import type { Customer } from '#core/customer/customer.ts'

/** The text of the row may be an older version's: it is read once more, and the deletion depends on the text found. */
export async function removeProfile(table: DynamoTable, read: Customer): Promise<Written> {
  const key = { customerId: read.customerId }
  const row = await getRow(table, key)
  if (row === undefined || !isDeepStrictEqual(personOf(row).customer, read)) return 'lost'
  return deleteRow(table, key, unchanged('profile', row.profile))
}

/**
 * Brings the finder up to the profiles: customers stored by a version before have no row there, or no place in the order of names, and two who wrote one customer at the same moment may
 * have left the keys of the one and the profile of the other. Writes only the rows that are missing or differ, and at the end the mark that everybody
 * has a place. Harmless when stopped, repeated, or run beside imports and erasures.
 */
import { markOrdered } from '#adapters/dynamo/finder-mark.ts'
import { finderKey, finderRow } from '#adapters/dynamo/finder-rows.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRows } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'

export interface FilledFinder {
  /** Customers there are. */
  readonly customers: number
  /** Rows that were missing or differed. */
  readonly written: number
}

const EVERYBODY = { first: 0, last: PARTITIONS - 1 }
const DELETES_AT_ONCE = 16

export async function fillFinder(
  { customers, finder }: { readonly customers: Pick<CustomerStore, 'inPartitions' | 'getMany'>; readonly finder: DynamoTable },
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<FilledFinder> {
  const filled = { customers: 0, written: 0 }
  for await (const page of customers.inPartitions(EVERYBODY)) {
    filled.customers += page.length
    const wrong = await wrongRows(finder, page)
    filled.written += wrong.length
    if (!dryRun && wrong.length > 0) await write({ customers, finder }, wrong)
  }
  if (!dryRun) await markOrdered(finder)
  return filled
}

async function wrongRows(finder: DynamoTable, page: readonly Person[]): Promise<readonly string[]> {
  const stored = await getRows(
    finder,
    page.map(({ customer }) => finderKey(customer.customerId)),
    { eventuallyConsistent: true },
  )
  const known = new Map(stored.map((row) => [row.customerId, inOneOrder(row)]))
  return page.flatMap(({ customer }) =>
    known.get(customer.customerId) === inOneOrder(finderRow(customer)) ? [] : [customer.customerId],
  )
}

/**
 * Reads the profiles anew, because the page may be late. Afterwards looks whether each is still there: an erasure removes the keys after the profile,
 * so one of the two removes what is written here.
 */
async function write(
  { customers, finder }: { readonly customers: Pick<CustomerStore, 'getMany'>; readonly finder: DynamoTable },
  customerIds: readonly string[],
): Promise<void> {
  const people = await customers.getMany(customerIds)
  await putRows(
    finder,
    people.map(({ customer }) => finderRow(customer)),
  )
  const left = new Set((await customers.getMany(customerIds)).map(({ customer }) => customer.customerId))
  await eachBounded(
    customerIds.filter((customerId) => !left.has(customerId)),
    { limit: DELETES_AT_ONCE, act: async (customerId) => void (await deleteRow(finder, finderKey(customerId))) },
  )
}

const inOneOrder = (row: Row): string => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))

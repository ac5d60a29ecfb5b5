/**
 * One row of the finder tells that each customer has a place in the order of names. Customers whom the version before stored have none, and no query can
 * find out who is missing. The mark is set where all have their place: by the migration when it has walked over everybody, and by the first import of a
 * company that has no customer yet.
 */
import { finderKey } from '#adapters/dynamo/finder-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'

/** No customer's id has a `#`. */
const MARK = finderKey('#ordered')

export const isOrdered = async (finder: DynamoTable): Promise<boolean> => (await getRow(finder, MARK)) !== undefined

export const markOrdered = (finder: DynamoTable) => putRow(finder, MARK)

/** Before a store's first write of profiles. A company without customers has none of the version before. */
export function markingFirstImport(ports: {
  readonly finder: () => DynamoTable
  readonly isEmpty: () => Promise<boolean>
}): () => Promise<void> {
  const mark = async () => {
    const finder = ports.finder()
    if (!(await isOrdered(finder)) && (await ports.isEmpty())) await markOrdered(finder)
  }
  let marked: Promise<void> | undefined
  return () => {
    marked ??= mark().catch((error: unknown) => {
      marked = undefined
      throw error
    })
    return marked
  }
}

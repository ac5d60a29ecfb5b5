/**
 * Where a customer stands in the indexes. A day's key is cut into 16 shards of 16 neighbouring partitions, because a single
 * partition key takes 1000 writes a second and because a slice of the customer base must not read the others' rows.
 */
import type { RowQuery } from '#adapters/dynamo/query-rows.ts'
import type { PartitionRange } from '#app/ports.ts'
import { partitionOf } from '#core/planning/stable-hash.ts'

/** `p048`: the key of the index by partition. */
export const partitionKey = (partition: number): string => `p${threeDigits(partition)}`

/** `S-02-29#3`: a day's key with the customer's shard. */
export const shardedKey = (key: string, customerId: string): string => `${key}#${shardOf(partitionOf(customerId))}`

/** `048#<ids>`: sorts a shard by partition, so that a run of partitions is a range. */
export const placeOf = (customerId: string, ...more: readonly string[]): string =>
  [threeDigits(partitionOf(customerId)), customerId, ...more].join('#')

/** The queries that together find the rows of the keys in a run of partitions. */
export function shardQueries(
  index: { readonly name: string; readonly key: string; readonly place: string },
  keys: readonly string[],
  range: PartitionRange,
): readonly RowQuery[] {
  const queries: RowQuery[] = []
  for (const key of new Set(keys)) {
    for (let shard = shardOf(range.first); shard <= shardOf(range.last); shard++) {
      queries.push({
        index: index.name,
        partition: { attribute: index.key, is: `${key}#${shard}` },
        sort: { attribute: index.place, from: threeDigits(range.first), to: `${threeDigits(range.last)}~` },
      })
    }
  }
  return queries
}

const shardOf = (partition: number) => partition >> 4
const threeDigits = (n: number) => String(n).padStart(3, '0')

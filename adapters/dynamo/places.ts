/**
 * A customer's place in the indexes. Within a day's key rows are sorted by hash partition, so that a slice reads only its own customers, with one
 * query. One key per day is enough: DynamoDB splits a busy one by its sort key, and it is written when customers are imported, not when they are
 * greeted. All customers together are cut into 16 such keys.
 */
import type { RowQuery } from '#adapters/dynamo/query-rows.ts'
import type { PartitionRange } from '#app/ports/partition-range.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'

/** `e07`: the key of all customers in 16 neighbouring partitions. */
export const everybodyKey = (partition: number): string => `e${String(partition >> 4).padStart(2, '0')}`

/** `048#<ids>`: sorts by partition, so that a run of partitions is a range. */
export const placeOf = (customerId: string, ...more: readonly string[]): string =>
  [threeDigits(partitionOf(customerId)), customerId, ...more].join('#')

interface PlacedIndex {
  readonly name: string
  readonly key: string
  readonly place: string
}

/** One query per key: the rows in a run of partitions. */
export const placeQueries = (index: PlacedIndex, keys: readonly string[], range: PartitionRange): readonly RowQuery[] =>
  [...new Set(keys)].map((is) => ({ index: index.name, partition: { attribute: index.key, is }, sort: placesIn(index, range) }))

/** All customers in a run of partitions. */
export function everybodyQueries(index: PlacedIndex, range: PartitionRange): readonly RowQuery[] {
  const keys = Array.from({ length: PARTITIONS }, (_, partition) => everybodyKey(partition)).slice(range.first, range.last + 1)
  return placeQueries(index, keys, range)
}

const placesIn = ({ place }: PlacedIndex, { first, last }: PartitionRange) => ({
  attribute: place,
  from: threeDigits(first),
  to: `${threeDigits(last)}~`,
})

const threeDigits = (n: number) => String(n).padStart(3, '0')

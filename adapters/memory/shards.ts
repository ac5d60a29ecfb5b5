/** An index by day's key and shard of the customers, like the tables' own: a slice reads only its own part. */
import type { PartitionRange } from '#app/ports/partition-range.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'

export interface ShardIndex<Entry> {
  add(key: string, customerId: string, entry: Entry): void
  remove(key: string, customerId: string, entry: Entry): void
  /** The entries of the keys in a run of partitions, shard by shard; none of them empty. */
  pages(keys: readonly string[], range: PartitionRange): Generator<readonly Entry[], void>
}

export function shardIndex<Entry>(customerOf: (entry: Entry) => string): ShardIndex<Entry> {
  const shards = new Map<string, Set<Entry>>()
  const nameOf = (key: string, customerId: string) => `${key}#${shardOf(partitionOf(customerId))}`
  return {
    add: (key, customerId, entry) => {
      const name = nameOf(key, customerId)
      const shard = shards.get(name)
      if (shard) shard.add(entry)
      else shards.set(name, new Set([entry]))
    },
    remove: (key, customerId, entry) => {
      shards.get(nameOf(key, customerId))?.delete(entry)
    },
    pages: function* (keys, { first, last }) {
      for (const key of new Set(keys)) {
        for (let shard = shardOf(first); shard <= shardOf(last); shard++) {
          const entries = [...(shards.get(`${key}#${shard}`) ?? [])]
          const whole = first <= shard * SHARD_WIDTH && last >= (shard + 1) * SHARD_WIDTH - 1
          const inside = (entry: Entry) => {
            const partition = partitionOf(customerOf(entry))
            return partition >= first && partition <= last
          }
          const page = whole ? entries : entries.filter(inside)
          if (page.length > 0) yield page
        }
      }
    },
  }
}

const SHARD_WIDTH = 16
const shardOf = (partition: number) => partition >> 4

/** Chance that is the same on every machine and in every retry: a 32-bit hash (FNV-1a with a final mix) of stable ids. */

export function stableHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const WHOLE = 2 ** 32

/** Whether the text falls among so many per cent of all texts: the same ones each time, and among more per cent all of these and further ones. */
export const isAmongPercent = (text: string, percent: number): boolean =>
  percent > 0 && stableHash(text) < (percent / 100) * WHOLE

/** The customer base is cut into this many partitions by hash of the id; a slice is a run of neighbouring partitions. */
export const PARTITIONS = 256

export const partitionOf = (customerId: string): number => stableHash(customerId) >>> 24

/** First and last partition of slice `slice` of `slices` (a power of two, at most PARTITIONS). */
export function partitionsOfSlice({ slice, slices }: { slice: number; slices: number }): { first: number; last: number } {
  const width = PARTITIONS / slices
  return { first: slice * width, last: (slice + 1) * width - 1 }
}

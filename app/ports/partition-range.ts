/** Which part of all customers is meant. */

/** A run of hash partitions (core/customer/stable-hash.ts), both ends inclusive. */
export interface PartitionRange {
  readonly first: number
  readonly last: number
}

export { PARTITIONS, partitionOf, partitionsOfSlice, stableHash } from '#core/customer/stable-hash.ts'

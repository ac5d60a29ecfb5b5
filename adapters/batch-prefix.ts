/** A batch's id begins with its slice, `003.`: the prefix finds the batches of one slice without reading all the others. */
import type { Batch } from '#core/planning/occurrence.ts'

export const batchPrefix = (slice: number): string => `${String(slice).padStart(3, '0')}.`

/** Throws when the id begins with anything else: no query would find such a batch again. */
export function checkBatchPrefix({ batchId, slice }: Batch): void {
  if (!batchId.startsWith(batchPrefix(slice))) throw new RangeError(`batch id ${batchId} must begin with ${batchPrefix(slice)}`)
}

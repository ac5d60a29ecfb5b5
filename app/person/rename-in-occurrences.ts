/** Renames an erased customer in every occurrence that names them: the balances still add up. */
import { eachBounded } from '#app/each-bounded.ts'
import { isUnknownErased, recountErased } from '#app/person/recount-erased.ts'
import { namedIn, renamedIn } from '#app/person/renamed-recipient.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export class BatchContendedError extends Error {
  override name = 'BatchContendedError'
}

export interface Renaming {
  readonly customerId: string
  readonly as: string
  /** Customers with the same address. Their outcome may name this one as the customer who got the greeting instead. */
  readonly sharers: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A customer stands in at most one batch of an occurrence, and that one is found by the slice of their hash. */
export async function renameInOccurrences(
  { occurrences }: { readonly occurrences: OccurrenceStore },
  { customerId, as, sharers, from, to }: Renaming,
): Promise<void> {
  await eachBounded(await occurrences.between(from, to), {
    limit: AT_ONCE,
    act: async (occurrence) => {
      const slices = new Set([customerId, ...sharers].map((id) => sliceOf(id, occurrence)))
      for (const slice of slices) {
        const batches = await renameInSlice(occurrences, { occurrence, slice, customerId, as })
        // Asked of the rows as they are now: where an earlier run broke off behind its rename, this one counts.
        if (isUnknownErased(batches, as)) await recountErased(occurrences, occurrence.occurrenceId)
      }
      await occurrences.rename({ occurrenceId: occurrence.occurrenceId, customerId, as })
    },
  })
}

const AT_ONCE = 16
const TRIES = 10

const sliceOf = (customerId: string, { slices }: Occurrence) => Math.floor((partitionOf(customerId) * slices) / PARTITIONS)

/** The slice's batches, in which the customer is named no more. */
async function renameInSlice(
  occurrences: OccurrenceStore,
  {
    occurrence: { occurrenceId },
    slice,
    customerId,
    as,
  }: { occurrence: Occurrence; slice: number; customerId: string; as: string },
): Promise<readonly Batch[]> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const batches = await occurrences.batchesOfSlice(occurrenceId, slice)
    const named = batches.filter((batch) => namedIn(batch, customerId))
    if (named.length === 0) return batches
    for (const batch of named) {
      const recipients = renamedIn(batch, { customerId, as })
      // Lost to a sender or a planner: the next round reads what they wrote.
      await occurrences.putBatch({ ...batch, recipients, version: batch.version + 1 })
    }
  }
  throw new BatchContendedError(`${occurrenceId} kept changing while a person was removed from it`)
}

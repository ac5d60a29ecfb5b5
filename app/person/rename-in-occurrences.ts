/** Renames an erased customer in every occurrence that names them: the balances still add up. */
import { eachBounded } from '#app/each-bounded.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export class BatchContendedError extends Error {
  override name = 'BatchContendedError'
}

export interface Renaming {
  readonly customerId: string
  readonly as: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A person stands in at most one batch of an occurrence, and that one is found by the slice of their hash. */
export async function renameInOccurrences(
  { occurrences }: { readonly occurrences: OccurrenceStore },
  { customerId, as, from, to }: Renaming,
): Promise<void> {
  await eachBounded(await occurrences.between(from, to), {
    limit: AT_ONCE,
    act: async (occurrence) => {
      await renameInBatches(occurrences, { occurrence, customerId, as })
      await occurrences.rename({ occurrenceId: occurrence.occurrenceId, customerId, as })
    },
  })
}

const AT_ONCE = 16
const TRIES = 10

async function renameInBatches(
  occurrences: OccurrenceStore,
  { occurrence: { occurrenceId, slices }, customerId, as }: { occurrence: Occurrence; customerId: string; as: string },
): Promise<void> {
  const slice = Math.floor((partitionOf(customerId) * slices) / PARTITIONS)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const batches = await occurrences.batchesOfSlice(occurrenceId, slice)
    const named = batches.filter(({ recipients }) => recipients.some((recipient) => recipient.customerId === customerId))
    if (named.length === 0) return
    for (const batch of named) {
      const recipients = batch.recipients.map((recipient) =>
        recipient.customerId === customerId ? { ...recipient, customerId: as } : recipient,
      )
      // Lost to a sender or a planner: the next round reads what they wrote.
      await occurrences.putBatch({ ...batch, recipients, version: batch.version + 1 })
    }
  }
  throw new BatchContendedError(`${occurrenceId} kept changing while a person was removed from it`)
}

/**
 * Renames an erased customer in batches that a search through all rows found. The profile leads only to the customers who share the address today; a
 * customer who shared it once may still stand as passed over for the erased one.
 */
import { isUnknownErased, recountErased } from '#app/person/recount-erased.ts'
import { namedIn, renamedIn } from '#app/person/renamed-recipient.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Found, FoundBatch } from '#app/ports/person.ts'

interface NewName {
  readonly customerId: string
  readonly as: string
}

type Occurrences = Pick<OccurrenceStore, 'get' | 'update' | 'batch' | 'batches' | 'putBatch'>

/** How many batches were written. One that keeps changing stays as it is, for the next search to name. */
export async function renameInFoundBatches(
  { occurrences }: { readonly occurrences: Occurrences },
  { found, ...name }: NewName & { readonly found: readonly Found[] },
): Promise<number> {
  let written = 0
  for (const { batch } of found) if (batch && (await renameInBatch(occurrences, { batch, ...name }))) written++
  return written
}

const TRIES = 10

async function renameInBatch(
  occurrences: Occurrences,
  { batch: { occurrenceId, batchId }, ...name }: NewName & { readonly batch: FoundBatch },
): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const batch = await occurrences.batch(occurrenceId, batchId)
    // Found for an address in it, or renamed meanwhile.
    if (!batch || !namedIn(batch, name.customerId)) return false
    const next = { ...batch, recipients: renamedIn(batch, name), version: batch.version + 1 }
    if ((await occurrences.putBatch(next)) === 'lost') continue
    if (isUnknownErased([next], name.as)) await recountErased(occurrences, occurrenceId)
    return true
  }
  return false
}

/**
 * What the balance of an occurrence must know of an erasure: of how many of its unknown outcomes the customer is erased, so that staff are not asked to
 * decide about them. Its lines stay as they were drawn.
 */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { balanceOfRecipients, withErased } from '#core/planning/balance.ts'
import type { Batch } from '#core/planning/occurrence.ts'

export const isUnknownErased = (batches: readonly Batch[], as: string): boolean =>
  batches.some(({ recipients }) => recipients.some(({ customerId, outcome }) => customerId === as && outcome.state === 'unknown'))

/** An open occurrence is counted when it closes; one that is being closed at this moment starts over, with the rows as they are now. */
export async function recountErased(
  occurrences: Pick<OccurrenceStore, 'get' | 'update' | 'batches'>,
  occurrenceId: string,
): Promise<void> {
  for (;;) {
    const occurrence = await occurrences.get(occurrenceId)
    if (!occurrence) return
    const { balance } = occurrence
    const recipients = balance === null ? [] : (await occurrences.batches(occurrenceId)).flatMap((batch) => batch.recipients)
    const { unknownErased = 0 } = balanceOfRecipients(recipients)
    const next = balance && withErased(balance, unknownErased)
    if ((await occurrences.update({ ...occurrence, balance: next, version: occurrence.version + 1 })) === 'written') return
  }
}

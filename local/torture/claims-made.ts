/** The claims on a customer at one instant: read right after a stop was stored, they tell the mails before the stop from those after. */
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Claims } from '#local/torture/evidence.ts'

export async function claimsMade(
  ledgers: Pick<LedgerStore, 'getMany'>,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Claims>> {
  const stored = await ledgers.getMany(customerIds)
  return new Map(
    stored.map(({ customerId, contacts }) => [customerId, new Map(contacts.map(({ occurrenceId, at }) => [occurrenceId, at]))]),
  )
}

/**
 * Takes back what was written about customers while they were being erased. It asks after the write: either the row was there before and the erasure
 * removes it, or the tombstone was there already and is seen here. One small read for a page of customers.
 */
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchKey, TouchStore } from '#app/ports/touches.ts'

interface ForgetPorts {
  readonly ledgers: Pick<LedgerStore, 'tombstones'>
  readonly touches: Pick<TouchStore, 'remove'>
}

/** Answers the keys of erased customers. */
export async function forgetErased<Key extends TouchKey>(
  { ledgers, touches }: ForgetPorts,
  keys: readonly Key[],
): Promise<readonly Key[]> {
  if (keys.length === 0) return []
  const erased = new Set((await ledgers.tombstones()).map(({ customerId }) => customerId))
  const late = keys.filter(({ customerId }) => erased.has(customerId))
  if (late.length > 0) await touches.remove(late)
  return late
}

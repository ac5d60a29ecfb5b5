/**
 * What was written about customers while they were being erased is taken away again. Asked after the writing: either the erasure removes the
 * row, because it was there before, or its tombstone stood already and is seen here. One small read for a page of people.
 */
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchKey, TouchStore } from '#app/ports/touches.ts'

interface ForgetPorts {
  readonly ledgers: Pick<LedgerStore, 'tombstones'>
  readonly touches: Pick<TouchStore, 'remove'>
}

/** Answers those of the keys that were about an erased customer. */
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

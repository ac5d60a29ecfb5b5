/**
 * The end of an erasure. While a customer was being removed, functions that had read them before may still have written: a planner their name
 * into a batch, a page their answer. A day later none of them runs any more: what they left is removed, and then the tombstone itself, the last
 * row that holds the customer's id.
 */

import { renameInOccurrences } from '#app/person/rename-in-occurrences.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { PersonRows } from '#app/ports/person.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface SweepPorts {
  readonly ledgers: Pick<LedgerStore, 'tombstones' | 'removeTombstone'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly rows: PersonRows
  readonly occurrences: OccurrenceStore
  readonly company: { readonly zone: string }
  /** A name that no customer has and that was never used before: `erased-…`. */
  readonly newName: () => string
}

/** No function runs longer than fifteen minutes; letters that died in a queue are about a customer who is gone, and write nothing. */
const STANDS_MS = DAY_MS
/** Dates that a planner may have been at work on: those open then. */
const PLANNED_DAYS = { back: 31, ahead: 5 }

/** Answers how many tombstones were taken away. */
export async function sweepTombstones(ports: SweepPorts, now: Instant): Promise<number> {
  let swept = 0
  for (const { customerId, erasedAt } of await ports.ledgers.tombstones()) {
    if (erasedAt > plusMs(now, -STANDS_MS)) continue
    // Imported again: what stands there now belongs to the new beginning.
    if (!(await ports.customers.get(customerId))) await removeLeftovers(ports, { customerId, erasedAt })
    await ports.ledgers.removeTombstone(customerId)
    swept++
  }
  return swept
}

async function removeLeftovers(
  ports: SweepPorts,
  { customerId, erasedAt }: { readonly customerId: string; readonly erasedAt: Instant },
): Promise<void> {
  const day = localDateAt(erasedAt, ports.company.zone)
  const dates = { from: addDays(day, -PLANNED_DAYS.back), to: addDays(day, PLANNED_DAYS.ahead) }
  await renameInOccurrences(ports, { customerId, as: ports.newName(), ...dates })
  await ports.rows.remove(customerId)
}

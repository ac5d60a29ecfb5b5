/**
 * The end of an erasure. Functions that read the customer before the erasure may still have written during it: a planner their name into a batch, a
 * page their answer. A day later none of these functions runs any more. The sweep removes what they left, then the tombstone, the last row that holds
 * the customer's id. An erasure that broke off is not swept: its tombstone stays, so that no mail goes out, and the operator is told to finish it.
 */

import { asStored } from '#app/claims/claim-person.ts'
import { type RemoveFromListsPorts, removeFromLists } from '#app/desk/remove-from-lists.ts'
import type { Events } from '#app/events.ts'
import { type RemoveCaseFilesPorts, withoutCaseFiles } from '#app/person/remove-case-files.ts'
import { type RemoveRepliesPorts, removeReplies } from '#app/person/remove-replies.ts'
import { BatchContendedError, renameInOccurrences } from '#app/person/rename-in-occurrences.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore, Tombstone } from '#app/ports/ledgers.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { PersonRows } from '#app/ports/person.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface SweepPorts extends RemoveRepliesPorts, RemoveFromListsPorts, RemoveCaseFilesPorts {
  readonly ledgers: Pick<LedgerStore, 'getMany' | 'tombstones' | 'removeTombstone'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly replies: Pick<ReplyStore, 'pagesOf' | 'remove'>
  readonly rows: PersonRows
  readonly work: RemoveFromListsPorts['work'] & RemoveCaseFilesPorts['work']
  readonly occurrences: OccurrenceStore
  readonly company: { readonly zone: string }
  /** A name that no customer has and that was never used before, `erased-…`: for a tombstone that does not know the erasure's own. */
  readonly newName: () => string
  readonly events: Pick<Events, 'erasureUnfinished' | 'erasureContended' | 'erasureBroken'>
}

export interface Swept {
  /** Tombstones that were taken away. */
  readonly tombstones: number
  /** False when the time ran out, or a tombstone could not be removed: the next night tries again. Erasures that broke off do not count. */
  readonly finished: boolean
}

/** No function runs longer than fifteen minutes. A dead letter about an erased customer writes nothing when it is put back. */
const STANDS_MS = DAY_MS
/** The operator's command never runs so long. */
const ERASING_MS = HOUR_MS
/** Dates that a planner may have been working on: those open then. */
const PLANNED_DAYS = { back: 31, ahead: 5 }

/** `hasTime` is asked before each customer with rows to remove. A failure for one customer does not stop the removal for the others. */
export async function sweepTombstones(ports: SweepPorts, now: Instant, hasTime: () => boolean = () => true): Promise<Swept> {
  let [tombstones, finished] = [0, true]
  for (const grave of await ports.ledgers.tombstones()) {
    if (!isDue(grave, now)) continue
    if (grave.erasure.state === 'begun') {
      ports.events.erasureUnfinished({ customerId: grave.customerId, erasedAt: grave.erasedAt })
      continue
    }
    if (!hasTime()) return { tombstones, finished: false }
    try {
      if (await sweep(ports, grave)) tombstones++
    } catch (error) {
      finished = false
      const values = { customerId: grave.customerId, error: String(error) }
      if (error instanceof BatchContendedError) ports.events.erasureContended(values)
      else ports.events.erasureBroken(values)
    }
  }
  return { tombstones, finished }
}

/** Whether this night must act on it or report it. */
function isDue({ erasedAt, erasure }: Tombstone, now: Instant): boolean {
  switch (erasure.state) {
    case 'begun':
      return erasedAt <= plusMs(now, -ERASING_MS)
    case 'finished':
      return erasure.at <= plusMs(now, -STANDS_MS)
    case 'unmarked':
      return erasedAt <= plusMs(now, -STANDS_MS)
  }
}

/** Whether the tombstone was taken away. */
async function sweep(ports: SweepPorts, grave: Tombstone): Promise<boolean> {
  const { customerId, erasedAt } = grave
  const isImportedAgain = (await ports.customers.get(customerId)) !== undefined
  if (grave.erasure.state === 'finished' || (await seemsFinished(ports, customerId, isImportedAgain))) {
    // When the customer was imported again, the rows belong to the new profile and stay.
    if (!isImportedAgain) await removeLeftovers(ports, grave)
    if ((await ports.ledgers.removeTombstone(customerId)) === 'written') return true
  }
  ports.events.erasureUnfinished({ customerId, erasedAt })
  return false
}

/**
 * An `unmarked` tombstone does not say how far its erasure came. The remaining rows do: the erasure empties the ledger before it removes the profile.
 * Where a profile exists, it may be a new import or one never removed: the operator must look.
 */
async function seemsFinished({ ledgers }: SweepPorts, customerId: string, hasProfile: boolean): Promise<boolean> {
  const { contacts, acted = [] } = await asStored(ledgers, customerId)
  return !hasProfile && contacts.length + acted.length === 0
}

async function removeLeftovers(
  ports: SweepPorts,
  { customerId, erasedAt, erasure, as = ports.newName() }: Tombstone,
): Promise<void> {
  const dayOf = (at: Instant) => localDateAt(at, ports.company.zone)
  const until = erasure.state === 'finished' ? erasure.at : erasedAt
  const dates = { from: addDays(dayOf(erasedAt), -PLANNED_DAYS.back), to: addDays(dayOf(until), PLANNED_DAYS.ahead) }
  await renameInOccurrences(ports, { customerId, as, sharers: [], ...dates })
  await removeReplies(ports, ports.replies.pagesOf(customerId))
  await removeFromLists(ports, customerId)
  await withoutCaseFiles(ports, { customerId, removeRows: () => ports.rows.remove(customerId) })
}

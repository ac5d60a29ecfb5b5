/**
 * A person removed everywhere. First nobody writes to them any more, then their rows go, the profile last; what must stay for the books
 * (balances, vouchers) stays under another name. Harmless when repeated, so an interrupted run is finished by the next.
 */
import type { Events } from '#app/events.ts'
import { exportPerson, type HeldPorts, type PersonExport } from '#app/export-person.ts'
import type { RawMails } from '#app/listening-ports.ts'
import { markSharedAddress } from '#app/mark-shared-address.ts'
import { namingDates } from '#app/naming-dates.ts'
import type { DataSearch, Found, PersonRows } from '#app/personal-data-ports.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ErasePorts extends HeldPorts {
  readonly rows: PersonRows
  readonly search: DataSearch
  readonly rawMails: RawMails
  readonly events: Events
}

export interface Erasure {
  readonly customerId: string
  /** Rows in which the person's id, address or number still stands: none, or the erasure is not done. */
  readonly left: readonly Found[]
  /** Raw mails that are still there. */
  readonly leftMails: readonly string[]
}

export class BatchContendedError extends Error {
  override name = 'BatchContendedError'
}

/** Undefined when nothing is held about that id. `as` is the name that stands for the person from now on: `erased-…`, never used before. */
export async function erasePerson(
  ports: ErasePorts,
  { customerId, as, at }: { customerId: string; as: string; at: Instant },
): Promise<Erasure | undefined> {
  const held = await exportPerson(ports, { customerId, at })
  if (!held) return undefined
  const email = held.customer?.email ?? null
  // Outlives the person's data: whoever imports them again must not write to them.
  if (email !== null)
    await ports.suppressions.add({
      addressHash: ports.seals.addressHash(email),
      reason: 'legal',
      at,
      evidence: 'erased on request',
    })

  for (const { code } of held.vouchers) await ports.vouchers.rename({ code, as })
  for (const { rawKey } of held.replies) await ports.rawMails.remove(rawKey)
  for (const { customerId: owner, replyId } of held.replies) await ports.replies.remove({ customerId: owner, replyId })
  await renameInOccurrences(ports, { customerId, as, at })
  await ports.rows.remove(customerId)
  // Those who shared the address are marked with the person's id.
  if (email !== null) await markSharedAddress(ports, { email })
  ports.events.personErased({ customerId })
  return { customerId, left: await rowsLeft(ports.search, held), leftMails: await mailsLeft(ports.rawMails, held) }
}

async function rowsLeft(search: DataSearch, { customerId, customer }: PersonExport): Promise<readonly Found[]> {
  const left: Found[] = []
  for await (const found of search.find([customerId, customer?.email ?? '', customer?.phone ?? ''])) left.push(found)
  return left
}

async function mailsLeft(rawMails: RawMails, { replies }: PersonExport): Promise<readonly string[]> {
  const looked = await Promise.all(replies.map(async ({ rawKey }) => ((await rawMails.exists(rawKey)) ? [rawKey] : [])))
  return looked.flat()
}

/** A person stands in at most one batch of an occurrence, and that one is found by the slice of their hash. */
async function renameInOccurrences(ports: ErasePorts, change: { customerId: string; as: string; at: Instant }): Promise<void> {
  const { customerId, as, at } = change
  const { from, to } = namingDates(ports.company, at)
  for (const occurrence of await ports.occurrences.between(from, to)) {
    await renameInBatches(ports, { occurrence, customerId, as })
    await ports.occurrences.rename({ occurrenceId: occurrence.occurrenceId, customerId, as })
  }
}
const TRIES = 10

async function renameInBatches(
  { occurrences }: ErasePorts,
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
      // Lost to a sender or a planner: the next look sees what they wrote.
      await occurrences.putBatch({ ...batch, recipients, version: batch.version + 1 })
    }
  }
  throw new BatchContendedError(`${occurrenceId} kept changing while a person was removed from it`)
}

/**
 * Removes who was contacted when, in expired occurrences, row by row: a night that ends in the middle of a million customers has done its part, and
 * the next continues with the remaining rows. An occurrence that names no customer any more is marked, and not read again.
 */

import { type ForgetContactsPorts, forgetContacts } from '#app/claims/forget-contacts.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface PurgeContactsPorts extends ForgetContactsPorts {
  readonly occurrences: OccurrenceStore
  readonly touches: Pick<TouchStore, 'remove' | 'noticesOf'>
}

export interface ContactsOver {
  readonly days: { readonly first: LocalDate; readonly last: LocalDate }
  /** Contacts from before this instant are over. */
  readonly before: Instant
  readonly today: LocalDate
  /** Asked before every row. */
  readonly hasTime: () => boolean
}

export interface PurgedContacts {
  readonly contacts: number
  readonly ledgers: number
  readonly finished: boolean
  /** Closed occurrences of these days that still name customers. */
  readonly left: number
}

const QUERIES_AT_ONCE = 25

export async function purgeContacts(ports: PurgeContactsPorts, over: ContactsOver): Promise<PurgedContacts> {
  const { occurrences } = ports
  const due = await dueOccurrences(ports, over)
  let [contacts, ledgers] = [0, 0]
  for (const occurrence of due) {
    for await (const page of occurrences.batchPages(occurrence.occurrenceId)) {
      for (const batch of page) {
        if (!over.hasTime()) return { contacts, ledgers, finished: false, left: await leftOf(ports, over) }
        ledgers += await purgeBatch(ports, batch, over.before)
        contacts += batch.recipients.length
      }
    }
    await occurrences.removeNames(occurrence.occurrenceId)
    await occurrences.update({ ...occurrence, emptiedOn: over.today, version: occurrence.version + 1 })
  }
  return { contacts, ledgers, finished: true, left: due.length === 0 ? 0 : await leftOf(ports, over) }
}

/** An open occurrence is never emptied. */
const isDue = ({ state, emptiedOn }: Occurrence) => state === 'closed' && emptiedOn === undefined

const leftOf = async (ports: PurgeContactsPorts, over: ContactsOver): Promise<number> =>
  (await dueOccurrences(ports, over)).length

/** The index of days may be behind a write of this very night: the row itself is decisive. */
async function dueOccurrences({ occurrences }: PurgeContactsPorts, { days }: ContactsOver): Promise<readonly Occurrence[]> {
  const stored: Occurrence[] = []
  await eachBounded((await occurrences.between(days.first, days.last)).filter(isDue), {
    limit: QUERIES_AT_ONCE,
    act: async ({ occurrenceId }) => {
      const occurrence = await occurrences.get(occurrenceId)
      if (occurrence && isDue(occurrence)) stored.push(occurrence)
    },
  })
  return stored.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}

/** The row itself last: it is the record of whose touches may remain. */
async function purgeBatch(ports: PurgeContactsPorts, batch: Batch, before: Instant): Promise<number> {
  const { occurrences, touches } = ports
  const { occurrenceId } = batch
  const customerIds = batch.recipients.map(({ customerId }) => customerId)
  await touches.remove(customerIds.map((customerId) => ({ customerId, occurrenceId })))
  await eachBounded(customerIds, {
    limit: QUERIES_AT_ONCE,
    act: async (customerId) => {
      const old = (await touches.noticesOf(customerId)).filter(({ at }) => at < before)
      if (old.length > 0) await touches.remove(old)
    },
  })
  const ledgers = await forgetContacts(ports, { customerIds, before })
  await occurrences.removeExpired(batch)
  return ledgers
}

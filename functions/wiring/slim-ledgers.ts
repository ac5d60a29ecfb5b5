/**
 * Ledgers as small as they can be kept. Customers who are greeted in the same minute have the same contact, made for each of them anew and kept for a
 * year: here it is kept once, and the lists have no room to grow.
 */
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Contact } from '#core/audience/ledger.ts'

/** More different occasions than customers have in common at one time. */
const MOST_SHARED = 10_000

export function slimLedgers(ledgers: LedgerStore): LedgerStore {
  const latest = new Map<string, Contact>()
  const shared = (contact: Contact): Contact => {
    const known = latest.get(contact.occasionKey)
    if (known && isSame(known, contact)) return known
    if (latest.size >= MOST_SHARED) latest.clear()
    const kept = known ? { ...contact, occasionKey: known.occasionKey } : contact
    latest.set(kept.occasionKey, kept)
    return kept
  }
  return {
    ...ledgers,
    claim: ({ contacts, acted, ...ledger }) => {
      const last = contacts.at(-1)
      return ledgers.claim({
        ...ledger,
        // A list that was made by spreading has room for sixteen more; `with` and `slice` copy it as long as it is.
        contacts: last ? contacts.with(-1, shared(last)) : contacts,
        ...(acted && { acted: acted.slice() }),
      })
    },
  }
}

const isSame = (one: Contact, other: Contact): boolean =>
  one.occurrenceId === other.occurrenceId &&
  one.at === other.at &&
  one.channel === other.channel &&
  one.contentClass === other.contentClass &&
  one.asks === other.asks

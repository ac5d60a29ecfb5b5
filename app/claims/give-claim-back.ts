/** Gives a claim back: only when its mail was surely not taken, or when the operator decided to send another. */
import { changeLedger } from '#app/claims/change-ledger.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchKey } from '#app/ports/touches.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { withoutContact } from '#core/audience/remember.ts'
import type { Instant } from '#core/time/instant.ts'

interface ClaimToGiveBack extends TouchKey {
  /** The ledger as the claim left it. Saves the sender a read; the ledger is read anew if it has changed since. */
  readonly claimed?: Ledger
  /** Only a claim made by this instant is given back: a later claim is another mail's. */
  readonly madeUntil?: Instant
}

/**
 * Takes the contact out of the ledger again. If that fails, the customer stays claimed and is listed as unknown: no second mail goes out. The
 * contacts of an erased customer are left to the erasure.
 */
export const giveClaimBack = (
  ledgers: LedgerStore,
  { customerId, occurrenceId, claimed, madeUntil }: ClaimToGiveBack,
): Promise<void> =>
  changeLedger(ledgers, {
    customerId,
    known: claimed,
    change: (ledger) =>
      ledger.contacts.some(
        (contact) => contact.occurrenceId === occurrenceId && (madeUntil === undefined || contact.at <= madeUntil),
      )
        ? withoutContact(ledger, occurrenceId)
        : undefined,
  })

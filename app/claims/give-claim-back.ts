/** A claim given back: only when its mail was surely not taken, or when the operator decided that another one goes out. */
import { changeLedger } from '#app/claims/change-ledger.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchKey } from '#app/ports/touches.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { withoutContact } from '#core/audience/remember.ts'
import type { Instant } from '#core/time/instant.ts'

interface ClaimToGiveBack extends TouchKey {
  /** The ledger as the claim left it: saves the sender a read, and is read anew should it have changed since. */
  readonly claimed?: Ledger
  /** Only a claim made until then: a later one is another mail's. */
  readonly madeUntil?: Instant
}

/**
 * Takes the contact out of the ledger again. Should that fail, the person stays claimed and turns up as unknown: never twice. The contacts of an
 * erased customer are left to the erasure.
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

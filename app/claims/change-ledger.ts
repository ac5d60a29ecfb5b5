/**
 * Changes one customer's ledger under a condition on its version. When a sender was quicker, the change is made anew to the stored ledger. An erased
 * customer's ledger is not changed.
 */
import { asStored, LedgerContendedError } from '#app/claims/claim-person.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Ledger } from '#core/audience/ledger.ts'

const TRIES = 5

interface Change {
  readonly customerId: string
  /** The ledger that the caller has just written or read. Tried first, so that the ledger is read only if it has changed since. */
  readonly known?: Ledger | undefined
  /** Answers the ledger one version on, or undefined when nothing changes. */
  readonly change: (ledger: Ledger) => Ledger | undefined
}

export async function changeLedger(ledgers: LedgerStore, { customerId, known, change }: Change): Promise<void> {
  let ledger = known ?? (await asStored(ledgers, customerId))
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (ledger.erasedAt !== undefined) return
    const next = change(ledger)
    if (!next || (await ledgers.claim(next)) === 'written') return
    ledger = await asStored(ledgers, customerId)
  }
  throw new LedgerContendedError(`ledger of ${customerId}: lost ${TRIES} times`)
}

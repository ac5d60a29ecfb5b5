/** One person's ledger changed under its version: a sender may be quicker, the change is made to what is stored. Of an erased customer nothing is. */
import { asStored, LedgerContendedError } from '#app/claims/claim-person.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Ledger } from '#core/audience/ledger.ts'

const TRIES = 5

/** `change` answers the ledger one version on, or undefined when nothing is to be changed. */
export async function changeLedger(
  ledgers: LedgerStore,
  { customerId, change }: { readonly customerId: string; readonly change: (ledger: Ledger) => Ledger | undefined },
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const stored = await asStored(ledgers, customerId)
    if (stored.erasedAt !== undefined) return
    const next = change(stored)
    if (!next || (await ledgers.claim(next)) === 'written') return
  }
  throw new LedgerContendedError(`ledger of ${customerId}: lost ${TRIES} times`)
}

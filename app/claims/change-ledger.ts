/** One person's ledger changed under its version: a sender may be quicker, the change is made to what is stored. Of an erased customer nothing is. */
import { asStored, LedgerContendedError } from '#app/claims/claim-person.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Ledger } from '#core/audience/ledger.ts'

const TRIES = 5

interface Change {
  readonly customerId: string
  /** What its caller has just written or read: tried first, so that only a ledger that has changed since is read. */
  readonly known?: Ledger | undefined
  /** Answers the ledger one version on, or undefined when nothing is to be changed. */
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

/** Removes expired contacts from customers' ledgers, and the confirmations of stops that only the ledger leads to. */
import { asStored } from '#app/claims/claim-person.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { isNoticeContact } from '#core/audience/notice.ts'
import { withoutContactsBefore } from '#core/audience/remember.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ForgetContactsPorts {
  readonly ledgers: Pick<LedgerStore, 'getMany' | 'getManyEventually' | 'claim'>
  readonly touches: Pick<TouchStore, 'remove'>
}

const READ_AT_ONCE = 100
const WRITES_AT_ONCE = 16
/** A sender may change the ledger at the same moment: the next night tries again. */
const TRIES = 3

/** Answers how many ledgers lost an expired contact. The row stays as long as the customer exists: its version must never start again at 0. */
export async function forgetContacts(
  ports: ForgetContactsPorts,
  { customerIds, before }: { readonly customerIds: readonly string[]; readonly before: Instant },
): Promise<number> {
  let changed = 0
  for (let start = 0; start < customerIds.length; start += READ_AT_ONCE) {
    const stored = await ports.ledgers.getManyEventually(customerIds.slice(start, start + READ_AT_ONCE))
    const old = stored.filter((ledger) => withoutContactsBefore(ledger, before) !== undefined)
    await eachBounded(old, {
      limit: WRITES_AT_ONCE,
      act: async (ledger) => {
        if (await forget(ports, ledger, before)) changed++
      },
    })
  }
  return changed
}

async function forget({ ledgers, touches }: ForgetContactsPorts, stored: Ledger, before: Instant): Promise<boolean> {
  let ledger = stored
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const next = withoutContactsBefore(ledger, before)
    if (next === undefined) return false
    const { customerId } = ledger
    const notices = ledger.contacts.filter((contact) => isNoticeContact(contact) && contact.at < before)
    // First the touches that only the ledger leads to.
    await touches.remove(notices.map(({ occurrenceId }) => ({ customerId, occurrenceId })))
    if ((await ledgers.claim(next)) === 'written') return true
    ledger = await asStored(ledgers, customerId)
  }
  return false
}

/**
 * How much is held about a customer, counted by their keys; null when nothing is and no erasure is under way. Mails that only their address shows to be
 * theirs are not counted: they stand among all stray mails that are kept, which the act reads once and its page must not read at each look
 * (docs/performance.md).
 */

import type { HeldPorts } from '#app/person/held-about.ts'
import { voucherPages } from '#app/person/held-pages.ts'
import { emptyLedger } from '#core/audience/ledger.ts'
import type { PersonHeld } from '#web/staff/acts/person-acts.ts'

type CountedPorts = Pick<
  HeldPorts,
  'customers' | 'purchases' | 'touches' | 'ledgers' | 'consents' | 'responses' | 'replies' | 'work' | 'vouchers' | 'seals'
>

export async function heldCounts(ports: CountedPorts, customerId: string): Promise<PersonHeld | null> {
  const [person, [ledger = emptyLedger(customerId)], tombstones] = await Promise.all([
    ports.customers.get(customerId),
    ports.ledgers.getMany([customerId]),
    ports.ledgers.tombstones(),
  ])
  const isBegun = tombstones.some((grave) => grave.customerId === customerId && grave.erasure.state === 'begun')
  if (!person && !isBegun) return null
  const [purchases, touches, consents, answers, mails, work] = await Promise.all([
    ports.purchases.ofCustomer(customerId),
    ports.touches.ofCustomer(customerId),
    ports.consents.ofCustomer(customerId),
    ports.responses.ofCustomer(customerId),
    counted(ports.replies.pagesOf(customerId)),
    ports.work.ofCustomer(customerId),
  ])
  /** Touches alone: the outcomes of occurrences hold no voucher of their own. */
  async function* contacts() {
    yield touches.map((touch) => ({ touch }))
  }
  return {
    customerId,
    name: person?.customer.fullName ?? null,
    isBegun,
    held: {
      purchases: purchases.length,
      touches: touches.length,
      consents: consents.length,
      answers: answers.length,
      mails,
      work: work.length,
      vouchers: await counted(voucherPages(ports, { customerId, ledger, contacts })),
    },
  }
}

async function counted(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  let count = 0
  for await (const page of pages) count += page.length
  return count
}

/**
 * How much is held about a customer, counted by their keys; null when nothing is. Rows without a profile are held as well: a work item alone can be
 * handed out and erased (app/person/held-about.ts). Not counted, and alone no reason for a page, is what no key leads to: outcomes in occurrences that
 * left no touch, and mails that only the address shows to be theirs, which the act looks for once and its page must not at each look
 * (docs/performance.md).
 */

import { type HeldPorts, tellsOfPerson } from '#app/person/held-about.ts'
import { voucherPages } from '#app/person/held-pages.ts'
import { emptyLedger } from '#core/audience/ledger.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import type { PersonHeld } from '#web/staff/acts/person-acts.ts'

type CountedPorts = Pick<
  HeldPorts,
  'customers' | 'purchases' | 'touches' | 'ledgers' | 'consents' | 'responses' | 'replies' | 'work' | 'vouchers' | 'seals'
>

export async function heldCounts(ports: CountedPorts, customerId: string): Promise<PersonHeld | null> {
  if (!CustomerIdSchema.safeParse(customerId).success) return null
  const [person, [ledger = emptyLedger(customerId)], tombstones] = await Promise.all([
    ports.customers.get(customerId),
    ports.ledgers.getMany([customerId]),
    ports.ledgers.tombstones(),
  ])
  const isBegun = tombstones.some((grave) => grave.customerId === customerId && grave.erasure.state === 'begun')
  const [purchases, touches, consents, answers, mails, work] = await Promise.all([
    ports.purchases.ofCustomer(customerId),
    ports.touches.ofCustomer(customerId),
    ports.consents.ofCustomer(customerId),
    ports.responses.ofCustomer(customerId),
    counted(ports.replies.pagesOf(customerId)),
    ports.work.ofCustomer(customerId),
  ])
  const found = purchases.length + touches.length + consents.length + answers.length + mails + work.length
  if (!person && found === 0 && !(await tellsOfPerson(ports, ledger))) return null
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
      contacts: touches.length,
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

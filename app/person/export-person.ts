/** All data about one customer in one value, for viewing. Handing it out and removing it go page by page (app/person/held-about.ts). */
import { type HeldMany, type HeldOnce, type HeldPorts, heldAbout } from '#app/person/held-about.ts'
import type { Instant } from '#core/time/instant.ts'

export type PersonExport = HeldOnce & { readonly [Part in keyof HeldMany]: readonly HeldMany[Part][] }

/** Undefined when nothing is stored about that id. */
export async function exportPerson(
  ports: HeldPorts,
  { customerId, at }: { customerId: string; at: Instant },
): Promise<PersonExport | undefined> {
  const held = await heldAbout(ports, { customerId, at })
  if (!held) return undefined
  const { once, pages } = held
  const { suppressions, ledger, ...head } = once
  // In reading order.
  return {
    ...head,
    consents: await all(pages.consents),
    suppressions,
    purchases: await all(pages.purchases),
    contacts: await all(pages.contacts),
    ledger,
    responses: await all(pages.responses),
    replies: await all(pages.replies),
    work: await all(pages.work),
    vouchers: await all(pages.vouchers),
  }
}

async function all<Item>(pages: () => AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const items: Item[] = []
  for await (const page of pages()) for (const item of page) items.push(item)
  return items
}

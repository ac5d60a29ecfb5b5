/**
 * All data about one customer in one value: for viewing at a terminal, and for the file that the staff app hands out, which has a largest size. The
 * command's hand-out and the removal go page by page (app/person/held-about.ts).
 */
import { type HeldAbout, type HeldMany, type HeldOnce, type HeldPorts, heldAbout } from '#app/person/held-about.ts'
import type { Instant } from '#core/time/instant.ts'

export type PersonExport = HeldOnce & { readonly [Part in keyof HeldMany]: readonly HeldMany[Part][] }

interface Asked {
  readonly customerId: string
  readonly at: Instant
}

/** Undefined when nothing is stored about that id. */
export async function exportPerson(ports: HeldPorts, asked: Asked): Promise<PersonExport | undefined> {
  const held = await heldAbout(ports, asked)
  return held && gathered(held, Number.POSITIVE_INFINITY)
}

/** The same, unless it is longer than so many characters of JSON: then reading stops, so that what one customer sent fills no memory. */
export async function exportWithin(
  ports: HeldPorts,
  { longest, ...asked }: Asked & { readonly longest: number },
): Promise<PersonExport | 'too-large' | undefined> {
  const held = await heldAbout(ports, asked)
  return (
    held &&
    gathered(held, longest).catch((error: unknown) => {
      if (error instanceof TooLargeError) return 'too-large' as const
      throw error
    })
  )
}

class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

async function gathered({ once, pages }: HeldAbout, longest: number): Promise<PersonExport> {
  let length = 0
  const all = async <Item>(pagesOf: () => AsyncIterable<readonly Item[]>): Promise<readonly Item[]> => {
    const items: Item[] = []
    for await (const page of pagesOf()) {
      if (longest !== Number.POSITIVE_INFINITY) length += JSON.stringify(page).length
      if (length > longest) throw new TooLargeError(`more than ${longest} characters`)
      for (const item of page) items.push(item)
    }
    return items
  }
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
    drafts: await all(pages.drafts),
    vouchers: await all(pages.vouchers),
  }
}

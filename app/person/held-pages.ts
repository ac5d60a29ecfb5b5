/** Data of one customer that no row of theirs leads to: replies known by their address alone, and vouchers known by the occasion they were issued for. */
import type { TimelineEntry } from '#app/person/customer-timeline.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { AddressHashes, VoucherCodes } from '#app/ports/secrets.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import { occurrenceNamed } from '#core/occasion/occurrence-id.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { WorkDrafts } from '#core/work/draft-note.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Their own replies, and unmatched ones that only the address shows to be theirs. */
export async function* replyPages(
  { replies, seals }: { readonly replies: ReplyStore; readonly seals: AddressHashes },
  { customerId, address }: { customerId: string; address: string | null },
): AsyncGenerator<readonly Reply[], void> {
  yield* replies.pagesOf(customerId)
  if (address === null) return
  const fromHash = seals.addressHash(address)
  for await (const page of replies.pagesOf(null)) {
    const own = page.filter((reply) => reply.fromHash === fromHash)
    if (own.length > 0) yield own
  }
}

/** Their own work, and missed calls that only the number shows to be theirs. */
export async function* workPages(
  { work }: { readonly work: Pick<WorkStore, 'pagesOfCustomer' | 'ofNumber'> },
  { customerId, phone }: { customerId: string; phone: string | null },
): AsyncGenerator<readonly WorkItem[], void> {
  yield* work.pagesOfCustomer(customerId)
  const missed = phone === null ? [] : await work.ofNumber(phone)
  if (missed.length > 0) yield missed
}

/** What staff are typing about their work and have not sent. */
export async function* draftPages(
  ports: { readonly work: Pick<WorkStore, 'pagesOfCustomer' | 'ofNumber' | 'draftsOf'> },
  asked: { customerId: string; phone: string | null },
): AsyncGenerator<readonly HeldDrafts[], void> {
  for await (const page of workPages(ports, asked)) {
    const typed: HeldDrafts[] = []
    for (const { workId } of page) {
      const notes = (await ports.work.draftsOf(workId)).notes.filter(({ text }) => text !== '')
      if (notes.length > 0) typed.push({ workId, notes })
    }
    if (typed.length > 0) yield typed
  }
}

export type HeldDrafts = Pick<WorkDrafts, 'workId' | 'notes'>

/** The vouchers of their touches, and those issued in a try that recorded no result: the code follows from the occasion. */
export async function* voucherPages(
  { vouchers, seals }: { readonly vouchers: VoucherStore; readonly seals: VoucherCodes },
  {
    customerId,
    ledger,
    contacts,
  }: { customerId: string; ledger: Ledger; contacts: () => AsyncIterable<readonly Pick<TimelineEntry, 'touch'>[]> },
): AsyncGenerator<readonly Voucher[], void> {
  const seen = new Set<string>()
  /** Empty for the confirmation of a stop. */
  const codesOf = ({ occurrenceId, occasionKey }: { readonly occurrenceId: string; readonly occasionKey: string }) => {
    const named = occurrenceNamed(occurrenceId)
    return named ? [seals.voucherCode({ campaignId: named.campaignId, occasionKey, customerId })] : []
  }
  const issued = async (codes: readonly string[]) => {
    const fresh = [...new Set(codes)].filter((code) => !seen.has(code))
    for (const code of fresh) seen.add(code)
    const found = fresh.length === 0 ? [] : await vouchers.getMany(fresh)
    return found.filter((voucher) => voucher.customerId === customerId)
  }
  const first = await issued(ledger.contacts.flatMap(codesOf))
  if (first.length > 0) yield first
  for await (const page of contacts()) {
    const touches = page.flatMap(({ touch }) => (touch ? [touch] : []))
    const next = await issued(touches.flatMap((touch) => [...codesOf(touch), ...(touch.voucherCode ? [touch.voucherCode] : [])]))
    if (next.length > 0) yield next
  }
}

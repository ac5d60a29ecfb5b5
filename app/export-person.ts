/** Everything that is held about one person, for the person: the law's right of access. */
import { customerTimeline, type TimelineEntry } from '#app/customer-timeline.ts'
import type { ReplyStore, ResponseStore, WorkStore } from '#app/listening-ports.ts'
import { namingDates } from '#app/naming-dates.ts'
import type {
  ConsentLog,
  CustomerStore,
  LedgerStore,
  OccurrenceStore,
  Person,
  PurchaseStore,
  Seals,
  SuppressionList,
  TouchStore,
  VoucherStore,
} from '#app/ports.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Frequency } from '#core/audience/preference.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface HeldPorts {
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
  readonly occurrences: OccurrenceStore
  readonly touches: TouchStore
  readonly ledgers: LedgerStore
  readonly consents: ConsentLog
  readonly suppressions: SuppressionList
  readonly vouchers: VoucherStore
  readonly responses: ResponseStore
  readonly replies: ReplyStore
  readonly work: WorkStore
  readonly seals: Pick<Seals, 'addressHash' | 'voucherCode'>
  readonly company: { readonly zone: string; readonly retention: { readonly contacts: number } }
}

export interface PersonExport {
  readonly customerId: string
  readonly exportedAt: Instant
  /** Null when the profile is gone and other rows are not. */
  readonly customer: Customer | null
  readonly frequency: Frequency | null
  /** When and how they chose it; null when they never did. */
  readonly frequencyChosen: Person['frequencyChosen'] | null
  readonly consents: readonly ConsentRecord[]
  /** Why the address is not written to, if so. */
  readonly suppression: Suppression | 'unreadable' | null
  readonly purchases: readonly Purchase[]
  /** What they got and what they did not get, with the reason. */
  readonly contacts: readonly TimelineEntry[]
  readonly ledger: Ledger
  readonly responses: readonly SurveyResponse[]
  readonly replies: readonly Reply[]
  readonly work: readonly WorkItem[]
  readonly vouchers: readonly Voucher[]
}

/** Undefined when nothing is held about that id. */
export async function exportPerson(
  ports: HeldPorts,
  { customerId, at }: { customerId: string; at: Instant },
): Promise<PersonExport | undefined> {
  const person = await ports.customers.get(customerId)
  const [consents, purchases, ledger, responses, work, contacts, suppression] = await Promise.all([
    ports.consents.ofCustomer(customerId),
    ports.purchases.ofCustomer(customerId),
    ledgerOf(ports, customerId),
    ports.responses.ofCustomer(customerId),
    ports.work.ofCustomer(customerId),
    contactsOf(ports, { customerId, at }),
    suppressionOf(ports, person?.customer.email ?? null),
  ])
  const [replies, vouchers] = await Promise.all([
    repliesOf(ports, { customerId, email: person?.customer.email ?? null }),
    vouchersOf(ports, { customerId, ledger, contacts }),
  ])
  const nothing =
    (ledger.version === 0 || ledger.erasedAt !== undefined) &&
    [consents, purchases, responses, replies, work, contacts].every((all) => all.length === 0)
  if (!person && nothing) return undefined
  return {
    customerId,
    exportedAt: at,
    customer: person?.customer ?? null,
    frequency: person?.frequency ?? null,
    frequencyChosen: person?.frequencyChosen ?? null,
    consents,
    suppression,
    purchases,
    contacts,
    ledger,
    responses,
    replies,
    work,
    vouchers,
  }
}

async function ledgerOf({ ledgers }: HeldPorts, customerId: string): Promise<Ledger> {
  const [ledger] = await ledgers.getMany([customerId])
  return ledger ?? { customerId, version: 0, contacts: [] }
}

const contactsOf = ({ company, ...ports }: HeldPorts, { customerId, at }: { customerId: string; at: Instant }) =>
  customerTimeline(ports, { customerId, ...namingDates(company, at) })

async function suppressionOf({ suppressions, seals }: HeldPorts, email: string | null) {
  if (email === null) return null
  const hash = seals.addressHash(email)
  return (await suppressions.among([hash])).get(hash) ?? null
}

/** Their own, and those that only their address tells to be theirs. */
export async function repliesOf(
  { replies, seals }: Pick<HeldPorts, 'replies' | 'seals'>,
  { customerId, email }: { customerId: string; email: string | null },
): Promise<readonly Reply[]> {
  const own = await replies.ofCustomer(customerId)
  if (email === null) return own
  const fromHash = seals.addressHash(email)
  return [...own, ...(await replies.unmatched()).filter((reply) => reply.fromHash === fromHash)]
}

/** Those in their touches, and those issued in a try whose end nobody saw: the code follows from the occasion. */
export async function vouchersOf(
  { vouchers, seals }: Pick<HeldPorts, 'vouchers' | 'seals'>,
  { customerId, ledger, contacts }: { customerId: string; ledger: Ledger; contacts: readonly TimelineEntry[] },
): Promise<readonly Voucher[]> {
  const touches = contacts.flatMap(({ touch }) => (touch ? [touch] : []))
  const keys = [...ledger.contacts, ...touches].map(({ occurrenceId, occasionKey }) =>
    seals.voucherCode({ campaignId: occurrenceId.slice(0, -DATE_TAIL), occasionKey, customerId }),
  )
  const codes = new Set([...touches.flatMap(({ voucherCode }) => (voucherCode === null ? [] : [voucherCode])), ...keys])
  const found = await Promise.all([...codes].map((code) => vouchers.get(code)))
  return found.filter((voucher) => voucher !== undefined).filter((voucher) => voucher.customerId === customerId)
}

/** `_2027-03-10` at the end of an occurrence's id. */
const DATE_TAIL = 11

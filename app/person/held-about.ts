/**
 * All data about one customer, page by page: one customer may have sent any number of mails, so neither the hand-out nor the removal holds all of it
 * at once.
 */
import { type TimelineEntry, timelinePages } from '#app/person/customer-timeline.ts'
import { draftPages, type HeldDrafts, replyPages, voucherPages, workPages } from '#app/person/held-pages.ts'
import { namingDates } from '#app/person/naming-dates.ts'
import type { ConsentLog, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { AddressHashes, ContactKeys, VoucherCodes } from '#app/ports/secrets.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import type { Frequency } from '#core/audience/preference.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contactPointsOf, letterChannel, spokenChannel } from '#core/channel/channel.ts'
import { type Customer, CustomerIdSchema } from '#core/customer/customer.ts'
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
  readonly work: Omit<WorkStore, 'allOpen'>
  readonly seals: AddressHashes & ContactKeys & VoucherCodes
  readonly companyRules: Pick<CompanyRules, 'company' | 'channels'>
}

/** Data of which there is one row. */
export interface HeldOnce {
  readonly customerId: string
  readonly exportedAt: Instant
  /** Null when the profile is gone and other rows are not. */
  readonly customer: Customer | null
  readonly frequency: Frequency | null
  /** When and how they chose it; null when they never did. */
  readonly frequencyChosen: Person['frequencyChosen'] | null
  /** Which of their contact points are suppressed, and why. */
  readonly suppressions: readonly HeldSuppression[]
  readonly ledger: Ledger
}

export interface HeldSuppression {
  /** The contact point's kind. */
  readonly kind: string
  readonly suppression: Suppression | 'unreadable'
}

/** Data of which there may be any number of rows. */
export interface HeldMany {
  readonly consents: ConsentRecord
  readonly purchases: Purchase
  /** What they got and did not get, with the reason. */
  readonly contacts: TimelineEntry
  readonly responses: SurveyResponse
  readonly replies: Reply
  readonly work: WorkItem
  readonly drafts: HeldDrafts
  readonly vouchers: Voucher
}

/** In reading order. */
export const HELD_ORDER = [
  'customerId',
  'exportedAt',
  'customer',
  'frequency',
  'frequencyChosen',
  'consents',
  'suppressions',
  'purchases',
  'contacts',
  'ledger',
  'responses',
  'replies',
  'work',
  'drafts',
  'vouchers',
] as const satisfies readonly (keyof HeldOnce | keyof HeldMany)[]

export type HeldPages = { readonly [Part in keyof HeldMany]: () => AsyncIterable<readonly HeldMany[Part][]> }

export interface HeldAbout {
  readonly once: HeldOnce
  /** Read anew each time they are asked for; no page is empty. */
  readonly pages: HeldPages
}

/**
 * Undefined when nothing is stored about that id. The tombstone of a finished erasure counts as nothing. An erasure that broke off may have left rows
 * that only its next run finds.
 */
export async function heldAbout(
  ports: HeldPorts,
  { customerId, at }: { customerId: string; at: Instant },
): Promise<HeldAbout | undefined> {
  // Keys of stores that are no customer's, such as that of all stray mails, belong to no person who could ask for them.
  if (!CustomerIdSchema.safeParse(customerId).success) return undefined
  const person = await ports.customers.get(customerId)
  const [ledger = emptyLedger(customerId)] = await ports.ledgers.getMany([customerId])
  const address = person ? letterChannel(ports.companyRules.channels).contactPoint.of(person.customer) : null
  const phone = person ? spokenChannel(ports.companyRules.channels).contactPoint.of(person.customer) : null
  const once: HeldOnce = {
    customerId,
    exportedAt: at,
    customer: person?.customer ?? null,
    frequency: person?.frequency ?? null,
    frequencyChosen: person?.frequencyChosen ?? null,
    suppressions: await suppressionsOf(ports, person?.customer),
    ledger,
  }
  const contacts = () =>
    timelinePages(ports, { customerId, ...namingDates(ports.companyRules.company, at), zone: ports.companyRules.company.zone })
  const pages: HeldPages = {
    consents: () => ports.consents.pagesOfCustomer(customerId),
    purchases: () => ports.purchases.pagesOfCustomer(customerId),
    contacts,
    responses: () => ports.responses.pagesOfCustomer(customerId),
    replies: () => replyPages(ports, { customerId, address }),
    work: () => workPages(ports, { customerId, phone }),
    drafts: () => draftPages(ports, { customerId, phone }),
    vouchers: () => voucherPages(ports, { customerId, ledger, contacts }),
  }
  const isHeld = person || (await tellsOfPerson(ports, ledger)) || (await hasAny(pages))
  return isHeld ? { once, pages } : undefined
}

/** A ledger that a person has left behind, or an erasure that has not ended. */
export async function tellsOfPerson(
  { ledgers }: Pick<HeldPorts, 'ledgers'>,
  { customerId, version, erasedAt }: Ledger,
): Promise<boolean> {
  if (erasedAt === undefined) return version > 0
  return (await ledgers.tombstones()).some((grave) => grave.customerId === customerId && grave.erasure.state === 'begun')
}

async function hasAny(pages: HeldPages): Promise<boolean> {
  for (const part of [pages.consents, pages.purchases, pages.responses, pages.replies, pages.work, pages.contacts])
    for await (const _ of part()) return true
  return false
}

async function suppressionsOf(
  { suppressions, seals, companyRules }: HeldPorts,
  customer: Customer | undefined,
): Promise<readonly HeldSuppression[]> {
  const points = customer ? contactPointsOf(companyRules.channels, customer) : []
  const kinds = new Map(points.map((point) => [seals.contactKey(point), point.kind]))
  const found = await suppressions.among([...kinds.keys()])
  return [...kinds].flatMap(([key, kind]) => {
    const suppression = found.get(key)
    return suppression === undefined ? [] : [{ kind, suppression }]
  })
}

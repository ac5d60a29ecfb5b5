/** What the use cases need from outside. Small, in the use cases' words; every adapter passes the contract suite in test/contract. */
import type { ConsentRecord, ConsentState } from '#core/audience/consent.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Frequency } from '#core/audience/preference.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Budget } from '#core/budget/budget.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { SharedAddress } from '#core/customer/shared-address.ts'
import type { MemberOccasion } from '#core/occasion/due.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch, Occurrence, PlanPass, Slice } from '#core/planning/occurrence.ts'
import type { SenderFault, SendingStop } from '#core/planning/sending-stop.ts'
import type { Delivery, Touch } from '#core/planning/touch.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** A conditional write: done, or lost to someone who was there before. */
export type Written = 'written' | 'lost'

/** A run of hash partitions (core/customer/stable-hash.ts), both ends inclusive. */
export interface PartitionRange {
  readonly first: number
  readonly last: number
}

/** A customer together with the current consent state derived from the consent log; `unreadable` when it could not be parsed. */
export interface Person {
  readonly customer: Customer
  readonly consents: ConsentState | 'unreadable'
  /** How often they would rather hear from us. */
  readonly frequency: Frequency
  /** Left out where no other customer has the address. */
  readonly sharedAddress?: SharedAddress
  /** When and how they said so; left out when they never did. */
  readonly frequencyChosen?: { readonly at: Instant; readonly evidence: string }
}

/** What some purchases of one customer say about them. */
export interface NoticedPurchases {
  readonly customerId: string
  readonly first: LocalDate
  readonly last: LocalDate
  readonly products: readonly string[]
}

export interface CustomerStore {
  get(customerId: string): Promise<Person | undefined>
  /** Those that exist, read consistently, in no particular order. */
  getMany(customerIds: readonly string[]): Promise<readonly Person[]>
  /** Adds or replaces the profile; leaves consents and the purchase dates that are already there (see `noticePurchases`). */
  put(customers: readonly Customer[]): Promise<void>
  /** Widens firstPurchaseOn/lastPurchaseOn and adds to the products; harmless when repeated or out of order. */
  noticePurchases(noticed: readonly NoticedPurchases[]): Promise<void>
  /** Sets the derived consent state of one customer; lost when the customer does not exist. */
  setConsents(customerId: string, consents: ConsentState): Promise<Written>
  /** Sets how often the customer would rather hear from us; lost when the customer does not exist, or chose something later. */
  setFrequency(choice: {
    readonly customerId: string
    readonly frequency: Frequency
    readonly at: Instant
    readonly evidence: string
  }): Promise<Written>
  /** Everybody in the partitions, page by page, to the end. */
  inPartitions(range: PartitionRange): AsyncIterable<readonly Person[]>
  /** Customers whose birthday key (core/occasion/birthday-key.ts) is among `keys`. */
  bornOn(keys: readonly string[], range: PartitionRange): AsyncIterable<readonly Person[]>
  /** Customers whose first purchase fell on one of these month-days (`MM-DD`), in any year. */
  firstBoughtOn(monthDays: readonly string[], range: PartitionRange): AsyncIterable<readonly Person[]>
  /** Roughly how many there are, from one partition; for choosing the number of slices only. */
  roughCount(): Promise<number>
  /** Customers with this e-mail address. */
  withAddress(addressHash: string): Promise<readonly Person[]>
  /** Customers with this very address, as they are. One written a moment ago may be missing. */
  sharing(email: string): Promise<readonly Person[]>
  /** Marks with whom a customer shares their address; null takes the mark away. Lost when the customer does not exist. */
  setSharedAddress(mark: { readonly customerId: string; readonly sharedAddress: SharedAddress | null }): Promise<Written>
  /** One page for people to look through, by id. */
  page(query: { readonly after?: string; readonly limit: number }): Promise<readonly Person[]>
}

export interface PurchaseStore {
  put(purchases: readonly Purchase[]): Promise<void>
  getMany(keys: readonly { readonly customerId: string; readonly purchaseId: string }[]): Promise<readonly Purchase[]>
  /** Purchases made (or delivered) on one of the days by customers of the partitions, page by page. */
  onDays(query: {
    readonly by: 'purchase' | 'delivery'
    readonly days: readonly LocalDate[]
    readonly range: PartitionRange
  }): AsyncIterable<readonly Purchase[]>
  ofCustomer(customerId: string): Promise<readonly Purchase[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly Purchase[]>
}

export type CampaignState = 'active' | 'paused' | 'cancelled'

export interface AcceptedCampaign {
  readonly definition: CampaignDefinition
  readonly version: number
  readonly acceptedAt: Instant
  readonly acceptedBy: string
  /** The hash of its words (see `WordsStore`); left out in versions accepted before words were kept. */
  readonly words?: string
}

export interface CampaignStore {
  /** The newest accepted version of every campaign, by id. */
  latest(): Promise<readonly AcceptedCampaign[]>
  version(campaignId: string, version: number): Promise<AcceptedCampaign | undefined>
  /** Adds a version; lost when that version number is already taken. */
  accept(campaign: AcceptedCampaign): Promise<Written>
  /** Every campaign's state; one never set is active. */
  states(): Promise<ReadonlyMap<string, CampaignState>>
  state(campaignId: string): Promise<CampaignState>
  setState(change: {
    readonly campaignId: string
    readonly state: CampaignState
    readonly at: Instant
    readonly by: string
    readonly because: string
  }): Promise<void>
}

/** Words by their hash. They never change: what was read once may be kept for good. */
export interface WordsStore {
  /** Stores them, harmlessly again, and answers their hash. Throws WordsTooLargeError beyond what one row can hold. */
  keep(words: CampaignWords): Promise<string>
  /** `unreadable` when what is stored is not what the hash was made of. */
  read(hash: string): Promise<CampaignWords | 'unreadable' | undefined>
  /** The hash of the words in force for a message outside any campaign; undefined while none were accepted. */
  noticeInForce(template: string): Promise<string | undefined>
  putNoticeInForce(notice: {
    readonly template: string
    readonly words: string
    readonly at: Instant
    readonly by: string
  }): Promise<void>
}

export interface OccurrenceStore {
  get(occurrenceId: string): Promise<Occurrence | undefined>
  /** Those whose local date lies in the range, by date, then id. */
  between(from: LocalDate, to: LocalDate): Promise<readonly Occurrence[]>
  /** All that are not closed yet, however old. */
  stillOpen(): Promise<readonly Occurrence[]>
  /** Adds one (version 0); lost when it is there already. */
  open(occurrence: Occurrence): Promise<Written>
  /** Replaces one whose stored version is `occurrence.version - 1`; lost otherwise. */
  update(occurrence: Occurrence): Promise<Written>
  slices(occurrenceId: string): Promise<readonly Slice[]>
  putSlice(slice: Slice): Promise<void>
  batches(occurrenceId: string): Promise<readonly Batch[]>
  /** The same at half the price, as they were a moment ago: for whoever looks again soon and acts on nothing that cannot be repeated. */
  batchesLately(occurrenceId: string): Promise<readonly Batch[]>
  /** All of them, a few at a time, in order; those read may be removed meanwhile. */
  batchPages(occurrenceId: string): AsyncIterable<readonly Batch[]>
  batchesOfSlice(occurrenceId: string, slice: number): Promise<readonly Batch[]>
  batch(occurrenceId: string, batchId: string): Promise<Batch | undefined>
  /** Adds a batch (version 0) or replaces the one whose stored version is `batch.version - 1`; lost otherwise. */
  putBatch(batch: Batch): Promise<Written>
  /** Notes that a person's mail of the occurrence bounced or was called spam; the same again counts once. Costs the same however many there are. */
  noteTrouble(trouble: {
    readonly occurrenceId: string
    readonly customerId: string
    readonly kind: 'bounced' | 'complained'
  }): Promise<void>
  /** How many people that is, from counters. */
  troubles(occurrenceId: string): Promise<{ readonly bounced: number; readonly complained: number }>
  /** Adds to how many people of the occurrence were written to; less than nothing takes away. A crash beside it may lose a row's: the rows have the last word. */
  countMailed(change: { readonly occurrenceId: string; readonly people: number }): Promise<void>
  /** How many that is by now. */
  mailed(occurrenceId: string): Promise<number>
  /** Removes a batch that is still at this version and planned; lost otherwise. */
  removeBatch(batch: Batch): Promise<Written>
  /** Adds a person's decision; the same again changes nothing. */
  decide(decision: Decision): Promise<void>
  /** Every decision of the occurrence, by its instant. */
  decisions(occurrenceId: string): Promise<readonly Decision[]>
  /** Gives a person who must be forgotten another name in what was noted and decided about them; batches are rewritten by `putBatch`. */
  rename(change: { readonly occurrenceId: string; readonly customerId: string; readonly as: string }): Promise<void>
  /** Removes a batch whatever it says: its time is over. */
  removeExpired(batch: Pick<Batch, 'occurrenceId' | 'batchId'>): Promise<void>
  /** Removes everything that names a customer from an occurrence; the occurrence with its balance stays. */
  removeNames(occurrenceId: string): Promise<void>
}

export interface TouchKey {
  readonly customerId: string
  readonly occurrenceId: string
}

export interface TouchStore {
  /**
   * Puts what the sender knows for sure, replacing what was there. Harmless when repeated or late, as long as callers record only what the
   * provider accepted; the provider's word stays beside it, whichever came first.
   */
  record(touches: readonly Touch[]): Promise<void>
  /** Writes one that is not there yet; lost when there is a touch already. */
  add(touch: Touch): Promise<Written>
  /** Removes a touch that failed, so that another can be made; lost when there is none, or when it was sent. */
  removeFailed(key: TouchKey): Promise<Written>
  /** Removes touches with the provider's word on them, whatever they say; those that are not there are no trouble. */
  remove(keys: readonly TouchKey[]): Promise<void>
  /** What the touch says, read cheaply: one written a moment ago may not be seen yet. */
  resultOf(key: TouchKey): Promise<Touch['result'] | undefined>
  /** Those that exist, with the provider's word, read consistently, in no particular order. */
  getMany(keys: readonly TouchKey[]): Promise<readonly Touch[]>
  ofCustomer(customerId: string): Promise<readonly Touch[]>
  /** Those that confirmed a stop, read cheaply: they stand in no occurrence. */
  noticesOf(customerId: string): Promise<readonly Touch[]>
  /** Notes the provider's word, also before its touch is there; lost when a graver word is there already (complained > bounced > rejected > delivered > delayed). */
  noteDelivery(noted: TouchKey & { readonly delivery: Delivery }): Promise<Written>
}

/** What is left of an erased customer for a while: the id alone, so that whatever is under way about them comes to nothing. */
export interface Tombstone {
  readonly customerId: string
  readonly erasedAt: Instant
}

export interface LedgerStore {
  /** One ledger per id; an empty one (version 0) for those never contacted. */
  getMany(customerIds: readonly string[]): Promise<readonly Ledger[]>
  /** The same for half the price: a claim of the last moment may be missing. */
  getManyLately(customerIds: readonly string[]): Promise<readonly Ledger[]>
  /** Puts the ledger whose stored version is `ledger.version - 1`; lost otherwise. One conditional write. */
  claim(ledger: Ledger): Promise<Written>
  /**
   * Something that these customers would have got was stopped: every claim that was decided on what was read before is lost. One write each,
   * never contended and harmless when repeated. Written after the stop itself: from then on the stop binds (docs/adr/011).
   */
  noteStop(customerIds: readonly string[]): Promise<void>
  /**
   * The customer is being erased: every claim about them is lost from now on. The contacts stay until the customer's rows are removed.
   * Harmless when repeated; the first instant stays.
   */
  leaveTombstone(grave: Tombstone): Promise<void>
  /** Every tombstone that still stands, read consistently: those of the last two days. */
  tombstones(): Promise<readonly Tombstone[]>
  /** Takes the tombstone away, and with it the last row that names the customer. */
  removeTombstone(customerId: string): Promise<void>
}

export interface ConsentLog {
  /** Adds a record; the same recordId again changes nothing. */
  append(record: ConsentRecord): Promise<void>
  ofCustomer(customerId: string): Promise<readonly ConsentRecord[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly ConsentRecord[]>
}

export interface SuppressionList {
  /** The suppressions among these hashes; `unreadable` for a row that cannot be parsed. */
  among(addressHashes: readonly string[]): Promise<ReadonlyMap<string, Suppression | 'unreadable'>>
  /** Adds one; the first reason stays. */
  add(suppression: Suppression): Promise<void>
  /** Notes that a mail to the address bounced for a passing reason (the same mail again changes nothing); answers how many did since then. */
  noteSoftBounce(bounce: {
    readonly addressHash: string
    readonly providerId: string
    readonly at: Instant
    readonly since: Instant
  }): Promise<number>
  /** Forgets the soft bounces of an address; harmless when there are none. */
  forgetSoftBounces(addressHash: string): Promise<void>
}

export interface VoucherStore {
  /** Adds it, or leaves the one that is there; answers the stored one. */
  issue(voucher: Voucher): Promise<Voucher>
  get(code: string): Promise<Voucher | undefined>
  /** Marks it used; lost when it is used already or does not exist. */
  redeem(redemption: { readonly code: string; readonly at: Instant; readonly by: string }): Promise<Written>
  /** Gives its holder another name, so that the money stays accounted for and the person is forgotten; nothing when there is none. */
  rename(change: { readonly code: string; readonly as: string }): Promise<void>
}

export interface BudgetStore {
  get(campaignId: string, period: string): Promise<Budget | undefined>
  ofCampaign(campaignId: string): Promise<readonly Budget[]>
  /** Adds a budget (version 0) or replaces the one whose stored version is `budget.version - 1`; lost otherwise. */
  put(budget: Budget): Promise<Written>
}

/** Rings at an instant. Setting the same alarm twice is harmless; one set for an instant that the batch has left may still ring. */
export interface BatchAlarms {
  set(alarm: { readonly occurrenceId: string; readonly batchId: string; readonly dueAt: Instant }): Promise<void>
}

export interface SliceOrder {
  readonly occurrenceId: string
  readonly slice: number
  readonly pass: PlanPass
}
export interface BatchOrder {
  readonly occurrenceId: string
  readonly batchId: string
}

/** Hands work to the queues; at least once. */
export interface WorkQueues {
  planSlices(orders: readonly SliceOrder[]): Promise<void>
  sendBatches(orders: readonly BatchOrder[]): Promise<void>
}

/** What lay among the dead letters of a queue when we began, and how much of it is back; `unreadable` stays where it is. */
export interface PutBack {
  readonly queue: 'orders' | 'deliveries' | 'replies' | 'schedules'
  readonly found: number
  readonly putBack: number
  readonly unreadable: number
}

/** Letters that were tried too often. Whoever takes them again does so once: trying again is always safe. */
export interface DeadLetters {
  /** Puts back what is there now, queue by queue. What dies meanwhile waits for the next call. */
  putBack(): Promise<readonly PutBack[]>
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Header names and values, printable ASCII. */
  readonly headers: Readonly<Record<string, string>>
  readonly replyTo: string | null
  /** Come back with every event of the provider. */
  readonly campaignId: string
  readonly occurrenceId: string
  readonly customerId: string
}

export type MailResult =
  | { readonly accepted: string }
  /** For good: this mail can never be sent as it is. */
  | { readonly refused: string }
  /** The provider surely did not take it; try later. */
  | { readonly busy: 'throttled' | 'daily-quota' | 'transient'; readonly detail: string }
  /** The provider refuses the sender, whoever the mail is for; it surely did not take it. */
  | Stopped
  /** The request went out and no answer came: it may or may not have been taken. */
  | { readonly unknown: string }

/** `detail`: the provider's words, without addresses. */
export interface Stopped {
  readonly stopped: SenderFault
  readonly detail: string
}

export interface Mailer {
  send(mail: Mail): Promise<MailResult>
}

export interface Letter {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  /** Where an answer to it goes. */
  readonly replyTo: string
}

/** What a letter asks, of the invitation's own campaign also in a reminder. See app/survey-of-letter.ts. */
export interface SurveyOfLetter {
  readonly definition: SurveyDefinition
  /** The occurrence that the answer belongs to; a reminder leads to the first mail's. */
  readonly invitation: string
  /** The last day on which it can be answered. */
  readonly lastDay: LocalDate
}

/** A letter for one customer. A problem (a missing value) is told, never sent; `noWords` says that the words have no language to write in. */
export interface Letters {
  write(order: {
    readonly campaign: CampaignDefinition
    readonly rules: ClassRules
    readonly customer: Customer
    readonly occasion: MemberOccasion
    readonly occurrenceId: string
    /** The words of the campaign's version. */
    readonly words: CampaignWords
    /** The order that the letter is about; null when it is about none, or does not speak of it. */
    readonly purchase: Purchase | null
    readonly voucher: Voucher | null
    /** Null for a mail that asks nothing. */
    readonly survey: SurveyOfLetter | null
    readonly now: Instant
  }): { readonly letter: Letter } | { readonly problem: string } | { readonly noWords: string }
}

/** Why nothing can be sent to anybody, met where no mail was at hand. */
export class SenderFaultError extends Error {
  override name = 'SenderFaultError'
  readonly fault: SenderFault

  constructor(fault: SenderFault, detail: string) {
    super(detail)
    this.fault = fault
  }
}

/** The one record of a stop that all senders share. */
export interface SendingStops {
  /** As it stands now; version 0 when there was never one. */
  current(): Promise<{ readonly stop: SendingStop | null; readonly version: number }>
  /** Replaces what was stored under `version - 1`; lost otherwise. */
  put(next: { readonly stop: SendingStop | null; readonly version: number }): Promise<Written>
}

/** The provider's rate, shared with every other sender. */
export interface Pace {
  /** Waits for a place; fails when places cannot be counted, with SenderFaultError when that is the sender's fault. */
  take(): Promise<void>
  /** The provider said "too fast": slower from now on, and slowly back. */
  throttled(): void
}

/** Hashes of e-mail addresses. They need no key, so that whoever only hashes holds none. */
export interface AddressHashes {
  /** A keyless hash of a normalised address; the key of suppressions. */
  addressHash(address: string): string
}

export interface VoucherCodes {
  /** The same code for the same person and occasion, always, whatever key seals; unguessable without the first key. */
  voucherCode(key: { readonly campaignId: string; readonly occasionKey: string; readonly customerId: string }): string
}

export interface LinkSeals {
  /** The token of a link: for one use, about these fields, until an instant. */
  linkToken(link: { readonly use: LinkUse; readonly fields: readonly string[]; readonly expiresAt: Instant }): string
  /** What the token was made for; undefined when it is forged, altered, made for another use, or its key is retired. */
  openLink(token: string, asked: { readonly use: LinkUse; readonly now: Instant }): Promise<OpenedLink | undefined>
}

export type OpenedLink = { readonly fields: readonly string[] } | 'expired'

export interface ReplySeals {
  /** The local part of an address for answers, at most 64 characters and the same in any case of letters; undefined when the id is too long. */
  replyLocalPart(mail: {
    readonly use: ReplyUse
    readonly customerId: string
    readonly campaignId: string
    readonly date: LocalDate
  }): string | undefined
  /** Whose answer it is, and to which campaign's mail of which date; undefined when it is forged, altered or none of ours. */
  openReplyLocalPart(localPart: string): Promise<OpenedReplyAddress | undefined>
}

export interface OpenedReplyAddress {
  readonly use: ReplyUse
  readonly customerId: string
  readonly campaignTag: number
  readonly date: LocalDate
}

export interface NetworkHashes {
  /** A keyed hash of a network address: tells the same from another without keeping it, as long as the key stays the same. */
  networkHash(address: string): string
}

/** Secrets turned into things that cannot be guessed. */
export interface Seals extends AddressHashes, VoucherCodes, LinkSeals, ReplySeals, NetworkHashes {}

/**
 * unsubscribe: [customerId, purpose]; preferences: [customerId]; survey: [customerId, occurrenceId of the invitation]; form: what a form of a
 * page carries, and never a link (functions/shown-form.ts).
 */
export type LinkUse = 'unsubscribe' | 'preferences' | 'survey' | 'form'
/** reply: an answer to the mail; stop: an opt-out by mail, whatever it says. */
export type ReplyUse = 'reply' | 'stop'

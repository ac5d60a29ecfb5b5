/** Who the customers are. */
import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { Written } from '#app/ports/written.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import type { Grade, OpenCase } from '#core/audience/open-case.ts'
import type { Frequency } from '#core/audience/preference.ts'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { SearchStep } from '#core/customer/search-steps.ts'
import type { Who } from '#core/facts/who.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** A customer together with the current consent state derived from the consent log; `unreadable` when it could not be parsed. */
export interface Person {
  readonly customer: Customer
  readonly consents: ConsentState | 'unreadable'
  /** The frequency that the customer chose. */
  readonly frequency: Frequency
  /** Left out where no other customer has the address. */
  readonly sharedAddress?: SharedAddress
  /** Left out where none is open. */
  readonly openCases?: readonly OpenCase[]
  /** When and how they chose it; left out when they never did. */
  readonly frequencyChosen?: { readonly at: Instant; readonly evidence: string }
}

/** What some purchases tell about one customer. */
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
  /**
   * Adds or replaces the profile, and by what the customer is found. Keeps the stored consents and purchase dates (see `noticePurchases`), and what
   * staff corrected after the profile was read.
   */
  put(customers: readonly Customer[]): Promise<void>
  /**
   * Changes one profile as it is now, and by what the customer is found; `change` may be asked again when another writer comes between. Lost when there
   * is no such customer.
   */
  correct(customerId: string, change: (customer: Customer) => Customer): Promise<Written>
  /** Removes the profile if it is still the one that was read; lost otherwise. Its keys of the finder and the customer's other rows stay. */
  remove(customer: Customer): Promise<Written>
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
  /** Every customer in the partitions, page by page, to the end. */
  inPartitions(range: PartitionRange): AsyncIterable<readonly Person[]>
  /** Their ids alone, ordered by partition: for a walk that reads no profile. */
  idsInPartitions(range: PartitionRange): AsyncIterable<readonly string[]>
  /** Customers whose birthday key (core/occasion/birthday-key.ts) is among `keys`. */
  bornOn(keys: readonly string[], range: PartitionRange): AsyncIterable<readonly Person[]>
  /** Customers whose first purchase fell on one of these month-days (`MM-DD`), in any year. */
  firstBoughtOn(monthDays: readonly string[], range: PartitionRange): AsyncIterable<readonly Person[]>
  /** Roughly how many there are, from one partition; for choosing the number of slices only. */
  roughCount(): Promise<number>
  /** Customers with this address for letters, in small or capital letters. One written a moment ago may be missing. */
  sharing(address: string): Promise<readonly Person[]>
  /**
   * Notes the number that is another person's; null takes the note away. An import keeps it. Lost when the customer does not exist.
   */
  setWrongPhone(noted: { readonly customerId: string; readonly phone: string | null }): Promise<Written>
  /** Marks with whom a customer shares their address; null takes the mark away. Lost when the customer does not exist. */
  setSharedAddress(mark: { readonly customerId: string; readonly sharedAddress: SharedAddress | null }): Promise<Written>
  /**
   * Says of one case of the customer how grave it is; null where it is open no more. What a later version of the case said stays. Lost when the customer
   * does not exist.
   */
  setOpenCase(said: Omit<OpenCase, 'grade'> & { readonly customerId: string; readonly grade: Grade | null }): Promise<Written>
  /**
   * Each who exists as facts name them (core/facts/who.ts), by id. Who has no pseudonym yet is given one, the same to all who ask; it goes with the
   * profile, and who is stored anew afterwards gets another.
   */
  whoAre(customerIds: readonly string[]): Promise<ReadonlyMap<string, Who>>
  /** The pseudonyms of those who have one, by id; who has none has no facts, and is given none. */
  pseudonymsOf(customerIds: readonly string[]): Promise<ReadonlyMap<string, bigint>>
  /** One page for people to look through, by id. */
  page(query: { readonly after?: string; readonly limit: number }): Promise<readonly Person[]>
}

/** What an import needs of them. */
export type ImportedCustomers = Pick<
  CustomerStore,
  'getMany' | 'put' | 'noticePurchases' | 'setConsents' | 'sharing' | 'setSharedAddress'
>

/** By what customers are found. Names and their beginnings are folded (core/customer/finder-keys.ts). */
export type FoundBy = SearchStep['by'] | 'owner'

export interface FoundCustomer {
  readonly customerId: string
  /** Where to go on after this customer; for `after` of the same search. */
  readonly place: string
}

export interface CustomerFinder {
  /**
   * Names that begin with `text`, in their order, or the customers of one number or address, by id. Fewer than `limit` means that there are no more.
   * Some may be found by a name or number that they had a moment ago, or be gone: the caller reads each and drops those.
   */
  find(search: {
    readonly by: FoundBy
    readonly text: string
    readonly after?: string | undefined
    readonly limit: number
  }): Promise<readonly FoundCustomer[]>
  /**
   * All customers, by given name and then by the whole name (core/customer/name-order.ts), each once. Fewer than `limit` means that there are no more.
   * Some may be gone: the caller reads each and drops those. Undefined as long as customers of the version before have no place in this order.
   */
  inNameOrder(page: {
    readonly after?: string | undefined
    readonly limit: number
  }): Promise<readonly FoundCustomer[] | undefined>
}

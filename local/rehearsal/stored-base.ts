/** A copy of the stored customers in the memory of a rehearsal: with consents, open cases, purchases, and what is suppressed. */
import { contactKey } from '#adapters/crypto/contact-keys.ts'
import type { DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import { type ConsentState, PURPOSES } from '#core/audience/consent.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Channels } from '#core/channel/channel.ts'
import { contactPointsOf } from '#core/channel/channel.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import type { ContactLists } from '#local/rehearsal/part.ts'
import type { PartedBase } from '#local/rehearsal/parted-base.ts'
import { rehearsedDoNotCall } from '#local/rehearsal/rehearsed-do-not-call.ts'

export interface RehearsalBase extends Pick<PartedBase, 'parts' | 'rehearse' | 'end'> {
  readonly lists: ContactLists
  /** Present when stored suppressions could not be told apart. */
  readonly suppressionsUnread?: SuppressionsUnread
  /** The number of customers. */
  readonly count: number
  readonly hasPurchases: boolean
}

export interface SuppressionsUnread {
  /** How many contact points are suppressed. */
  readonly count: number
  readonly because: string
}

export interface StoredPeople {
  readonly customers: Pick<CustomerStore, 'inPartitions'>
  readonly purchases: Pick<PurchaseStore, 'ofCustomer'>
  readonly now: Instant
  readonly suppressions: {
    readonly list: Pick<SuppressionList, 'among'>
    readonly doNotCall: DoNotCallList
    /** Why the key of suppressions cannot be read; undefined where it can. */
    readonly keyOutOfReach: () => Promise<string | undefined>
    readonly count: () => Promise<number>
  }
}

interface Copying {
  readonly companyRules: CompanyRules
  readonly warn: (line: string) => void
  /** Awaited after each page of customers: lets signals in, and throws to end the copying. */
  readonly pause?: () => Promise<void>
}

const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

/**
 * Every customer with consents, open cases and purchases, and their suppressed contact points: a customer whom sending skips is skipped here too. Without the right
 * to read the key of suppressions nobody is taken for suppressed, and the base says how many there are.
 */
export async function copyStored(
  base: PartedBase,
  stored: StoredPeople,
  { companyRules, warn, pause = async () => {} }: Copying,
): Promise<RehearsalBase> {
  const { customers, purchases } = base
  const suppressions: Suppression[] = []
  const listed = rehearsedDoNotCall({ stored: stored.suppressions.doNotCall, companyRules, now: stored.now })
  const unreadable = new Set<string>()
  const because = await stored.suppressions.keyOutOfReach()
  let unreadableConsents = 0
  let count = 0
  let hasPurchases = false
  for await (const page of stored.customers.inPartitions(EVERYBODY)) {
    await pause()
    count += page.length
    await customers.put(page.map(({ customer }) => customer))
    hasPurchases ||= page.some(({ customer }) => customer.firstPurchaseOn !== null)
    for (const { customer, consents, frequency, sharedAddress, openCases = [] } of page) {
      if (consents === 'unreadable') unreadableConsents++
      const allowed = consents === 'unreadable' ? nothingAllowed(companyRules.channels) : consents
      if (Object.keys(allowed).length > 0) await customers.setConsents(customer.customerId, allowed)
      if (frequency !== 'any') await customers.setFrequency({ ...CHOSEN, customerId: customer.customerId, frequency })
      if (sharedAddress) await customers.setSharedAddress({ customerId: customer.customerId, sharedAddress })
      for (const openCase of openCases) await customers.setOpenCase({ customerId: customer.customerId, ...openCase })
      const bought = await stored.purchases.ofCustomer(customer.customerId)
      hasPurchases ||= bought.length > 0
      if (bought.length > 0) await purchases.put(bought)
    }
    if (because !== undefined) continue
    await listed.add(page.map(({ customer }) => customer))
    const keys = page.flatMap(({ customer }) => contactPointsOf(companyRules.channels, customer).map(contactKey))
    for (const [key, suppression] of await stored.suppressions.list.among([...new Set(keys)])) {
      if (suppression === 'unreadable') unreadable.add(key)
      else suppressions.push(suppression)
    }
  }
  if (unreadableConsents > 0)
    warn(`${unreadableConsents} customers have consents that cannot be read; here they have opted out of everything`)
  const doNotCall = because === undefined ? await listed.close() : null
  return {
    ...base,
    lists: { suppressions, unreadable: [...unreadable], doNotCall },
    ...(because !== undefined && { suppressionsUnread: { count: await stored.suppressions.count(), because } }),
    count,
    hasPurchases,
  }
}

/** When the customer chose is irrelevant here. */
const CHOSEN = { at: '1970-01-01T00:00:00.000Z', evidence: 'a rehearsal' }

/** Consent that cannot be read is no consent. */
const nothingAllowed = (channels: Channels): ConsentState =>
  Object.fromEntries(
    PURPOSES.flatMap((purpose) => channels.map(({ id }) => [`${purpose}/${id}`, { decision: 'withdrawn', at: CHOSEN.at }])),
  )

/** The threads of a base would keep the process from ending. */
export async function endedOnFailure<Result>(base: PartedBase, load: () => Promise<Result>): Promise<Result> {
  try {
    return await load()
  } catch (error) {
    await base.end()
    throw error
  }
}

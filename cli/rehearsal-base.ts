/** The customers of a rehearsal, in memory: customers and purchases from files, or a copy of the stored ones. */
import { contactKey } from '#adapters/crypto/contact-keys.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import type { DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { importFileInto } from '#cli/commands/import.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import type { Suppressions } from '#cli/open-suppressions.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import { rehearsedDoNotCall } from '#cli/rehearsed-do-not-call.ts'
import { type ConsentState, PURPOSES } from '#core/audience/consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Channels } from '#core/channel/channel.ts'
import { contactPointsOf } from '#core/channel/channel.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { instantOf } from '#core/time/instant.ts'

export interface RehearsalBase {
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
  readonly suppressions: SuppressionList
  readonly doNotCall: DoNotCallList
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

interface BaseOrder {
  readonly output: CliOutput
  readonly companyRules: CompanyRules
  readonly addressHash: (address: string) => string
}

/** No sender writes to these customers during the import, so no claim can precede a stop. */
const NO_SENDER = { noteStop: async () => {} }
const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

/** Refused when a file as a whole cannot be read. Rows that the import refuses are left out, and the output says how many. */
export async function baseFromFiles(
  files: readonly FileToImport[],
  { output, companyRules, addressHash }: BaseOrder,
): Promise<RehearsalBase | { readonly refused: string }> {
  const customers = memoryCustomerStore({ addressHash })
  const purchases = memoryPurchaseStore()
  const stores = {
    customers,
    purchases,
    consents: memoryConsentLog(),
    ledgers: NO_SENDER,
    companyRules,
    now: instantOf(Date.now()),
  }
  for (const file of files) {
    const refused = await importFileInto({ output, stores: async () => stores }, file)
    if (refused !== undefined) return { refused }
  }
  let count = 0
  for await (const page of customers.inPartitions(EVERYBODY)) count += page.length
  const hasPurchases = files.some(({ kind }) => kind === 'purchases')
  return { customers, purchases, suppressions: memorySuppressionList(), doNotCall: memoryDoNotCallList(), count, hasPurchases }
}

type Stored = Pick<Awaited<ReturnType<PlaceToWork['stores']>>, 'customers' | 'purchases' | 'now'> & {
  readonly suppressions: Pick<Suppressions, 'list' | 'doNotCall' | 'keyOutOfReach' | 'count'>
}

/**
 * Every customer with consents, open cases and purchases, and their suppressed contact points: a customer whom sending skips is skipped here too. Without the right
 * to read the key of suppressions nobody is taken for suppressed, and the base says how many there are.
 */
export async function baseFromStores(stored: Stored, { output, companyRules, addressHash }: BaseOrder): Promise<RehearsalBase> {
  const customers = memoryCustomerStore({ addressHash })
  const purchases = memoryPurchaseStore()
  const suppressions = memorySuppressionList()
  const listed = rehearsedDoNotCall({ stored: stored.suppressions.doNotCall, companyRules, now: stored.now })
  const unreadable = new Set<string>()
  const because = await stored.suppressions.keyOutOfReach()
  let unreadableConsents = 0
  let count = 0
  let hasPurchases = false
  for await (const page of stored.customers.inPartitions(EVERYBODY)) {
    count += page.length
    await customers.put(page.map(({ customer }) => customer))
    hasPurchases ||= page.some(({ customer }) => customer.firstPurchaseOn !== null)
    for (const { customer, consents, frequency, sharedAddress, openCases = [] } of page) {
      if (consents === 'unreadable') unreadableConsents++
      await customers.setConsents(
        customer.customerId,
        consents === 'unreadable' ? nothingAllowed(companyRules.channels) : consents,
      )
      if (frequency !== 'any') await customers.setFrequency({ ...CHOSEN, customerId: customer.customerId, frequency })
      if (sharedAddress) await customers.setSharedAddress({ customerId: customer.customerId, sharedAddress })
      for (const openCase of openCases) await customers.setOpenCase({ customerId: customer.customerId, ...openCase })
      const bought = await stored.purchases.ofCustomer(customer.customerId)
      hasPurchases ||= bought.length > 0
      await purchases.put(bought)
    }
    if (because !== undefined) continue
    await listed.add(page.map(({ customer }) => customer))
    const keys = page.flatMap(({ customer }) => contactPointsOf(companyRules.channels, customer).map(contactKey))
    for (const [key, suppression] of await stored.suppressions.list.among([...new Set(keys)])) {
      if (suppression === 'unreadable') unreadable.add(key)
      else await suppressions.add(suppression)
    }
  }
  if (unreadableConsents > 0)
    output.warn(`${unreadableConsents} customers have consents that cannot be read; here they have opted out of everything`)
  return {
    customers,
    purchases,
    suppressions: withUnreadable(suppressions, unreadable),
    doNotCall: because === undefined ? await listed.close() : memoryDoNotCallList(),
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

const withUnreadable = (list: SuppressionList, unreadable: ReadonlySet<string>): SuppressionList => ({
  ...list,
  among: async (keys) =>
    new Map([...(await list.among(keys)), ...keys.flatMap((key) => (unreadable.has(key) ? [[key, 'unreadable'] as const] : []))]),
})

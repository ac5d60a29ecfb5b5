/** The customers of a rehearsal, in the memory of its parts: customers and purchases from files, or a copy of the stored ones. */
import { contactKey } from '#adapters/crypto/contact-keys.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { importFileInto } from '#cli/commands/import.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import type { Suppressions } from '#cli/open-suppressions.ts'
import { partsForBase, partsForFiles } from '#cli/parts-for.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import { rehearsedDoNotCall } from '#cli/rehearsed-do-not-call.ts'
import { storesForImport } from '#cli/stores-for-import.ts'
import { type ConsentState, PURPOSES } from '#core/audience/consent.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Channels } from '#core/channel/channel.ts'
import { contactPointsOf } from '#core/channel/channel.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { type ContactLists, NO_LISTS } from '#local/rehearsal/part.ts'
import { type PartedBase, partedBase } from '#local/rehearsal/parted-base.ts'

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

interface BaseOrder {
  readonly output: CliOutput
  readonly companyRules: CompanyRules
}

const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

/** Refused when a file as a whole cannot be read. Rows that the import refuses are left out, and the output says how many. */
export async function baseFromFiles(
  files: readonly FileToImport[],
  { output, companyRules }: BaseOrder,
): Promise<RehearsalBase | { readonly refused: string }> {
  const base = partedBase(partsForFiles(files.map(({ file }) => file)))
  const stores = storesForImport({ customers: base.customers, purchases: base.purchases, companyRules })
  return endedOnFailure(base, async () => {
    for (const file of files) {
      const refused = await importFileInto({ output, stores: async () => stores }, file)
      if (refused === undefined) continue
      await base.end()
      return { refused }
    }
    return { ...base, lists: NO_LISTS, count: await base.count(), hasPurchases: files.some(({ kind }) => kind === 'purchases') }
  })
}

async function endedOnFailure<Result>(base: PartedBase, load: () => Promise<Result>): Promise<Result> {
  try {
    return await load()
  } catch (error) {
    await base.end()
    throw error
  }
}

type Stored = Pick<Awaited<ReturnType<PlaceToWork['stores']>>, 'customers' | 'purchases' | 'now'> & {
  readonly suppressions: Pick<Suppressions, 'list' | 'doNotCall' | 'keyOutOfReach' | 'count'>
}

/**
 * Every customer with consents, open cases and purchases, and their suppressed contact points: a customer whom sending skips is skipped here too. Without the right
 * to read the key of suppressions nobody is taken for suppressed, and the base says how many there are.
 */
export async function baseFromStores(stored: Stored, order: BaseOrder): Promise<RehearsalBase> {
  const base = partedBase(partsForBase(await stored.customers.roughCount()))
  return endedOnFailure(base, () => copied(base, stored, order))
}

async function copied(base: PartedBase, stored: Stored, { output, companyRules }: BaseOrder): Promise<RehearsalBase> {
  const { customers, purchases } = base
  const suppressions: Suppression[] = []
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
    output.warn(`${unreadableConsents} customers have consents that cannot be read; here they have opted out of everything`)
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

/** Stores for a trial import: they answer as the real ones do and keep every write to themselves. */

import type { ConsentLog } from '#app/ports/consent.ts'
import type { ImportedCustomers, Person } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { ImportedPurchases } from '#app/ports/purchases.ts'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { letterChannel } from '#core/channel/channel.ts'

interface ImportedInto {
  readonly customers: ImportedCustomers
  readonly purchases: ImportedPurchases
  readonly consents: ConsentLog
  readonly ledgers: Pick<LedgerStore, 'noteStop'>
  readonly companyRules: Pick<CompanyRules, 'channels'>
}

/** Remembers by id only the customers who would be added or marked: a later row of the same file must meet them. */
export function dryRunStores<Stores extends ImportedInto>(stores: Stores): Stores {
  const { customers, purchases, consents, ledgers, companyRules } = stores
  const letters = letterChannel(companyRules.channels).contactPoint
  const added = new Map<string, Person>()
  const marks = new Map<string, SharedAddress | null>()
  const marked = (people: readonly Person[]) =>
    people.map(({ sharedAddress, ...person }): Person => {
      const mark = marks.get(person.customer.customerId) ?? (marks.has(person.customer.customerId) ? undefined : sharedAddress)
      return mark ? { ...person, sharedAddress: mark } : person
    })
  const getMany = async (ids: readonly string[]): Promise<readonly Person[]> => {
    const stored = await customers.getMany(ids)
    const known = new Set(stored.map(({ customer }) => customer.customerId))
    return marked([...stored, ...ids.flatMap((id) => (known.has(id) ? [] : (added.get(id) ?? [])))])
  }
  return {
    ...stores,
    customers: {
      ...customers,
      getMany,
      get: async (id: string) => (await getMany([id]))[0],
      put: async (made) => {
        for (const customer of made) added.set(customer.customerId, { customer, consents: {}, frequency: 'any' })
      },
      noticePurchases: async () => {},
      sharing: async (address: string) =>
        marked([
          ...(await customers.sharing(address)),
          ...[...added.values()].filter(({ customer }) => letters.of(customer)?.toLowerCase() === address.toLowerCase()),
        ]),
      setSharedAddress: async ({ customerId, sharedAddress }) => {
        marks.set(customerId, sharedAddress)
        return 'written'
      },
      setConsents: async () => 'written',
      setFrequency: async () => 'written',
    },
    purchases: { ...purchases, put: async () => {} },
    consents: { ...consents, append: async () => {} },
    ledgers: { ...ledgers, noteStop: async () => {} },
  }
}

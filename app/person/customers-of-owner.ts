/** The customers whom a member of staff looks after, a page at a time, each with the last contact and what is to be done next. */
import type { CustomerFinder, CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import { ownerKey } from '#core/customer/finder-keys.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { type Due, inOrderOfUrgency } from '#core/work/deadlines.ts'
import { lastContactOf } from '#core/work/last-contact.ts'
import { isOpen } from '#core/work/standing.ts'

export interface OwnersPorts {
  readonly finder: Pick<CustomerFinder, 'find'>
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly work: Pick<WorkStore, 'ofCustomer'>
  readonly companyRules: CompanyRules
}

export interface OwnedCustomer {
  readonly customer: Customer
  readonly lastContact: LocalDate | null
  /** The most urgent that is open; null where nothing is. */
  readonly next: Due | null
}

export interface OwnedCustomers {
  readonly owned: readonly OwnedCustomer[]
  /** Where the next page begins; null on the last. */
  readonly after: string | null
}

/** The company's list names the owner by address or by name, as it was written there: of two colleagues with one name each finds both's. */
export async function customersOfOwner(
  { finder, customers, work, companyRules }: OwnersPorts,
  {
    owner,
    after,
    limit,
  }: { readonly owner: Pick<StaffMember, 'name' | 'address'>; readonly after: string | undefined; readonly limit: number },
): Promise<OwnedCustomers> {
  const keys = [...new Set([ownerKey(owner.address), ownerKey(owner.name)])]
  const found = await Promise.all(keys.map((text) => finder.find({ by: 'owner', text, after, limit: limit + 1 })))
  const ids = [...new Set(found.flat().map(({ customerId }) => customerId))].toSorted()
  const onPage = ids.slice(0, limit)
  const people = onPage.length === 0 ? [] : await customers.getMany(onPage)
  const own = people
    .map(({ customer }) => customer)
    .filter((customer) => customer.owner !== null && keys.includes(ownerKey(customer.owner)))
    .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
  const owned = await Promise.all(
    own.map(async (customer) => {
      const items = await work.ofCustomer(customer.customerId)
      const [next = null] = inOrderOfUrgency(items.filter(isOpen), companyRules)
      return { customer, lastContact: lastContactOf(customer, items), next }
    }),
  )
  return { owned, after: ids.length > limit ? (onPage.at(-1) ?? null) : null }
}

/** The values that customers have, for checking whom an audience can mean. Read from a sample of customers. */
import type { CustomerStore } from '#app/ports/customers.ts'
import type { CustomerValues } from '#core/campaign/campaign-remarks.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'

/** Partitions are even shares of all customers: a value that no customer of so large a sample has is rare. */
const ENOUGH = 20_000

/** Undefined where there is no customer. */
export async function customerValues(customers: Pick<CustomerStore, 'inPartitions'>): Promise<CustomerValues | undefined> {
  const counts = {
    tiers: new Map<string, number>(),
    professions: new Map<string, number>(),
    locales: new Map<string, number>(),
    countries: new Map<string, number>(),
    tags: new Map<string, number>(),
    products: new Map<string, number>(),
  }
  let seen = 0
  for await (const page of customers.inPartitions({ first: 0, last: PARTITIONS - 1 })) {
    for (const { customer } of page) {
      count(counts.tiers, customer.tier)
      count(counts.professions, customer.profession)
      count(counts.locales, customer.locale)
      count(counts.countries, customer.country)
      for (const tag of customer.tags) count(counts.tags, tag)
      for (const product of customer.products) count(counts.products, product)
    }
    seen += page.length
    if (seen >= ENOUGH) break
  }
  return seen === 0 ? undefined : { customers: seen, ...counts }
}

function count(values: Map<string, number>, value: string | null): void {
  if (value !== null) values.set(value, (values.get(value) ?? 0) + 1)
}

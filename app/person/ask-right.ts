/** Staff note that a customer asks about their own data: opens work with the law's clocks, once for the same right on the same day. */

import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { rightsItem } from '#core/work/rights.ts'
import type { Right } from '#core/work/work-fact.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export async function askRight(
  {
    customers,
    work,
    companyRules,
  }: {
    readonly customers: CustomerStore
    readonly work: Pick<WorkStore, 'get' | 'open'>
    readonly companyRules: CompanyRules
  },
  { customerId, ask, by, at }: { customerId: string; ask: Right; by: string; at: Instant },
): Promise<{ readonly item: WorkItem; readonly isNew: boolean } | { readonly refused: string }> {
  const person = await customers.get(customerId)
  const country = person?.customer.country ?? companyRules.company.country
  const item = rightsItem(companyRules, { ask, customerId, country, at, by: { is: 'staff', name: by } })
  if (!item) return { refused: `no policy pack says how long ${country} gives: add one to campaigns/policy` }
  if ((await work.open(item)) === 'written') return { item, isNew: true }
  return { item: (await work.get(item.workId)) ?? item, isNew: false }
}

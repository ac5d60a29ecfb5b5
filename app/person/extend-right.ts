/** Extends the deadline of a data request once, by as much as the law allows. */

import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { extended } from '#core/work/rights.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export type ExtendedRight =
  | { readonly item: WorkItem }
  | { readonly refused: 'no-such-work' | 'no-right' | 'already-closed' | 'already-extended' | 'contended' }

const TRIES = 10

export async function extendRight(
  {
    customers,
    work,
    companyRules,
  }: { readonly customers: CustomerStore; readonly work: WorkStore; readonly companyRules: CompanyRules },
  { workId }: { readonly workId: string },
): Promise<ExtendedRight> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const item = await work.get(workId)
    if (!item) return { refused: 'no-such-work' }
    if (item.state === 'closed') return { refused: 'already-closed' }
    const person = item.customerId === null ? undefined : await customers.get(item.customerId)
    const later = extended(companyRules, item, person?.customer.country ?? companyRules.company.country)
    if (later === 'already-extended') return { refused: later }
    if (later === 'no-clock') return { refused: 'no-right' }
    if ((await work.update(later)) === 'written') return { item: later }
  }
  return { refused: 'contended' }
}

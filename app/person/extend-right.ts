/** Extends the deadline of a data request once, by as much as the law allows. */

import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { extended } from '#core/work/rights.ts'
import { isOpen } from '#core/work/standing.ts'
import type { DataRequest } from '#core/work/work-item.ts'

export type ExtendedRight =
  | { readonly item: DataRequest }
  | { readonly refused: 'no-such-work' | 'no-right' | 'already-closed' | 'already-extended' | 'contended' }

export async function extendRight(
  {
    customers,
    work,
    companyRules,
  }: { readonly customers: CustomerStore; readonly work: WorkStore; readonly companyRules: CompanyRules },
  { workId, by, at }: { readonly workId: string; readonly by: string; readonly at: Instant },
): Promise<ExtendedRight> {
  const result = await changeWork(work, workId, async (item): Promise<Change<DataRequest, ExtendedRight>> => {
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    const person = item.customerId === null ? undefined : await customers.get(item.customerId)
    const country = person?.customer.country ?? companyRules.company.country
    const next = extended(companyRules, item, { at, by, country })
    if (next === 'already-extended') return { instead: { refused: next } }
    return next === 'no-clock' ? { instead: { refused: 'no-right' } } : { next }
  })
  return 'instead' in result ? result.instead : { item: result.changed }
}

/** Extends the deadline of a data request once, by as much as the law allows, with the reason that the customer is told. */

import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Actor, eventStaff, isSameStaff } from '#core/work/event-staff.ts'
import { extended } from '#core/work/rights.ts'
import { isOpen } from '#core/work/standing.ts'
import type { DataRequest, WorkItem } from '#core/work/work-item.ts'

export interface ExtendRightPorts {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
}

export interface Extending extends Actor {
  readonly workId: string
  readonly because: string
  readonly at: Instant
}

/** `again`: the same person had extended it for the same reason before. */
export type ExtendedRight =
  | { readonly item: DataRequest; readonly again: boolean }
  | { readonly refused: 'who-and-why' | 'no-such-work' | 'no-right' | 'already-closed' | 'already-extended' | 'contended' }
  | TooLong

export async function extendRight(
  { customers, work, companyRules }: ExtendRightPorts,
  extending: Extending,
): Promise<ExtendedRight> {
  const [by, because] = [staffText(extending.by), staffText(extending.because)]
  if (by === '' || because === '') return { refused: 'who-and-why' }
  const { at, address } = extending
  const unfit = tooLong({ by, because })
  if (unfit) return unfit
  const result = await changeWork(work, extending.workId, async (item): Promise<Change<DataRequest, ExtendedRight>> => {
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    if (item.kind === 'data-request' && isExtendedBy(item, { by, address, because })) return { instead: { item, again: true } }
    const country = await countryOf(item, { customers, companyRules })
    const next = extended(companyRules, item, { at, by, address, because, country })
    if (next === 'already-extended') return { instead: { refused: next } }
    return next === 'no-clock' ? { instead: { refused: 'no-right' } } : { next }
  })
  return 'instead' in result ? result.instead : { item: result.changed, again: false }
}

/** Whose law counts. */
export async function countryOf(
  { customerId }: Pick<WorkItem, 'customerId'>,
  { customers, companyRules }: Pick<ExtendRightPorts, 'customers' | 'companyRules'>,
): Promise<string> {
  const person = customerId === null ? undefined : await customers.get(customerId)
  return person?.customer.country ?? companyRules.company.country
}

const isExtendedBy = ({ events }: DataRequest, { because, ...actor }: Actor & Pick<Extending, 'because'>): boolean =>
  events.some((event) => event.is === 'extended' && isSameStaff(event.by, eventStaff(actor)) && event.because === because)

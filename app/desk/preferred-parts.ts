/** In which of the parts of the day that a customer prefers they can be rung, and what the law says of the calls of the desk. */
import type { CustomerStore } from '#app/ports/customers.ts'
import { type CompanyRules, callLawFor } from '#core/campaign/company-rules.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { commonHours } from '#core/time/send-slot.ts'
import { localDateAt } from '#core/time/zone.ts'
import { triedParts } from '#core/work/attempts.ts'
import { classOfCall } from '#core/work/check-in.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

interface Ports {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly companyRules: CompanyRules
}

/** As far as the law and the company's hours let the customer be rung then. Of a customer who is gone nothing is known. */
export async function preferredParts(
  { customers, companyRules }: Ports,
  { item, at }: { readonly item: CallTask; readonly at: Instant },
): Promise<Attempted['preferred']> {
  const customer = item.customerId === null ? undefined : (await customers.get(item.customerId))?.customer
  if (!customer) return undefined
  const hours = callLawOn(companyRules, { item, customer, at })?.hours
  return triedParts(customer.preferredParts, commonHours([[companyRules.company.hours], ...(hours ? [hours] : [])]))
}

export const callLawOn = (
  companyRules: CompanyRules,
  {
    item,
    customer,
    at,
  }: {
    readonly item: CallTask | undefined
    readonly customer: Pick<Customer, 'zone' | 'country'>
    readonly at: Instant
  },
) =>
  callLawFor(companyRules, {
    customer,
    contentClass: item ? classOfCall(item) : 'care',
    channel: spokenChannel(companyRules.channels).id,
    date: localDateAt(at, customer.zone),
  })

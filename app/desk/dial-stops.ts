/**
 * Whose number staff must not dial, for the mails that name it: a tap there asks nothing more. The pages say the same of it; who rang first may be rung
 * back all the same.
 */
import type { SuppressionList } from '#app/ports/consent.ts'
import type { Person } from '#app/ports/customers.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contactPointsOf } from '#core/channel/channel.ts'
import { isOpen } from '#core/work/standing.ts'
import { wantsNoCalls } from '#core/work/wants-no-calls.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** suppressed: staff ring nobody at the number. wants-none: the customer refused calls such as these. */
export type DialStop = 'suppressed' | 'wants-none'

export interface DialStopsPorts {
  readonly suppressions: Pick<SuppressionList, 'among'>
  readonly seals: ContactKeys
  readonly companyRules: Pick<CompanyRules, 'channels'>
}

/** By customer; those who may be rung are left out. `items`: all work that the mail tells of. */
export async function dialStops(
  { suppressions, seals, companyRules: { channels } }: DialStopsPorts,
  { people, items }: { readonly people: readonly Pick<Person, 'customer' | 'consents'>[]; readonly items: readonly WorkItem[] },
): Promise<ReadonlyMap<string, DialStop>> {
  const points = people.flatMap(({ customer }) =>
    contactPointsOf(channels, customer).flatMap((point) =>
      point.value === customer.phone ? [{ customerId: customer.customerId, key: seals.contactKey(point) }] : [],
    ),
  )
  const found = points.length === 0 ? new Map() : await suppressions.among(points.map(({ key }) => key))
  const suppressed = new Set(points.flatMap(({ customerId, key }) => (found.has(key) ? [customerId] : [])))
  const open = Map.groupBy(items.filter(isOpen), ({ customerId }) => customerId)
  return new Map(
    people.flatMap(({ customer: { customerId }, consents }): [string, DialStop][] => {
      if (suppressed.has(customerId)) return [[customerId, 'suppressed']]
      return wantsNoCalls({ consents }, { channels, items: open.get(customerId) ?? [] }) ? [[customerId, 'wants-none']] : []
    }),
  )
}

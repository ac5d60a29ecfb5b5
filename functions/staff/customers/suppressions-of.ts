/** Which of a customer's contact points must not be used, by their kind. */
import type { Reach } from '#app/campaigns/coming-days.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contactPointsOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'

interface SuppressionsPorts {
  readonly suppressions: Pick<SuppressionList, 'among'>
  readonly seals: ContactKeys
}

export async function suppressionsOf(
  { suppressions, seals }: SuppressionsPorts,
  { customer, channels }: { readonly customer: Customer; readonly channels: CompanyRules['channels'] },
): Promise<Reach['suppressions']> {
  const points = contactPointsOf(channels, customer).map((point) => ({ ...point, key: seals.contactKey(point) }))
  const found = await suppressions.among(points.map(({ key }) => key))
  return new Map(
    points.flatMap(({ kind, key }) => {
      const suppression = found.get(key)
      return suppression === undefined ? [] : [[kind, suppression] as const]
    }),
  )
}

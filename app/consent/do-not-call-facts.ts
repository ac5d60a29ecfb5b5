/** What the do-not-call list says of customers' numbers, read only for those of whom the law asks it. */
import type { DoNotCallList } from '#app/ports/consent.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import type { DoNotCallFacts } from '#core/audience/do-not-call.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { type ChannelId, channelOf, contactPointOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface DoNotCallPorts {
  readonly doNotCall: Pick<DoNotCallList, 'inForce' | 'among'>
  readonly seals: ContactKeys
  readonly companyRules: CompanyRules
}

interface Asked {
  readonly customers: readonly Customer[]
  /** Any of them may ask for the list. */
  readonly contentClasses: readonly ContentClass[]
  readonly channel: ChannelId
  readonly date: LocalDate
}

/** By customer id. */
export async function doNotCallFacts(
  { doNotCall, seals, companyRules }: DoNotCallPorts,
  { customers, contentClasses, channel: id, date }: Asked,
): Promise<ReadonlyMap<string, DoNotCallFacts>> {
  const channel = channelOf(companyRules.channels, id)
  const isAsked = ({ country }: Customer) =>
    contentClasses.some((contentClass) => {
      const rules = touchRules(companyRules, { country, contentClass, channel: id, date })
      return rules !== undefined && rules.doNotCall !== null
    })
  const asked = customers.flatMap((customer) => {
    const point = isAsked(customer) ? contactPointOf(channel, customer) : undefined
    return point ? [{ customerId: customer.customerId, key: seals.contactKey(point) }] : []
  })
  if (asked.length === 0) return new Map()
  // In this order: a list that comes into force in between is looked up under the day of the one before, never the other way round.
  const inForce = await doNotCall.inForce()
  const listed = await doNotCall.among([...new Set(asked.map(({ key }) => key))])
  return new Map(asked.map(({ customerId, key }) => [customerId, { inForce, isListed: listed.has(key) }]))
}

/**
 * Does the same greeting go to another customer with the same address? Only what is the same for both counts: a day for everybody, or a
 * birthday on the same day. Where it is not known whether the other one is meant, both are written to: a mail too many is better than none.
 */
import { isMember } from '#core/audience/membership.ts'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Due, memberOccasion } from '#core/occasion/due.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** The id of the customer who gets it; undefined when this one does. */
export function writtenInstead({
  shared,
  customer,
  campaign,
  due,
  date,
  company,
}: {
  readonly shared: SharedAddress | undefined
  readonly customer: Customer
  readonly campaign: Pick<CampaignDefinition, 'audience' | 'contentClass'>
  readonly due: Due
  readonly date: LocalDate
  readonly company: Company
}): string | undefined {
  if (shared === undefined || shared.writtenTo === customer.customerId) return undefined
  if (!company.oneMailPerAddress[campaign.contentClass]) return undefined
  if (due.who !== 'everybody' && due.who !== 'bornOn') return undefined
  if (asksForPurchases(campaign)) return undefined
  const other: Customer = { ...customer, ...shared.known, customerId: shared.writtenTo }
  const same = memberOccasion(due, other, company)?.anchor === memberOccasion(due, customer, company)?.anchor
  return same && isMember({ audience: campaign.audience, customer: other, date }) ? shared.writtenTo : undefined
}

/** Purchases come every day, and the mark knows nothing of them. */
const asksForPurchases = ({ audience }: Pick<CampaignDefinition, 'audience'>): boolean =>
  [audience.boughtSince, audience.notBoughtSince, audience.boughtProduct, audience.renewsOn].some((line) => line !== undefined)

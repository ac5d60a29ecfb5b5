/**
 * Does another customer with the same address get the same greeting? Only an occasion that is the same for both counts: a day for every customer,
 * or a birthday on the same day. The customers who share the address are asked in turn, and the first who is meant and may get the greeting gets
 * it. Where it is not known whether a customer is meant, both are written to: one mail too many is better than none. See docs/adr/017.
 */
import { consentSkip } from '#core/audience/eligibility.ts'
import { isMember } from '#core/audience/membership.ts'
import { inTurn, type SharedAddress, type Sharer } from '#core/audience/shared-address.ts'
import type { CampaignDefinition, ContentClass } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { channelOf, letterChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Due, memberOccasion } from '#core/occasion/due.ts'
import { outrankedBy, type Rivals } from '#core/planning/arbitration.ts'
import type { LocalDate } from '#core/time/local-date.ts'

interface Greeting {
  readonly customer: Customer
  readonly campaign: Pick<CampaignDefinition, 'audience' | 'contentClass' | 'touch'>
  readonly due: Due
  readonly date: LocalDate
  readonly rivals: Rivals
  readonly companyRules: CompanyRules
}

/** The id of the other customer who gets it; undefined when this customer gets it, or may get it as far as is known. */
export function writtenInstead({
  shared,
  ...greeting
}: Greeting & { readonly shared: SharedAddress | undefined }): string | undefined {
  const { customer, campaign, due, companyRules } = greeting
  if (shared === undefined || shared.writtenTo === customer.customerId) return undefined
  if (!companyRules.company.oneMailPerAddress[campaign.contentClass]) return undefined
  if (!channelOf(companyRules.channels, campaign.touch.channel).isLetter) return undefined
  if (!isSameForBoth(due)) return undefined
  if (asksForPurchases(campaign)) return undefined
  const turn = inTurn(shared)
  const own = turn.findIndex(({ customerId }) => customerId === customer.customerId)
  const before = own < 0 ? turn : turn.slice(0, own)
  return before.find((one) => gets(one, greeting))?.customerId
}

/** A day for every customer, or a birthday: two customers may be greeted for it with the same words. */
function isSameForBoth({ who }: Due): boolean {
  switch (who) {
    case 'everybody':
    case 'bornOn':
      return true
    case 'firstBoughtOn':
    case 'metOn':
    case 'boughtOn':
    case 'closedOn':
    case 'unreachedOn':
    case 'guideAskedOn':
    case 'inTurn':
    case 'invitedOn':
      return false
  }
}

/**
 * Which of the customers who share an address gets a mail of a class when all of them are meant, as far as their decisions are known. Undefined:
 * none of them.
 */
export const whoIsWrittenTo = (shared: SharedAddress, asked: Asked): string | undefined =>
  inTurn(shared).find((one) => mayBeWritten(one, asked))?.customerId

interface Asked {
  readonly contentClass: ContentClass
  readonly date: LocalDate
  readonly companyRules: CompanyRules
}

/** A mark that does not hold the customer's decisions counts as permission. */
function mayBeWritten(
  { decided, country }: Pick<Sharer, 'decided' | 'country'>,
  { contentClass, date, companyRules }: Asked,
): boolean {
  const channel = letterChannel(companyRules.channels).id
  const rules = touchRules(companyRules, { country, contentClass, channel, date })
  if (rules === undefined) return false
  return decided === undefined || consentSkip({ consents: decided, rules, channel, contentClass }) === undefined
}

function gets(one: Sharer, { customer, campaign, due, date, rivals, companyRules }: Greeting): boolean {
  const { decided, ...known } = one
  const other: Customer = { ...customer, ...known, ...PURCHASES_UNKNOWN }
  const { company } = companyRules
  return (
    mayBeWritten(one, { contentClass: campaign.contentClass, date, companyRules }) &&
    memberOccasion(due, other, company)?.anchor === memberOccasion(due, customer, company)?.anchor &&
    isMember({ audience: campaign.audience, customer: other, date }) &&
    (decided === undefined || outrankedBy({ rivals, customer: other, consents: decided, companyRules }) === undefined)
  )
}

/** The mark holds no purchases, because they change every day. */
const PURCHASES_UNKNOWN = {
  firstPurchaseOn: null,
  lastPurchaseOn: null,
  products: [],
  renewsOn: null,
} as const satisfies Partial<Customer>
const asksForPurchases = ({ audience }: Pick<CampaignDefinition, 'audience'>): boolean =>
  [audience.boughtSince, audience.notBoughtSince, audience.boughtProduct, audience.renewsOn].some((line) => line !== undefined)

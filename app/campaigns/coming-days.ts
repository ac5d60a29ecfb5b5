/** When each campaign next acts, and when it next acts for one customer. For days whose occurrences are not opened yet, only the calendar is read. */

import { type StandingFacts, standingRefusal } from '#core/audience/eligibility.ts'
import { isMember } from '#core/audience/membership.ts'
import type { Skip } from '#core/audience/skip.ts'
import type { CampaignDefinition, ContentClass } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { isCalendarRule } from '#core/campaign/occasion-traits.ts'
import { type ChannelId, channelOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { type Due, dueOn, type MemberOccasion, memberOccasion, purchaseOccasion } from '#core/occasion/due.ts'
import { earliestOf, orderDays } from '#core/occasion/order-days.ts'
import { isAlive } from '#core/planning/arbitration.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'

/** A lunar year with a leap month has 384 days, so every yearly occasion comes within this many. */
const REACH_DAYS = 400

/** personal: each customer has a day of their own. never: not within about a year, or the campaign no longer lives. */
export type NextDay =
  | { readonly kind: 'day'; readonly date: LocalDate; readonly anchor: LocalDate }
  | { readonly kind: 'personal' }
  | { readonly kind: 'never' }

/** The first day from `from` on which the campaign acts. */
export function nextDay({
  campaign,
  from,
  companyRules,
}: {
  campaign: CampaignDefinition
  from: LocalDate
  companyRules: CompanyRules
}): NextDay {
  const last = addDays(from, REACH_DAYS)
  if (!isCalendarRule(campaign.occasion)) {
    return (campaign.lives.to ?? from) >= from && (campaign.lives.from ?? from) <= last ? { kind: 'personal' } : { kind: 'never' }
  }
  for (const date of datesFrom(from, last)) {
    const due = isAlive(campaign, date) ? dueOf(campaign, date, companyRules) : undefined
    if (due?.who === 'everybody') return { kind: 'day', date, anchor: due.anchor }
  }
  return { kind: 'never' }
}

export interface CustomerDay {
  readonly campaign: CampaignDefinition
  readonly date: LocalDate
  readonly occasion: MemberOccasion
  /** Why it would not be sent as things stand; null when it may be. */
  readonly refusal: Skip | null
}

/** What the customer agreed to, and which of their contact points are suppressed. */
export interface Reach extends Pick<StandingFacts, 'consents'> {
  readonly customer: Customer
  /** By kind of contact point: a suppressed address stops no call. */
  readonly suppressions: ReadonlyMap<string, NonNullable<StandingFacts['suppression']>>
}

interface Asked {
  readonly contentClass: ContentClass
  readonly channel: ChannelId
  readonly date: LocalDate
  readonly companyRules: CompanyRules
}

/** Why no touch of that class through that channel would reach the customer on a date as things stand; null when it may. */
export function refusalOf(
  { customer, consents, suppressions }: Reach,
  { contentClass, channel, date, companyRules }: Asked,
): Skip | null {
  const rules = touchRules(companyRules, { country: customer.country, contentClass, channel, date })
  if (!rules) return { reason: 'policy-missing', country: customer.country }
  const through = channelOf(companyRules.channels, channel)
  const suppression = suppressions.get(through.contactPoint.kind)
  return standingRefusal({ customer, consents, suppression, rules, channel: through, campaign: { contentClass } }) ?? null
}

/** When each campaign that means this customer next acts for them, earliest first; one that does not within about a year is left out. */
export function nextDaysOf(given: {
  readonly reach: Reach
  readonly purchases: readonly Purchase[]
  readonly campaigns: readonly CampaignDefinition[]
  readonly from: LocalDate
  readonly companyRules: CompanyRules
}): readonly CustomerDay[] {
  const { reach, purchases, campaigns, from, companyRules } = given
  const { customer } = reach
  return campaigns
    .flatMap((campaign) => {
      for (const date of datesFrom(from, addDays(from, REACH_DAYS))) {
        if (!isAlive(campaign, date) || !isMember({ audience: campaign.audience, customer, date })) continue
        const due = dueOf(campaign, date, companyRules)
        const occasion = due && comingOccasion(due, { customer, purchases, companyRules })
        const { contentClass, touch } = campaign
        if (occasion)
          return [
            { campaign, date, occasion, refusal: refusalOf(reach, { contentClass, channel: touch.channel, date, companyRules }) },
          ]
      }
      return []
    })
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}

const dueOf = (campaign: CampaignDefinition, date: LocalDate, { company, calendar }: CompanyRules) =>
  dueOn({ campaign, date, company, calendar })

interface Known {
  readonly customer: Customer
  readonly purchases: readonly Purchase[]
  readonly companyRules: CompanyRules
}

/** Undefined where the customer is not due, or where only calls, cases and invitations to come will say. */
function comingOccasion(due: Due, { customer, purchases, companyRules }: Known): MemberOccasion | undefined {
  switch (due.who) {
    case 'boughtOn': {
      const order = earliestOf(orderDays(purchases, due.by).filter(({ day }) => due.days.includes(day)))
      return order && purchaseOccasion(order)
    }
    case 'everybody':
    case 'bornOn':
    case 'firstBoughtOn':
    case 'inTurn':
      return memberOccasion(due, customer, companyRules.company)
    case 'closedOn':
    case 'invitedOn':
      return undefined
  }
}

/** When each campaign next acts, by the calendar alone; and whether a touch of a class reaches a customer as things stand. */

import { type DoNotCallFacts, doNotCallStanding } from '#core/audience/do-not-call.ts'
import { type StandingFacts, standingRefusal } from '#core/audience/eligibility.ts'
import type { Skip } from '#core/audience/skip.ts'
import type { CampaignDefinition, ContentClass } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { isCalendarRule } from '#core/campaign/occasion-traits.ts'
import { type ChannelId, channelOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { dueOn } from '#core/occasion/due.ts'
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

/** What the customer agreed to, and which of their contact points are suppressed. */
export interface Reach extends Pick<StandingFacts, 'consents'> {
  readonly customer: Customer
  /** By kind of contact point: a suppressed address stops no call. */
  readonly suppressions: ReadonlyMap<string, NonNullable<StandingFacts['suppression']>>
  /** Undefined where no rule asks for the do-not-call list. */
  readonly doNotCall: DoNotCallFacts | undefined
}

interface Asked {
  readonly contentClass: ContentClass
  readonly channel: ChannelId
  readonly date: LocalDate
  readonly companyRules: CompanyRules
}

/** Why no touch of that class through that channel would reach the customer on a date as things stand; null when it may. */
export function refusalOf(
  { customer, consents, suppressions, doNotCall: known }: Reach,
  { contentClass, channel, date, companyRules }: Asked,
): Skip | null {
  const rules = touchRules(companyRules, { country: customer.country, contentClass, channel, date })
  if (!rules) return { reason: 'policy-missing', country: customer.country }
  const through = channelOf(companyRules.channels, channel)
  const suppression = suppressions.get(through.contactPoint.kind)
  const doNotCall = doNotCallStanding(rules, { known, on: date })
  const facts = { customer, consents, suppression, doNotCall, rules, channel: through, campaign: { contentClass } }
  return standingRefusal(facts) ?? null
}

const dueOf = (campaign: CampaignDefinition, date: LocalDate, { company, calendar }: CompanyRules) =>
  dueOn({ campaign, date, company, calendar })

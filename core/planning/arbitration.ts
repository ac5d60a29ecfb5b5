/**
 * Two occasions of one customer close together are merged: the campaign of higher priority makes its touch, the other is skipped and says so. Only
 * greetings take part: a touch after a purchase, a call or a case is about that purchase, call or case, and is never dropped for a holiday.
 */

import type { Decisions } from '#core/audience/consent.ts'
import { consentSkip } from '#core/audience/eligibility.ts'
import { isMember } from '#core/audience/membership.ts'
import { withheldBecause } from '#core/audience/withheld.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { traitsOf } from '#core/campaign/occasion-traits.ts'
import { channelOf, isReachable } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Due, dueOn, memberOccasion } from '#core/occasion/due.ts'
import { hasOpenDay } from '#core/planning/slots-for.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'

/** A day of another campaign, near this campaign's, on which the other campaign would win. */
interface RivalDay {
  readonly campaign: CampaignDefinition
  readonly date: LocalDate
  readonly due: Due
  /** The campaigns that would win over it in turn: a campaign that loses itself is no rival. */
  readonly rivals: Rivals
}

export type Rivals = readonly RivalDay[]

const takesPart = ({ contentClass, occasion }: CampaignDefinition) =>
  contentClass !== 'transactional' && contentClass !== 'survey' && traitsOf(occasion).givesWay

const outranks = (a: CampaignDefinition, b: CampaignDefinition) =>
  a.limits.priority > b.limits.priority || (a.limits.priority === b.limits.priority && a.id < b.id)

export const isAlive = ({ lives }: CampaignDefinition, date: LocalDate) =>
  (lives.from ?? date) <= date && date <= (lives.to ?? date)

/** The days of stronger campaigns near one campaign's date. Found once per occurrence and asked once per customer. */
export function rivalsOf({
  campaign,
  date,
  others,
  companyRules,
}: {
  campaign: CampaignDefinition
  date: LocalDate
  others: readonly CampaignDefinition[]
  companyRules: CompanyRules
}): Rivals {
  const { company, calendar } = companyRules
  const known = new Map<string, Rivals>()

  function rivals(weaker: CampaignDefinition, near: LocalDate): Rivals {
    if (!takesPart(weaker)) return []
    const days = [...datesFrom(addDays(near, -company.daysBetweenOccasions), addDays(near, company.daysBetweenOccasions))]
    return others
      .filter((other) => other.id !== weaker.id && takesPart(other) && outranks(other, weaker))
      .flatMap((other) => days.flatMap((day) => rivalDay(other, day)))
  }

  function rivalDay(stronger: CampaignDefinition, day: LocalDate): Rivals {
    const key = `${stronger.id} ${day}`
    const found = known.get(key)
    if (found) return found
    const due = isAlive(stronger, day) ? dueOn({ campaign: stronger, date: day, company, calendar }) : undefined
    const one = due ? [{ campaign: stronger, date: day, due, rivals: rivals(stronger, day) }] : []
    known.set(key, one)
    return one
  }
  return rivals(campaign, date)
}

/**
 * The first stronger campaign near by that means this customer, may and can contact them, and does not lose to a third campaign. Whether their contact
 * point is suppressed is not asked: it would be a read for every rival's channel.
 */
export function outrankedBy({
  rivals,
  customer,
  consents,
  companyRules,
}: {
  rivals: Rivals
  customer: Customer
  consents: Decisions | 'unreadable'
  companyRules: CompanyRules
}): string | undefined {
  // One rival can stand behind many others, so each verdict is kept.
  const judged = new Map<RivalDay, boolean>()
  return firstWinner(rivals)?.campaign.id

  function firstWinner(among: Rivals): RivalDay | undefined {
    return among.find((rival) => {
      const known = judged.get(rival)
      if (known !== undefined) return known
      const wins = contacts(rival) && firstWinner(rival.rivals) === undefined
      judged.set(rival, wins)
      return wins
    })
  }

  function contacts({ campaign, date, due }: RivalDay): boolean {
    const { contentClass, touch } = campaign
    const rules = touchRules(companyRules, { country: customer.country, contentClass, channel: touch.channel, date })
    return (
      rules !== undefined &&
      memberOccasion(due, customer, companyRules.company) !== undefined &&
      isMember({ audience: campaign.audience, customer, date }) &&
      isReachable(channelOf(companyRules.channels, touch.channel), customer) &&
      hasOpenDay({ campaign, companyRules, rules, date, customer }) &&
      consentSkip({ consents, rules, channel: touch.channel, contentClass }) === undefined &&
      withheldBecause({ campaign, controlGroup: companyRules.company.controlGroup, customerId: customer.customerId }) === null
    )
  }
}

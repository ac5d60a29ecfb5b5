/** The next time an occasion comes for one customer: for previews, and for the coming days on a customer's page. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import { traitsOf } from '#core/campaign/occasion-traits.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { dueOn, memberOccasion } from '#core/occasion/due.ts'
import { earliestOf, orderDays } from '#core/occasion/order-days.ts'
import { type MemberOccasion, purchaseOccasion } from '#core/occasion/recorded-occasion.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'

/** A lunar year with a leap month has 384 days, so every yearly occasion comes within this many. */
const REACH_DAYS = 400

/**
 * Undefined when it does not come within about a year (or within a round), or when it cannot be known: calls, cases and invitations to come. After
 * a purchase, the latest purchase counts.
 */
export function nextOccasion({
  campaign,
  customer,
  purchases,
  from,
  companyRules,
}: {
  campaign: Pick<CampaignDefinition, 'id' | 'contentClass' | 'occasion'>
  customer: Customer
  purchases: readonly Purchase[]
  from: LocalDate
  companyRules: CompanyRules
}): MemberOccasion | undefined {
  const { occasion: rule } = campaign
  const { order } = traitsOf(rule)
  if (order !== null) {
    const days = orderDays(purchases, order === 'bought' ? 'purchase' : 'delivery')
    const last = days
      .map(({ day }) => day)
      .sort()
      .at(-1)
    const latest = earliestOf(days.filter(({ day }) => day === last))
    return latest && purchaseOccasion(latest)
  }
  for (const date of datesFrom(from, addDays(from, reachOf(rule)))) {
    const due = dueOn({ campaign, date, company: companyRules.company, calendar: companyRules.calendar })
    const occasion = due && memberOccasion(due, customer, companyRules.company)
    if (occasion) return occasion
  }
  return undefined
}

/** A round that began today may have passed the customer's day already. */
function reachOf(rule: OccasionRule): number {
  switch (rule.kind) {
    case 'periodic':
      return Math.max(REACH_DAYS, 2 * rule.everyDays)
    case 'fixed':
    case 'lunar':
    case 'lunar-month-end':
    case 'nth-weekday':
    case 'company-day':
    case 'calendar-day':
    case 'birthday':
    case 'purchase-anniversary':
    case 'every-n-months':
    case 'since-contact':
    case 'after-purchase':
    case 'after-delivery':
    case 'after-call':
    case 'after-unreached-call':
    case 'after-call-asked-guide':
    case 'after-case':
    case 'after-invitation':
      return REACH_DAYS
  }
}

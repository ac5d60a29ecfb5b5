/** The next time an occasion comes for one customer: for previews and for the coming days on a customer's page. */
import type { HouseRules } from '#core/campaign/house-rules.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { dueOn, type MemberOccasion, memberOccasion, purchaseOccasion } from '#core/occasion/due.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'

/** A lunar year with a leap month has 384 days, so every yearly occasion comes within this many. */
const REACH_DAYS = 400

/** Undefined when it does not come within about a year. After a purchase, the latest purchase counts. */
export function nextOccasion({
  rule,
  customer,
  purchases,
  from,
  house,
}: {
  rule: OccasionRule
  customer: Customer
  purchases: readonly Purchase[]
  from: LocalDate
  house: HouseRules
}): MemberOccasion | undefined {
  if (rule.kind === 'after-purchase' || rule.kind === 'after-delivery') {
    const days = purchases.flatMap(({ purchasedOn, deliveredOn }) =>
      rule.kind === 'after-purchase' ? [purchasedOn] : deliveredOn === null ? [] : [deliveredOn],
    )
    const latest = days.sort().at(-1)
    return latest === undefined ? undefined : purchaseOccasion(latest)
  }
  for (const date of datesFrom(from, addDays(from, REACH_DAYS))) {
    const due = dueOn({ rule, date, company: house.company, calendar: house.calendar })
    const occasion = due && memberOccasion(due, customer, house.company)
    if (occasion) return occasion
  }
  return undefined
}

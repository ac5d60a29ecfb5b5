/** Where one customer's touch goes out: campaign window, law and company hours together, in the customer's own zone. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { commonHours, nextSlot, type Slot, type SlotSearch, slotOn } from '#core/time/send-slot.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface WantedSlots {
  readonly campaign: CampaignDefinition
  readonly companyRules: Pick<CompanyRules, 'company' | 'publicHolidays'>
  readonly rules: TouchRules
  readonly date: LocalDate
  readonly customer: Pick<Customer, 'zone' | 'country'>
  readonly now: Instant
  /** The campaign's own unless given: a longer grace for a touch that was held up for reasons beyond the campaign. */
  readonly graceDays?: number
}

export interface Slots {
  readonly slot: SlotSearch
  /** The slot on the date itself, regardless of the current time: the first of its parts of the day. */
  readonly nominal: Slot
  /** The begin of the same hours on the customer's next day, allowed or not: what waits for it asks again then. */
  readonly nextDay: Instant
}

export function slotsFor({
  campaign,
  companyRules,
  rules,
  date,
  customer,
  now,
  graceDays = campaign.graceDays,
}: WantedSlots): Slots {
  const { company, publicHolidays } = companyRules
  const { zone, country } = customer
  const hours = commonHours([[campaign.window], [company.hours], ...(rules.hours ? [rules.hours] : [])])
  const isHoliday = rules.onPublicHolidays ? undefined : publicHolidays.get(country)
  const isAllowed = (day: LocalDate) => (rules.weekdays?.includes(weekdayOf(day)) ?? true) && !isHoliday?.(day)
  // `care check` refuses a campaign without a legal hour. If the law changes while the campaign runs, its touches are skipped with a reason.
  const first = hours[0] ?? campaign.window
  return {
    slot: nextSlot({ date, hours, zone, graceDays, blackouts: company.blackouts, isAllowed, now }),
    nominal: slotOn({ date, hours: first, zone }),
    nextDay: slotOn({ date: addDays(localDateAt(now, zone), 1), hours: first, zone }).from,
  }
}

/**
 * Where one customer's touch goes out, or comes to the desk: campaign window, law and company hours together, in the customer's own zone. A touch that a
 * person carries out goes by the part of the day that the customer prefers, where there is one on the date or within the days of grace.
 */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, publicHolidaysFor } from '#core/campaign/company-rules.ts'
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import { channelOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { HOURS_OF_PART } from '#core/customer/day-part.ts'
import { leavingHours } from '#core/planning/hand-over.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, daysBetween, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { commonHours, hoursOutside, joined, nextSlot, type Slot, type SlotSearch, slotOn } from '#core/time/send-slot.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface WantedSlots {
  readonly campaign: CampaignDefinition
  readonly companyRules: CompanyRules
  readonly rules: TouchRules
  readonly date: LocalDate
  readonly customer: Pick<Customer, 'zone' | 'country'> & Partial<Pick<Customer, 'preferredParts'>>
  readonly now: Instant
  readonly grace?: Grace
}

/** A longer grace than the campaign's own, for a touch that was held up for reasons beyond the campaign. */
export interface Grace {
  readonly days: number
  /** With the first day after them that the law allows. */
  readonly andNextOpenDay: boolean
}

/** Longer than any run of days that a law closes. */
const LONGEST_CLOSED_DAYS = 31

export interface Slots {
  readonly slot: SlotSearch
  /** The slot found; else the one on the date itself, regardless of the current time: the first of its parts of the day. */
  readonly slotOrNominal: Slot
  /** The begin of the same hours on the customer's next day that the law allows. Few customers need it. */
  readonly nextDay: () => Instant
}

export function slotsFor({
  campaign,
  companyRules,
  rules,
  date,
  customer,
  now,
  grace = { days: campaign.graceDays, andNextOpenDay: false },
}: WantedSlots): Slots {
  const { company } = companyRules
  const { zone } = customer
  const channel = channelOf(companyRules.channels, campaign.touch.channel)
  const { isAllowed, ...made } = openingOf({ campaign, companyRules, rules, customer })
  const hours = leavingHours(made.hours, channel, company)
  const preferred = leavingHours(made.preferred, channel, company)
  // `care check` refuses a campaign without a legal hour. If the law changes while the campaign runs, its touches are skipped with a reason.
  const first = preferred[0] ?? hours[0] ?? campaign.window
  const nextOpen = (from: LocalDate) => firstAllowed(from, isAllowed)
  const graceDays = grace.andNextOpenDay ? daysBetween(date, nextOpen(addDays(date, grace.days + 1))) : grace.days
  const search = { date, zone, graceDays, blackouts: company.blackouts, isAllowed, now }
  const wished = nextSlot({ ...search, hours: preferred })
  const slot = 'slot' in wished ? wished : nextSlot({ ...search, hours })
  return {
    slot,
    slotOrNominal: 'slot' in slot ? slot.slot : slotOn({ date, hours: first, zone }),
    nextDay: () => slotOn({ date: nextOpen(addDays(localDateAt(now, zone), 1)), hours: first, zone }).from,
  }
}

/** No customer is rung at noon who did not ask for it. */
const ringable = ({ preferredParts }: WantedSlots['customer']) =>
  preferredParts?.includes('noon') ? [WHOLE_DAY] : hoursOutside([HOURS_OF_PART.noon])

const WHOLE_DAY = { from: '00:00', to: '24:00' }

type Opening = Pick<WantedSlots, 'campaign' | 'companyRules' | 'rules' | 'customer'>

/** The parts of a day in which all allow it, and on which days the law does. */
function openingOf({ campaign, companyRules, rules, customer }: Opening) {
  const isRung = channelOf(companyRules.channels, campaign.touch.channel).carriedOutBy === 'person'
  const isHoliday = rules.onPublicHolidays ? undefined : publicHolidaysFor(companyRules, customer.country)
  const hours = commonHours([
    [campaign.window],
    [companyRules.company.hours],
    ...(rules.hours ? [rules.hours] : []),
    ...(isRung ? [ringable(customer)] : []),
  ])
  const parts = (isRung ? customer.preferredParts : null)?.map((part) => HOURS_OF_PART[part])
  return {
    hours,
    /** Those among them that the customer would rather have. */
    preferred: parts ? commonHours([hours, joined(parts)]) : hours,
    isAllowed: (day: LocalDate) => (rules.weekdays?.includes(weekdayOf(day)) ?? true) && !isHoliday?.(day),
  }
}

/** Whether the law leaves the campaign any hour on the date or within its grace, whatever the time is now. */
export function hasOpenDay({ date, ...opening }: Opening & { readonly date: LocalDate }): boolean {
  const { rules, campaign } = opening
  if (rules.hours === null && rules.weekdays === null && rules.onPublicHolidays) return true
  const { hours, isAllowed } = openingOf(opening)
  return hours.length > 0 && [...datesFrom(date, addDays(date, campaign.graceDays))].some(isAllowed)
}

/** The day itself where a law allows none: what waits for it asks again then. */
function firstAllowed(from: LocalDate, isAllowed: (day: LocalDate) => boolean): LocalDate {
  for (const day of datesFrom(from, addDays(from, LONGEST_CLOSED_DAYS))) if (isAllowed(day)) return day
  return from
}

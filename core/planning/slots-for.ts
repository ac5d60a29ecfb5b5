/** Where one customer's touch goes out: campaign window, law and company hours together, in the customer's own zone. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { commonHours, nextSlot, type Slot, type SlotSearch, slotOn } from '#core/time/send-slot.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface WantedSlots {
  readonly campaign: CampaignDefinition
  readonly company: Company
  readonly rules: ClassRules
  readonly date: LocalDate
  readonly zone: string
  readonly now: Instant
  /** The campaign's own unless given: a longer grace for a touch that was held up for reasons beyond the campaign. */
  readonly graceDays?: number
}

export interface Slots {
  readonly slot: SlotSearch
  /** The slot on the date itself, regardless of the current time. */
  readonly nominal: Slot
  /** The begin of the same hours on the customer's next day. */
  readonly nextDay: Instant
}

export function slotsFor({ campaign, company, rules, date, zone, now, graceDays = campaign.graceDays }: WantedSlots): Slots {
  const allowed = [campaign.window, company.hours, ...(rules.email.hours ? [rules.email.hours] : [])]
  const common = commonHours(allowed)
  // `care check` refuses a campaign without a legal hour. If the law changes while the campaign runs, its touches are skipped with a reason.
  const hours = common ?? campaign.window
  return {
    slot: common ? nextSlot({ date, hours, zone, graceDays, blackouts: company.blackouts, now }) : { none: 'window-passed' },
    nominal: slotOn({ date, hours, zone }),
    nextDay: slotOn({ date: addDays(localDateAt(now, zone), 1), hours, zone }).from,
  }
}

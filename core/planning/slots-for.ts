/** Where one customer's touch goes out: campaign window, law and company hours together, in the customer's own zone. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { commonHours, nextSlot, type Slot, type SlotSearch, slotOn } from '#core/time/send-slot.ts'

export function slotsFor({
  campaign,
  company,
  rules,
  date,
  zone,
  now,
}: {
  campaign: CampaignDefinition
  company: Company
  rules: ClassRules
  date: LocalDate
  zone: string
  now: Instant
}): {
  readonly slot: SlotSearch
  /** The slot on the date itself, whatever the time is now. */
  readonly nominal: Slot
} {
  const allowed = [campaign.window, company.hours, ...(rules.email.hours ? [rules.email.hours] : [])]
  const hours = commonHours(allowed)
  // `care check` refuses a campaign without a legal hour; should the law change under one, its touches are skipped and say so.
  if (!hours) return { slot: { none: 'window-passed' }, nominal: slotOn({ date, hours: campaign.window, zone }) }
  return {
    slot: nextSlot({ date, hours, zone, graceDays: campaign.graceDays, blackouts: company.blackouts, now }),
    nominal: slotOn({ date, hours, zone }),
  }
}

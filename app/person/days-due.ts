/**
 * On which days a campaign acts, and for whom, remembered: the calendar is asked for each day of a year ahead, its answers are the same for every
 * customer, and working days and lunar dates take time. Accepted versions and the company's rules do not change while they are in memory.
 */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type Due, dueOn } from '#core/occasion/due.ts'
import { isAlive } from '#core/planning/arbitration.ts'
import { boundedMemo } from '#core/time/bounded-memo.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Two years, so that a year ahead stays whole while its days pass. */
const DAYS_KEPT = 800

type DueDays = (date: LocalDate) => Due | undefined

const known = new WeakMap<CompanyRules, WeakMap<CampaignDefinition, DueDays>>()

/** Undefined on a day on which no customer can be due, or on which the campaign does not live. */
export function dueDaysOf(campaign: CampaignDefinition, companyRules: CompanyRules): DueDays {
  const ofCampaigns = known.get(companyRules) ?? new WeakMap<CampaignDefinition, DueDays>()
  known.set(companyRules, ofCampaigns)
  const { company, calendar } = companyRules
  const days =
    ofCampaigns.get(campaign) ??
    boundedMemo(DAYS_KEPT, (date: LocalDate) =>
      isAlive(campaign, date) ? dueOn({ campaign, date, company, calendar }) : undefined,
    )
  ofCampaigns.set(campaign, days)
  return days
}

/**
 * What the touches in rows cost, by the campaign version that each row was planned with: a file that changes between two passes leaves rows of two
 * versions.
 */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OutcomeState } from '#core/audience/outcome.ts'
import { NO_COST, periodKey, plusTouches, type TouchCost } from '#core/budget/reserve.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'

export interface CostPorts {
  readonly campaigns: Pick<CampaignStore, 'version'>
  readonly companyRules: CompanyRules
}

/** By budget period, as the cost of one touch: rounding comes last, so that the sum never exceeds what was set aside. */
export async function costOfBatches(
  { campaigns, companyRules }: CostPorts,
  { occurrence, batches, counted }: { occurrence: Occurrence; batches: readonly Batch[]; counted: ReadonlySet<OutcomeState> },
): Promise<ReadonlyMap<string, TouchCost>> {
  const costs = new Map<string, TouchCost>()
  for (const version of new Set(batches.map(({ campaignVersion }) => campaignVersion))) {
    const campaign = (await campaigns.version(occurrence.campaignId, version))?.definition
    if (!campaign?.budget) continue
    const touches = batches
      .filter(({ campaignVersion }) => campaignVersion === version)
      .flatMap(({ recipients }) => recipients)
      .filter(({ outcome }) => counted.has(outcome.state)).length
    const period = periodKey(campaign.budget.period, occurrence.date)
    const cost = touchCost({ campaign, companyRules: companyRules, date: occurrence.date })
    costs.set(period, plusTouches(costs.get(period) ?? NO_COST, cost, touches))
  }
  return costs
}

/**
 * What the touches in rows cost, by the campaign version that each row was planned with, and by what it is made of: a file that changes between two
 * passes leaves rows of two versions, and a campaign of calls may have rows of letters.
 */
import { type InParts, WHOLE_BASE } from '#app/ports/base-parts.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OutcomeState } from '#core/audience/outcome.ts'
import { NO_COST, periodKey, plusTouches, type TouchCost } from '#core/budget/reserve.ts'
import { campaignOfBatch } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
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
  {
    occurrence,
    batches,
    counted,
    periodOf = ownPeriod,
  }: {
    occurrence: Occurrence
    batches: readonly Batch[]
    counted: ReadonlySet<OutcomeState>
    /** Undefined: it costs no budget that is asked about. */
    periodOf?: (campaign: CampaignDefinition, occurrence: Occurrence) => string | undefined
  },
): Promise<ReadonlyMap<string, TouchCost>> {
  const costs = new Map<string, TouchCost>()
  for (const version of new Set(batches.map(({ campaignVersion }) => campaignVersion))) {
    const accepted = (await campaigns.version(occurrence.campaignId, version))?.definition
    const period = accepted && periodOf(accepted, occurrence)
    if (!accepted || period === undefined) continue
    for (const batch of batches.filter(({ campaignVersion }) => campaignVersion === version)) {
      const touches = batch.recipients.filter(({ outcome }) => counted.has(outcome.state)).length
      if (touches === 0) continue
      const campaign = campaignOfBatch(batch, accepted, companyRules.channels)
      const cost = touchCost({ campaign, companyRules, date: occurrence.date })
      costs.set(period, plusTouches(costs.get(period) ?? NO_COST, cost, touches))
    }
  }
  return costs
}

/** Of the budget in the campaign's file. */
const ownPeriod = ({ budget }: CampaignDefinition, { date }: Occurrence): string | undefined =>
  budget && periodKey(budget.period, date)

/** The same of all parts of the base. */
export async function costOverParts(
  { parts = WHOLE_BASE }: InParts,
  about: string,
  cost: TouchCost = NO_COST,
): Promise<TouchCost> {
  const [perThousand = 0, gift = 0] = await parts.sum(about, [cost.perThousand, cost.gift])
  return { perThousand, gift }
}

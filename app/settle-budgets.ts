/** What a closed occurrence truly cost is booked, by the campaign versions its batches were planned with; whatever it had set aside goes back. */
import type { BudgetStore, CampaignStore } from '#app/ports.ts'
import { costOf, isReservedFor, periodKey, settle } from '#core/budget/reserve.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { balanceOf } from '#core/planning/balance.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'

interface SettlePorts {
  readonly budgets: BudgetStore
  readonly campaigns: CampaignStore
  readonly house: HouseRules
}

export async function settleBudgets(
  ports: SettlePorts,
  { occurrence, batches }: { occurrence: Occurrence; batches: readonly Batch[] },
): Promise<void> {
  const { campaignId, occurrenceId } = occurrence
  const costs = await costByPeriod(ports, { occurrence, batches })
  for (const { period, reserved, settled } of await ports.budgets.ofCampaign(campaignId)) {
    const amount = costs.get(period) ?? 0
    if (amount > 0 || occurrenceId in settled || isReservedFor(reserved, occurrenceId))
      await book(ports.budgets, { campaignId, period, occurrenceId, amount })
  }
}

/** A campaign whose file changed between two passes has batches of two versions: each costs what its own version says. */
async function costByPeriod(
  { campaigns, house }: SettlePorts,
  { occurrence, batches }: { occurrence: Occurrence; batches: readonly Batch[] },
): Promise<Map<string, number>> {
  const costs = new Map<string, number>()
  for (const version of new Set(batches.map(({ campaignVersion }) => campaignVersion))) {
    const campaign = (await campaigns.version(occurrence.campaignId, version))?.definition
    if (!campaign?.budget) continue
    const own = batches.filter(({ campaignVersion }) => campaignVersion === version)
    const { sent, unknown } = balanceOf(own.flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome)))
    const period = periodKey(campaign.budget.period, occurrence.date)
    const cost = costOf(touchCost({ campaign, prices: house.prices, date: occurrence.date }), sent + unknown)
    costs.set(period, (costs.get(period) ?? 0) + cost)
  }
  return costs
}

async function book(
  budgets: BudgetStore,
  { campaignId, period, occurrenceId, amount }: { campaignId: string; period: string; occurrenceId: string; amount: number },
): Promise<void> {
  for (;;) {
    const stored = await budgets.get(campaignId, period)
    if (!stored) return
    if ((await budgets.put(settle({ budget: stored, occurrenceId, amount }))) === 'written') return
  }
}

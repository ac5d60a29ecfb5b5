/** Budgets in memory. */
import { frozen } from '#adapters/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { Budget } from '#core/budget/budget.ts'

export function memoryBudgetStore(): BudgetStore {
  const rows = rowsByOwner<Budget>(({ period }) => period)
  return {
    get: async (campaignId, period) => rows.get(campaignId, period),
    ofCampaign: async (campaignId) => rows.all(campaignId),
    put: async (budget) => {
      const before = rows.get(budget.campaignId, budget.period)?.version
      if (before !== (budget.version === 0 ? undefined : budget.version - 1)) return 'lost'
      rows.put(budget.campaignId, frozen(budget))
      return 'written'
    },
  }
}

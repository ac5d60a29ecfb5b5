/** Budgets of periods in memory. */
import { frozen } from '#adapters/frozen.ts'
import { type BudgetPlans, LOCKING_MINUTES, type Locking } from '#app/ports/budget-plans.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'

export function memoryBudgetPlans(): BudgetPlans {
  const plans = new Map<string, BudgetPlan[]>()
  let locking: Locking | null = null
  return {
    latest: async (budgetId) => plans.get(budgetId)?.at(-1),
    version: async (budgetId, version) => plans.get(budgetId)?.find((plan) => plan.version === version),
    all: async () =>
      [...plans.keys()]
        .toSorted()
        .toReversed()
        .flatMap((budgetId) => plans.get(budgetId)?.at(-1) ?? []),
    put: async (plan) => {
      const versions = plans.get(plan.budgetId) ?? []
      if (versions.some(({ version }) => version === plan.version)) return 'lost'
      plans.set(plan.budgetId, [...versions, frozen(structuredClone(plan))])
      return 'written'
    },
    beginLocking: async (by) => {
      if (locking !== null && locking.at >= plusMs(by.at, -LOCKING_MINUTES * MINUTE_MS)) return 'lost'
      locking = { ...by }
      return 'written'
    },
    endLocking: async ({ budgetId, at }) => {
      if (locking?.budgetId === budgetId && locking.at === at) locking = null
    },
  }
}

/** Budgets of periods in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { BudgetPlans } from '#app/ports/budget-plans.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'

export function memoryBudgetPlans(): BudgetPlans {
  const plans = new Map<string, BudgetPlan[]>()
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
  }
}

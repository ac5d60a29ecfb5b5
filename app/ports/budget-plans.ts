/** Budgets of periods, each in all its versions. */
import type { Written } from '#app/ports/written.ts'
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'

export interface BudgetPlans {
  /** The newest version. */
  latest(budgetId: string): Promise<BudgetPlan | undefined>
  version(budgetId: string, version: number): Promise<BudgetPlan | undefined>
  /** The newest version of each, the latest period first. */
  all(): Promise<readonly BudgetPlan[]>
  /** Adds a version, made of the one before it; lost where there is one of this number. No version is ever replaced. */
  put(plan: BudgetPlan): Promise<Written>
}

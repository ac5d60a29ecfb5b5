/** The budget of a report's own days: how far it has come, and what was spent of it. It is kept with a report that is handed in. */
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import type { NoSpending, Variance } from '#core/planned-budget/variance.ts'

export interface ReportBudget extends Pick<BudgetPlan, 'budgetId' | 'state'> {
  readonly currency: string
  /** Or why there are no figures; null while the budget is not locked: nothing is compared with it yet. */
  readonly variance: Variance | { readonly nothing: NoSpending } | null
}

/** The budget of the days of a report, for its page and for the report that is handed in. A report about a part of the customers has none. */
import { spentOfBudget } from '#app/budgeting/standing-of-budget.ts'
import { type BudgetPlan, budgetIdOf } from '#core/planned-budget/budget-plan.ts'
import { varianceOf } from '#core/planned-budget/variance.ts'
import type { ReportBudget } from '#core/report/report-budget.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import type { ReportAsked } from '#web/staff/report/report-paths.ts'

type Stores = Pick<StaffStores, 'budgetPlans' | 'numbers'>

export async function budgetOfReport(stores: Stores, { period, segment }: ReportAsked): Promise<ReportBudget | null> {
  if (segment.by !== 'all') return null
  const plan = await stores.budgetPlans.latest(budgetIdOf(period))
  if (!plan) return null
  const { budgetId, state, computed } = plan
  return { budgetId, state, currency: computed.currency, variance: await spentOf(stores, plan) }
}

async function spentOf(stores: Stores, plan: BudgetPlan): Promise<ReportBudget['variance']> {
  if (plan.state !== 'locked') return null
  const spent = await spentOfBudget(stores, { period: plan.period, currency: plan.computed.currency })
  return 'nothing' in spent ? spent : varianceOf(plan, spent)
}

/** Stores a budget that was just computed: the first draft of its period, or the next one, with what people wrote into the one before. */
import type { BudgetPlans } from '#app/ports/budget-plans.ts'
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import { type BudgetPlan, budgetIdOf } from '#core/planned-budget/budget-plan.ts'
import { draftedPlan, type PlanAuthor, type PlanRefusal } from '#core/planned-budget/plan-act.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'

export interface DraftBudget extends PlanAuthor {
  readonly computed: PlannedBudget
  readonly rates: BudgetRates
}

export async function keepDraftBudget(
  { budgetPlans }: { readonly budgetPlans: Pick<BudgetPlans, 'latest' | 'put'> },
  draft: DraftBudget,
): Promise<{ readonly plan: BudgetPlan } | { readonly refused: PlanRefusal }> {
  const answer = draftedPlan(await budgetPlans.latest(budgetIdOf(draft.computed.period)), draft)
  if ('refused' in answer) return answer
  return (await budgetPlans.put(answer.plan)) === 'lost' ? { refused: 'stale' } : answer
}

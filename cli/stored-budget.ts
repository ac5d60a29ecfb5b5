/** How a stored budget is named at a terminal, and what a line says of it. */
import { Argument, InvalidArgumentError } from 'commander'
import type { BudgetRefusal } from '#app/budgeting/work-on-budget.ts'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import { BUDGET_ACT_WORDS } from '#web/staff/budget/budget-act-words.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'

export const aBudget = () => new Argument('<budget>', 'its days, as care budget list shows them: 2027-01-01_2027-03-31')

export const refusalInWords = (refused: BudgetRefusal): string => BUDGET_ACT_WORDS.en.refused[refused]

export const told = ({ budgetId, period, version, state, computed, ...plan }: BudgetPlan) => ({
  budgetId,
  period,
  version,
  state,
  currency: computed.currency,
  expected: budgetOfPlan({ computed, ...plan }).total.expected,
})

export function standing(plan: BudgetPlan): string {
  const { budgetId, version, state, currency, expected } = told(plan)
  return `${budgetId}: version ${version}, ${BUDGET_WORDS.en.states[state]}, ${writtenMoney({ amount: expected, currency }, 'en')}`
}

export function versionNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Expected a number, such as 3.')
  return Number(text)
}

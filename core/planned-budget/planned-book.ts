/**
 * The money of a locked budget, campaign by campaign: what planning has reserved of it and what closed occurrences have cost. It measures and stops nobody: what stops a
 * campaign is the `budget` in its file (docs/adr/053). A voucher counts by the share that the budget expects to be used, so that both are the same money.
 */
import type { Budget } from '#core/budget/budget.ts'
import { emptyBudget, type TouchCost } from '#core/budget/reserve.ts'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import type { LocalDate } from '#core/time/local-date.ts'

const PLANNED = 'planned#'

/** Stands where the period of a campaign's own budget stands, none of which has a `#`. */
export const bookPeriod = (budgetId: string): string => `${PLANNED}${budgetId}`

export const isPlannedBook = ({ period }: Pick<Budget, 'period'>): boolean => period.startsWith(PLANNED)

/** Empty books, one for each campaign that the budget has lines of. */
export function plannedBooks(plan: BudgetPlan): readonly Budget[] {
  const { lines, currency } = budgetOfPlan(plan)
  const campaigns = [...new Set(lines.flatMap(({ campaign }) => campaign ?? []))]
  return campaigns.map((campaignId) => {
    const amount = lines.filter(({ campaign }) => campaign === campaignId).reduce((sum, line) => sum + line.amount.expected, 0)
    return {
      ...emptyBudget({ campaignId, period: bookPeriod(plan.budgetId), limit: { amount, currency } }),
      planned: { ...plan.period, vouchers: shareOf(plan, campaignId) },
    }
  })
}

/** Of vouchers, as the lines of the campaign count them; all of them where it gave none when the budget was computed. */
function shareOf({ computed }: BudgetPlan, campaignId: string): { readonly used: number; readonly issued: number } {
  for (const { campaign, basis } of computed.lines)
    if (campaign === campaignId && basis.is === 'redemption')
      return { used: basis.rate.share.used, issued: basis.rate.share.issued }
  return { used: 1, issued: 1 }
}

/** Whether what happens on the day is booked there. */
export const covers = ({ planned }: Budget, date: LocalDate): boolean =>
  planned !== undefined && planned.from <= date && date <= planned.to

/** A touch as the budget counts it: the voucher by its share, rounded up. */
export function asPlanned({ perThousand, gift }: TouchCost, { planned }: Budget): TouchCost {
  const { used, issued } = planned?.vouchers ?? { used: 1, issued: 1 }
  return { perThousand, gift: Number((BigInt(gift) * BigInt(used) + BigInt(issued) - 1n) / BigInt(issued)) }
}

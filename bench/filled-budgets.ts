/** Budgets of three years of quarters, the next one among them, each with lines of many campaigns and the versions that a head and a director make of it. */
import type { BudgetPlan } from '#core/planned-budget/budget-plan.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { aBudgetPlan, aPlannedBudget, callsOf, mailsOf } from '#test/support/budget-builders.ts'
import { lineName } from '#web/staff/budget/budget-paths.ts'

const YEARS = 3
const CAMPAIGNS = 25
const TIERS = ['gold', 'silver', 'member', 'new'] as const
const VERSIONS = 6

export interface FilledBudgets {
  readonly budgets: number
  /** Of the newest quarter: its budget, a computed line, a line by hand. */
  readonly budgetId: string
  readonly line: string
  readonly added: string
}

export async function fillBudgets({ budgetPlans }: Pick<StaffStores, 'budgetPlans'>, today: LocalDate): Promise<FilledBudgets> {
  const { year } = partsOf(today)
  const plans = Array.from({ length: YEARS * 4 }, (_, at) =>
    planOf(`${year - YEARS + 2 + Math.floor(at / 4)}-${String((at % 4) * 3 + 1).padStart(2, '0')}-01`),
  )
  for (const plan of plans) for (let version = 1; version <= VERSIONS; version++) await budgetPlans.put({ ...plan, version })
  const last = plans.at(-1)
  if (!last?.computed.lines[0]) throw new Error('no budget was filled')
  return { budgets: plans.length, budgetId: last.budgetId, line: lineName(last.computed.lines[0]), added: 'added-1' }
}

function planOf(day: LocalDate): BudgetPlan {
  const { from, to } = periodHolding('quarter', day)
  const volumes = Array.from({ length: CAMPAIGNS }, (_, at) => `campaign-${at}`).flatMap((campaign, at) =>
    TIERS.map((tier) => (at % 5 === 0 ? callsOf({ campaign, tier, date: from }) : mailsOf({ campaign, tier, date: from }))),
  )
  const word = { because: 'an offer of a printer', byName: 'Phạm Minh Châu', at: `${from}T02:00:00.000Z` }
  const plan = aBudgetPlan({
    budgetId: `${from}_${to}`,
    byHand: { changed: [], added: [{ lineId: 'added-1', title: 'Thiệp in', campaign: null, amount: 2_000_000, ...word }] },
  })
  return { ...plan, period: { from, to }, computed: aPlannedBudget({ period: { from, to }, volumes }) }
}

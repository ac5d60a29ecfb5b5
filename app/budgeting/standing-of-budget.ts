/**
 * How a locked budget stands: what planning has reserved and what closed occurrences have cost, from its books at once; and what was spent, from the figures that each
 * night makes. The figures are of whole weeks, months, quarters and years: a budget of other days has none.
 */
import type { BudgetStore } from '#app/ports/money.ts'
import type { NumberStore } from '#app/ports/numbers.ts'
import type { Budget } from '#core/budget/budget.ts'
import { COMPENSATION_BOOK } from '#core/budget/compensation-book.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { EVERYTHING } from '#core/kpi/segment.ts'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import type { BudgetLine } from '#core/planned-budget/line.ts'
import { plannedBooks } from '#core/planned-budget/planned-book.ts'
import type { CampaignSpent, NoSpending, SpentOfBudget } from '#core/planned-budget/variance.ts'
import { PERIOD_KINDS, periodHolding, type ReportPeriod } from '#core/report/report-period.ts'
import { addDays } from '#core/time/local-date.ts'

export interface StandingPorts {
  readonly budgets: Pick<BudgetStore, 'get'>
  readonly numbers: Pick<NumberStore, 'rollUp' | 'rollUpsBy'>
}

export interface BookLine {
  /** As varianceKey names the item: a campaign, or `#compensation`. */
  readonly campaign: string
  readonly limit: number
  readonly reserved: number
  readonly settled: number
}

/** Of each campaign that the budget has lines of, and of the pool for compensation, which has books of its own. Empty while it is not locked. */
export async function booksOf({ budgets }: Pick<StandingPorts, 'budgets'>, plan: BudgetPlan): Promise<readonly BookLine[]> {
  if (plan.state !== 'locked') return []
  const found = await Promise.all(plannedBooks(plan).map(({ campaignId, period }) => budgets.get(campaignId, period)))
  const campaigns = found.flatMap((book) => (book ? [lineOf(book.campaignId, book.limit.amount, [book])] : []))
  return [...campaigns, ...(await compensationBook({ budgets }, plan))]
}

/** What cases have asked for and what customers were given, of the months or quarters that the budget counts. */
async function compensationBook({ budgets }: Pick<StandingPorts, 'budgets'>, plan: BudgetPlan): Promise<readonly BookLine[]> {
  const isPool = ({ kind }: BudgetLine) => kind === 'compensation'
  const pool = plan.computed.lines.find(isPool)
  if (pool?.basis.is !== 'limit') return []
  // The head may have written another amount over what was computed.
  const { amount } = budgetOfPlan(plan).lines.find(isPool) ?? pool
  const books = await Promise.all(pool.basis.periods.map((period) => budgets.get(COMPENSATION_BOOK, period)))
  const there = books.filter((book) => book !== undefined)
  return [lineOf(COMPENSATION_BOOK, amount.expected, there)]
}

const lineOf = (campaign: string, limit: number, books: readonly Budget[]): BookLine => ({
  campaign,
  limit,
  reserved: sumOf(books.flatMap(({ reserved }) => Object.values(reserved))),
  settled: sumOf(books.flatMap(({ settled }) => Object.values(settled))),
})

export async function spentOfBudget(
  { numbers }: Pick<StandingPorts, 'numbers'>,
  { period, currency }: { readonly period: Period; readonly currency: string },
): Promise<SpentOfBudget | { readonly nothing: NoSpending }> {
  const parts = wholePeriods(period)
  if (!parts) return { nothing: 'not-whole' }
  const campaigns: RollUp[] = []
  const wholes: RollUp[] = []
  for (const part of parts) {
    const whole = await numbers.rollUp({ period: part, segment: EVERYTHING })
    if (!whole) continue
    wholes.push(whole)
    campaigns.push(...(await numbers.rollUpsBy({ period: part, by: 'campaign' })))
  }
  if (wholes.length === 0) return { nothing: 'not-yet' }
  return {
    campaigns: byCampaign(campaigns.map((rollUp) => spentIn(rollUp, currency))),
    parts: wholes.length,
    compensation: sumOf(wholes.map((whole) => compensationIn(whole, currency))),
  }
}

/** The period itself where there are figures of it, else its months, else its weeks; undefined where it is none of them. */
export function wholePeriods(period: Period): readonly ReportPeriod[] | undefined {
  const { from, to } = period
  for (const kind of PERIOD_KINDS) {
    const held = periodHolding(kind, from)
    if (held.from === from && held.to === to) return [held]
  }
  return partsOf(period, 'month') ?? partsOf(period, 'week')
}

function partsOf({ from, to }: Period, kind: 'month' | 'week'): readonly ReportPeriod[] | undefined {
  const parts: ReportPeriod[] = []
  for (let day = from; day <= to; ) {
    const part = periodHolding(kind, day)
    if (part.from !== day || part.to > to) return undefined
    parts.push(part)
    day = addDays(part.to, 1)
  }
  return parts
}

function spentIn({ segment, breakdown }: RollUp, currency: string): CampaignSpent {
  const used = breakdown.gifts.filter((gift) => gift.event === 'used' && gift.currency === currency)
  return {
    campaign: segment.by === 'campaign' ? segment.is : '',
    touches: (breakdown.outcomes.sent ?? 0) + (breakdown.outcomes.unknown ?? 0),
    touchCost: sumOf(breakdown.touchCosts.filter((cost) => cost.currency === currency).map(({ amount }) => amount)),
    vouchersUsed: sumOf(used.map(({ count }) => count)),
    voucherCost: sumOf(used.map(({ amount }) => amount)),
  }
}

const compensationIn = ({ kpis }: RollUp, currency: string): number => {
  const kpi = kpis.find(({ id }) => id === 'compensation-cost')
  return kpi?.currency === currency ? (kpi.numerator ?? 0) : 0
}

/** Of several months together. */
function byCampaign(all: readonly CampaignSpent[]): readonly CampaignSpent[] {
  const sums = new Map<string, CampaignSpent>()
  for (const one of all) {
    const known = sums.get(one.campaign)
    sums.set(
      one.campaign,
      known
        ? {
            campaign: one.campaign,
            touches: known.touches + one.touches,
            touchCost: known.touchCost + one.touchCost,
            vouchersUsed: known.vouchersUsed + one.vouchersUsed,
            voucherCost: known.voucherCost + one.voucherCost,
          }
        : one,
    )
  }
  return [...sums.values()]
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

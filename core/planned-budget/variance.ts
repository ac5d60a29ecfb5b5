/**
 * What was spent of a budget, item by item, and why it differs: more or fewer touches, another price of each, more or fewer vouchers used. The parts of a
 * difference add up to it. An amount that people wrote into the budget for what the system does not see, such as printing, has no spending here: it is named.
 *
 * Example: 1,200 mails planned for 5,052 ₫, 1,000 made for 4,300 ₫ → −752 ₫: −842 ₫ for 200 fewer (5,052 × 200 ÷ 1,200), +90 ₫ for the price.
 */
import { type BudgetPlan, budgetOfPlan, type Explained } from '#core/planned-budget/budget-plan.ts'
import type { BudgetLine } from '#core/planned-budget/line.ts'

/** One campaign in the period so far. */
export interface CampaignSpent {
  readonly campaign: string
  readonly touches: number
  /** Minor units, at the prices that were paid. */
  readonly touchCost: number
  readonly vouchersUsed: number
  readonly voucherCost: number
}

export interface SpentOfBudget {
  readonly campaigns: readonly CampaignSpent[]
  /** What customers were given through cases. */
  readonly compensation: number
  /** From so many periods it was added up, each rounded by itself. */
  readonly parts: number
}

/** not-whole: the days of the budget are no whole weeks or months. not-yet: no night has counted any of them. */
export type NoSpending = 'not-whole' | 'not-yet'

/** An item of the comparison: a campaign, or what belongs to none. */
export type VarianceOf =
  | { readonly is: 'campaign'; readonly campaign: string }
  | { readonly is: 'compensation' }
  | { readonly is: 'other' }
  | { readonly is: 'contingency' }

export type VarianceReason =
  | { readonly is: 'touches'; readonly planned: number; readonly made: number; readonly amount: number }
  /** rounding: a line of a budget is rounded up, and each period that was counted is rounded: no more than that. */
  | { readonly is: 'price' | 'rounding'; readonly amount: number }
  | { readonly is: 'vouchers'; readonly given: number; readonly used: number; readonly amount: number }
  | { readonly is: 'not-planned' | 'not-measured' | 'given' | 'reserve'; readonly amount: number }

export interface VarianceLine {
  readonly of: VarianceOf
  readonly planned: number
  readonly spent: number
  /** Spent less planned. */
  readonly difference: number
  readonly because: readonly VarianceReason[]
  /** What the head of care wrote about it; null while nothing. */
  readonly explained: Explained | null
}

export interface Variance {
  readonly lines: readonly VarianceLine[]
  readonly planned: number
  readonly spent: number
}

/** The name under which people explain an item; no campaign's id has a `#`. */
export const varianceKey = (of: VarianceOf): string => (of.is === 'campaign' ? of.campaign : `#${of.is}`)

const APART = ['compensation', 'other', 'contingency'] as const

/** The item of such a name. */
export function varianceNamed(key: string): VarianceOf {
  const is = APART.find((one) => `#${one}` === key)
  return is ? { is } : { is: 'campaign', campaign: key }
}

export function varianceOf(plan: BudgetPlan, { campaigns, compensation, parts }: SpentOfBudget): Variance {
  const { lines } = budgetOfPlan(plan)
  const ids = [...new Set([...lines.flatMap(({ campaign }) => campaign ?? []), ...campaigns.map(({ campaign }) => campaign)])]
  const explainedOf = (of: VarianceOf) => plan.explained.find((one) => one.of === varianceKey(of)) ?? null
  const lineOf = (of: VarianceOf, planned: number, because: readonly VarianceReason[]): VarianceLine => {
    const difference = because.reduce((sum, { amount }) => sum + amount, 0)
    return { of, planned, spent: planned + difference, difference, because, explained: explainedOf(of) }
  }
  const all = [
    ...ids.toSorted().map((campaign) => {
      const own = lines.filter((line) => line.campaign === campaign)
      const spent = campaigns.find((one) => one.campaign === campaign) ?? nothingOf(campaign)
      return lineOf({ is: 'campaign', campaign }, sumOf(own), reasonsOf(own, { spent, parts }))
    }),
    ...apart(lines, compensation).map(([is, planned, because]) => lineOf({ is }, planned, because)),
  ].filter(({ planned, spent }) => planned !== 0 || spent !== 0)
  return {
    lines: all,
    planned: all.reduce((sum, { planned }) => sum + planned, 0),
    spent: all.reduce((sum, { spent }) => sum + spent, 0),
  }
}

const nothingOf = (campaign: string): CampaignSpent => ({
  campaign,
  touches: 0,
  touchCost: 0,
  vouchersUsed: 0,
  voucherCost: 0,
})

const sumOf = (lines: readonly BudgetLine[]): number => lines.reduce((sum, { amount }) => sum + amount.expected, 0)
const volumeOf = (lines: readonly BudgetLine[]): number => lines.reduce((sum, { volume }) => sum + (volume ?? 0), 0)

/** Of no amount: nothing differs. */
const named = (reasons: readonly VarianceReason[]): readonly VarianceReason[] => reasons.filter(({ amount }) => amount !== 0)

interface Counted {
  readonly spent: CampaignSpent
  readonly parts: number
}

function reasonsOf(lines: readonly BudgetLine[], { spent, parts }: Counted): readonly VarianceReason[] {
  if (lines.length === 0) return named([{ is: 'not-planned', amount: spent.touchCost + spent.voucherCost }])
  const touches = lines.filter(({ kind }) => kind === 'touch' || kind === 'talk-time' || kind === 'staff-time')
  const vouchers = lines.filter(({ kind }) => kind === 'voucher')
  const others = lines.filter(({ kind }) => kind === 'other')
  return named([
    ...touchReasons(touches, { spent, parts }),
    { is: 'vouchers', given: volumeOf(vouchers), used: spent.vouchersUsed, amount: spent.voucherCost - sumOf(vouchers) },
    { is: 'not-measured', amount: -sumOf(others) },
  ])
}

/** The minutes and the staff time of a call are two lines of the same calls: they are counted once. */
function touchReasons(
  lines: readonly BudgetLine[],
  { spent: { touches, touchCost }, parts }: Counted,
): readonly VarianceReason[] {
  const planned = volumeOf(lines.filter(({ kind }) => kind !== 'staff-time'))
  const amount = sumOf(lines)
  if (planned === 0) return [{ is: 'not-planned', amount: touchCost }]
  const byVolume = Number((BigInt(amount) * BigInt(touches - planned)) / BigInt(planned))
  const rest = touchCost - amount - byVolume
  return [
    { is: 'touches', planned, made: touches, amount: byVolume },
    { is: Math.abs(rest) <= lines.length + parts + 1 ? 'rounding' : 'price', amount: rest },
  ]
}

function apart(
  lines: readonly BudgetLine[],
  compensation: number,
): readonly (readonly [Exclude<VarianceOf['is'], 'campaign'>, number, readonly VarianceReason[]])[] {
  const planned = (kind: BudgetLine['kind']) => sumOf(lines.filter((line) => line.campaign === null && line.kind === kind))
  const [pool, other, reserve] = [planned('compensation'), planned('other'), planned('contingency')]
  return [
    ['compensation', pool, named([{ is: 'given', amount: compensation - pool }])],
    ['other', other, named([{ is: 'not-measured', amount: -other }])],
    ['contingency', reserve, named([{ is: 'reserve', amount: -reserve }])],
  ]
}

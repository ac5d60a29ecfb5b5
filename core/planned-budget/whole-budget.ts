/**
 * A budget from its lines: the share for what nobody foresees, the tax beside it, the total, and what each is compared with. Computed lines and lines that a person
 * wrote come the same way, so that no total is ever of other lines than those that are shown.
 */
import type { BudgetRates, Contingency } from '#core/campaign/budget-rates.ts'
import type { Period } from '#core/kpi/period.ts'
import { type Judged, perCustomer, verdictOf } from '#core/planned-budget/judged.ts'
import type { Amount, BudgetLine, PerCustomer, PricedLine, Spent, Verdict } from '#core/planned-budget/line.ts'
import { roundedUp, times } from '#core/planned-budget/money-of.ts'
import { type VatLine, vatOf } from '#core/planned-budget/vat.ts'
import { daysBetween } from '#core/time/local-date.ts'

export interface PlannedBudget {
  readonly period: Period
  readonly currency: string
  readonly customers: number
  readonly beforePeriod: Period | null
  readonly lines: readonly BudgetLine[]
  /** Beside the total; null where no rate is stated. */
  readonly vat: VatLine | null
  readonly total: Amount & {
    readonly before: Spent | null
    readonly perCustomer: PerCustomer | null
    readonly verdict: Verdict
  }
}

/** A line with what was spent on it before, not compared yet. */
export type ForeseenLine = PricedLine & { readonly before: Spent | null }

export interface BudgetParts extends Omit<PlannedBudget, 'lines' | 'vat' | 'total'> {
  /** Every line but the contingency. */
  readonly foreseen: readonly ForeseenLine[]
  readonly contingency: PricedLine
  /** Of the whole period before. */
  readonly before: Spent | null
  readonly rates: BudgetRates
}

export function wholeBudget({ foreseen, contingency, before, rates, ...about }: BudgetParts): PlannedBudget {
  const { period, customers } = about
  const by = { rates, from: period.from, days: daysBetween(period.from, period.to) + 1, customers }
  // The contingency has no facts of its own.
  const all: readonly ForeseenLine[] = [...foreseen, { ...contingency, before: null }]
  const amount = sumOf(all)
  const total: Judged = { kind: 'total', channel: null, volume: null, expected: amount.expected, before }
  const compared = (line: ForeseenLine): BudgetLine => {
    const judged: Judged = { ...line, expected: line.amount.expected }
    return { ...line, perCustomer: perCustomer(judged, by), verdict: verdictOf(judged, by) }
  }
  return {
    ...about,
    lines: all.map(compared),
    vat: vatOf(all, rates, period.from),
    total: { ...amount, before, perCustomer: perCustomer(total, by), verdict: verdictOf(total, by) },
  }
}

export function contingencyLine(foreseen: readonly PricedLine[], rate: Contingency): PricedLine {
  const sum = sumOf(foreseen)
  const part = (amount: number) => roundedUp(times(amount, rate.percent), 100n)
  return {
    kind: 'contingency',
    campaign: null,
    tier: null,
    channel: null,
    volume: null,
    amount: { expected: part(sum.expected), low: part(sum.low), high: part(sum.high) },
    basis: { is: 'share', of: sum.expected, rate },
  }
}

const sumOf = (lines: readonly PricedLine[]): Amount =>
  lines.reduce(
    (sum, { amount }) => ({
      expected: sum.expected + amount.expected,
      low: sum.low + amount.low,
      high: sum.high + amount.high,
    }),
    { expected: 0, low: 0, high: 0 },
  )

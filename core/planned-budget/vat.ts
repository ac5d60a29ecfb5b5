/** Value-added tax on what is bought: a stated share of the lines that bear it. It stands beside the budget, whose prices are without it. */
import { type BudgetRates, datedOn, type Vat } from '#core/campaign/budget-rates.ts'
import type { PricedLine } from '#core/planned-budget/line.ts'
import { roundedUp, times } from '#core/planned-budget/money-of.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface VatLine {
  readonly rate: Vat
  /** What the lines that bear it come to. */
  readonly of: number
  readonly amount: number
}

/** Null where no rate holds on the first day: nothing is stated of tax. */
export function vatOf(lines: readonly PricedLine[], { vat }: Pick<BudgetRates, 'vat'>, date: LocalDate): VatLine | null {
  const rate = datedOn(vat, date)
  if (!rate) return null
  const of = lines.filter(({ kind }) => rate.on.includes(kind)).reduce((sum, { amount }) => sum + amount.expected, 0)
  return { rate, of, amount: roundedUp(times(of, rate.percent), 100n) }
}

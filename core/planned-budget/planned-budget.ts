/**
 * The budget of a period: every line from the volumes of a rehearsal, the dated prices and the stated rates, then the pool of compensation, then a share of all of it for
 * the contingency. A figure that would be wrong is refused instead.
 */

import { COMPENSATION_CURRENCY } from '#core/budget/compensation-book.ts'
import { periodKey } from '#core/budget/reserve.ts'
import { type BudgetRates, datedOn } from '#core/campaign/budget-rates.ts'
import type { Compensation } from '#core/campaign/compensation.ts'
import type { Period } from '#core/kpi/period.ts'
import { lineKey, type PricedLine, type Spent } from '#core/planned-budget/line.ts'
import { roundedUp, times } from '#core/planned-budget/money-of.ts'
import type { RedemptionHistory } from '#core/planned-budget/redemption.ts'
import type { SpentBefore } from '#core/planned-budget/spent-before.ts'
import { touchLines } from '#core/planned-budget/touch-lines.ts'
import type { Volume } from '#core/planned-budget/volume.ts'
import { voucherLines } from '#core/planned-budget/voucher-lines.ts'
import { contingencyLine, type PlannedBudget, wholeBudget } from '#core/planned-budget/whole-budget.ts'
import { datesFrom, type LocalDate } from '#core/time/local-date.ts'

export interface BudgetOf {
  readonly period: Period
  readonly volumes: readonly Volume[]
  /** Of the whole base. */
  readonly customers: number
  readonly rates: BudgetRates
  /** Null: staff give nothing through a case. */
  readonly compensation: Compensation | null
  /** Null: no vouchers of the own company have run out yet. */
  readonly history: RedemptionHistory | null
  /** Null: there is no such period whose facts are whole. */
  readonly before: (SpentBefore & { readonly period: Period }) | null
}

export type BudgetRefused =
  | { readonly refused: 'nobody' }
  | { readonly refused: 'mixed-currencies'; readonly currencies: readonly string[] }
  | { readonly refused: 'no-rate'; readonly rate: 'redemption' | 'contingency'; readonly date: LocalDate }
  | { readonly refused: 'too-many-touches'; readonly line: PricedLine; readonly most: number }

export function plannedBudget(asked: BudgetOf): PlannedBudget | BudgetRefused {
  const { period, volumes, rates, customers, before } = asked
  if (volumes.length === 0) return { refused: 'nobody' }
  const currencies = [rates.currency, ...(asked.compensation ? [COMPENSATION_CURRENCY] : []), ...(before?.currencies ?? [])]
  if (new Set(currencies).size > 1) return { refused: 'mixed-currencies', currencies: [...new Set(currencies)].toSorted() }
  const date = period.from
  const vouchers = voucherLines(volumes, { history: asked.history, rates, date })
  if (!vouchers) return { refused: 'no-rate', rate: 'redemption', date }
  const share = datedOn(rates.contingency, date)
  if (!share) return { refused: 'no-rate', rate: 'contingency', date }
  const counted = inOrder([...touchLines(volumes, rates), ...vouchers])
  const tooMany = counted.find(({ volume }) => volume !== null && volume > rates.mostTouches)
  if (tooMany) return { refused: 'too-many-touches', line: tooMany, most: rates.mostTouches }

  const foreseen = [...counted, ...poolLine(asked)].map((line) => ({ ...line, before: spentOn(line, before) }))
  return wholeBudget({
    period,
    currency: rates.currency,
    customers,
    beforePeriod: before?.period ?? null,
    foreseen,
    contingency: contingencyLine(foreseen, share),
    before: before?.total ?? null,
    rates,
  })
}

/** By campaign and tier; of one campaign and tier the touches stand before the vouchers. */
const inOrder = (lines: readonly PricedLine[]): readonly PricedLine[] =>
  lines
    .map((line) => ({ line, key: JSON.stringify([line.campaign, line.tier ?? '']) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line)

/** The limit holds for a whole month or quarter, and may be used up on any day of it: one that the period has a part of counts whole. */
function poolLine({ period: { from, to }, compensation }: BudgetOf): readonly PricedLine[] {
  if (!compensation) return []
  const { limit, period, source = null } = compensation
  const periods = [...new Set([...datesFrom(from, to)].map((day) => periodKey(period, day)))]
  const amount = roundedUp(times(limit, periods.length), 1n)
  return [
    {
      ...ofNoCampaign('compensation'),
      amount: { expected: amount, low: amount, high: amount },
      basis: { is: 'limit', period, limit, periods, source },
    },
  ]
}

const ofNoCampaign = <Kind extends PricedLine['kind']>(kind: Kind) => ({
  kind,
  campaign: null,
  tier: null,
  channel: null,
  volume: null,
})

/** In a period of which there are facts, a line that they do not have cost nothing. */
function spentOn(line: PricedLine, before: SpentBefore | null): Spent | null {
  if (!before) return null
  return before.lines.get(lineKey(line)) ?? { amount: 0, volume: line.volume === null ? null : 0 }
}

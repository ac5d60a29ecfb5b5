/**
 * The budget of a period: every line from the volumes of a rehearsal, the dated prices and the stated rates, then the pool of compensation, then a share of all of it for
 * the contingency. A figure that would be wrong is refused instead.
 */

import { COMPENSATION_CURRENCY } from '#core/budget/compensation-book.ts'
import { periodKey } from '#core/budget/reserve.ts'
import { type BudgetRates, type Contingency, datedOn } from '#core/campaign/budget-rates.ts'
import type { Compensation } from '#core/campaign/compensation.ts'
import type { Period } from '#core/kpi/period.ts'
import { type Judged, type JudgedBy, perCustomer, verdictOf } from '#core/planned-budget/judged.ts'
import {
  type Amount,
  type BudgetLine,
  lineKey,
  type PerCustomer,
  type PricedLine,
  type Spent,
  type Verdict,
} from '#core/planned-budget/line.ts'
import { roundedUp, times } from '#core/planned-budget/money-of.ts'
import type { RedemptionHistory } from '#core/planned-budget/redemption.ts'
import type { SpentBefore } from '#core/planned-budget/spent-before.ts'
import { touchLines } from '#core/planned-budget/touch-lines.ts'
import { type VatLine, vatOf } from '#core/planned-budget/vat.ts'
import type { Volume } from '#core/planned-budget/volume.ts'
import { voucherLines } from '#core/planned-budget/voucher-lines.ts'
import { datesFrom, daysBetween, type LocalDate } from '#core/time/local-date.ts'

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

  const foreseen = [...counted, ...poolLine(asked)]
  const all = [...foreseen, contingencyLine(foreseen, share)]
  const by = { rates, from: period.from, days: daysBetween(period.from, period.to) + 1, customers }
  const amount = sumOf(all)
  const total: Judged = { kind: 'total', channel: null, volume: null, expected: amount.expected, before: before?.total ?? null }
  return {
    period,
    currency: rates.currency,
    customers,
    beforePeriod: before?.period ?? null,
    lines: all.map((line) => compared(line, { before, by })),
    vat: vatOf(all, rates, date),
    total: { ...amount, before: total.before, perCustomer: perCustomer(total, by), verdict: verdictOf(total, by) },
  }
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

function contingencyLine(foreseen: readonly PricedLine[], rate: Contingency): PricedLine {
  const sum = sumOf(foreseen)
  const part = (amount: number) => roundedUp(times(amount, rate.percent), 100n)
  return {
    ...ofNoCampaign('contingency'),
    amount: { expected: part(sum.expected), low: part(sum.low), high: part(sum.high) },
    basis: { is: 'share', of: sum.expected, rate },
  }
}

const ofNoCampaign = <Kind extends PricedLine['kind']>(kind: Kind) => ({
  kind,
  campaign: null,
  tier: null,
  channel: null,
  volume: null,
})

const sumOf = (lines: readonly PricedLine[]): Amount =>
  lines.reduce(
    (sum, { amount }) => ({
      expected: sum.expected + amount.expected,
      low: sum.low + amount.low,
      high: sum.high + amount.high,
    }),
    { expected: 0, low: 0, high: 0 },
  )

/** In a period of which there are facts, a line that they do not have cost nothing. The contingency has no facts of its own. */
function compared(line: PricedLine, { before, by }: { readonly before: SpentBefore | null; readonly by: JudgedBy }): BudgetLine {
  const nothing = { amount: 0, volume: line.volume === null ? null : 0 }
  const spent = before && line.kind !== 'contingency' ? (before.lines.get(lineKey(line)) ?? nothing) : null
  const judged: Judged = { ...line, expected: line.amount.expected, before: spent }
  return { ...line, before: spent, perCustomer: perCustomer(judged, by), verdict: verdictOf(judged, by) }
}

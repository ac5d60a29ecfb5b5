/**
 * Whether a line is too high or too low, and why: against the stated norm for one customer first, then against the period before. Two amounts are the same as usual
 * while they differ by less than the stated share.
 */
import { type BudgetRates, datedOn, type LineKind, type Norm } from '#core/campaign/budget-rates.ts'
import type { Because, PerCustomer, Spent, Verdict } from '#core/planned-budget/line.ts'
import { times } from '#core/planned-budget/money-of.ts'
import type { LocalDate } from '#core/time/local-date.ts'

const YEAR = 365

export interface Judged {
  readonly kind: LineKind | 'total'
  readonly channel: string | null
  readonly volume: number | null
  readonly expected: number
  readonly before: Spent | null
}

export interface JudgedBy {
  readonly rates: BudgetRates
  readonly from: LocalDate
  /** Of the period. */
  readonly days: number
  /** Of the whole base. */
  readonly customers: number
}

/** For one customer on one occasion where the line counts touches, else for one customer in a year. Null for a line without a customer. */
export function perCustomer({ volume, expected }: Judged, { days, customers }: JudgedBy): PerCustomer | null {
  if (volume !== null) return volume === 0 ? null : { amount: Math.round(expected / volume), per: 'occasion' }
  return customers === 0 ? null : { amount: Math.round((expected * YEAR) / (customers * days)), per: 'year' }
}

export function verdictOf(line: Judged, by: JudgedBy): Verdict {
  const because = [...againstNorm(line, by), ...againstBefore(line, by)]
  const named = because.find(({ is }) => is !== 'within')
  if (named) return { level: named.is === 'above' ? 'too-high' : 'too-low', because }
  return { level: because.length > 0 ? 'as-usual' : 'not-compared', because }
}

/** Compared without a division: no rounded figure decides. */
function againstNorm(line: Judged, by: JudgedBy): readonly Because[] {
  const { rates, from, days, customers } = by
  const norm = normOf(line, { rates, from })
  const heads = line.volume ?? customers
  const each = perCustomer(line, by)
  if (!norm || !each) return []
  const [spread, span] = line.volume === null ? [YEAR, days] : [1, 1]
  const spent = times(line.expected, spread)
  const is = spent > times(norm.high, heads, span) ? 'above' : spent < times(norm.low, heads, span) ? 'below' : 'within'
  return [{ against: 'norm', is, norm, each }]
}

/** That of the channel goes before that of the line. */
function normOf({ kind, channel }: Judged, { rates, from }: Pick<JudgedBy, 'rates' | 'from'>): Norm | undefined {
  const of = rates.norms.filter(({ line }) => line === kind)
  const own = datedOn(
    of.filter((norm) => norm.channel !== undefined && norm.channel === channel),
    from,
  )
  return (
    own ??
    datedOn(
      of.filter((norm) => norm.channel === undefined),
      from,
    )
  )
}

/** Nothing spent before is no measure: an occasion may come once a year. */
function againstBefore({ expected, before }: Judged, { rates }: JudgedBy): readonly Because[] {
  if (!before || before.amount === 0) return []
  const percent = Math.round(((expected - before.amount) * 100) / before.amount)
  const by = times(Math.abs(expected - before.amount), 100)
  const is = by < times(before.amount, rates.change) ? 'within' : expected > before.amount ? 'above' : 'below'
  return [{ against: 'before', is, percent, before }]
}

/** A budget added up by occasion, tier or channel: the same lines, and the same totals each time, of the period before too. */
import type { Amount, BudgetLine } from '#core/planned-budget/line.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'

/** Lines that have none of it, such as the pool for compensation, stand apart by what they pay for. */
export type SumOf =
  | { readonly is: 'value'; readonly value: string }
  | { readonly is: 'none' }
  | { readonly is: 'kind'; readonly kind: BudgetLine['kind'] }
  /** What the period before spent on lines that this one does not have. */
  | { readonly is: 'gone' }

export interface SumLine {
  readonly of: SumOf
  readonly amount: Amount
  /** Null where nothing is compared. */
  readonly before: number | null
}

export const SUMMED_BY = ['campaign', 'tier', 'channel'] as const

export function sumsBy(
  { lines, total }: Pick<PlannedBudget, 'lines' | 'total'>,
  by: (typeof SUMMED_BY)[number],
): readonly SumLine[] {
  const sums = new Map<string, SumLine>()
  for (const line of lines) {
    const of = sumOf(line, by)
    const key = JSON.stringify(of)
    const known = sums.get(key) ?? { of, amount: NOTHING, before: null }
    sums.set(key, {
      of,
      amount: {
        expected: known.amount.expected + line.amount.expected,
        low: known.amount.low + line.amount.low,
        high: known.amount.high + line.amount.high,
      },
      before: line.before === null ? known.before : (known.before ?? 0) + line.before.amount,
    })
  }
  return [...sums.values(), ...goneLine({ lines, total })]
}

const NOTHING: Amount = { expected: 0, low: 0, high: 0 }

/** None where every line of the period before is there again. */
export function goneLine({ lines, total }: Pick<PlannedBudget, 'lines' | 'total'>): readonly SumLine[] {
  if (total.before === null) return []
  const rest = total.before.amount - lines.reduce((sum, { before }) => sum + (before?.amount ?? 0), 0)
  return rest === 0 ? [] : [{ of: { is: 'gone' }, amount: NOTHING, before: rest }]
}

/** A customer may be of no tier; a voucher belongs to no channel. */
function sumOf({ kind, campaign, tier, channel }: BudgetLine, by: (typeof SUMMED_BY)[number]): SumOf {
  const value = { campaign, tier, channel }[by]
  if (value !== null) return { is: 'value', value }
  return by === 'tier' && campaign !== null ? { is: 'none' } : { is: 'kind', kind }
}

/** One line of a budget: what is paid for, for whom, how much, from what it was computed, and how it compares. */
import type { CallTime, Contingency, LineKind, Norm } from '#core/campaign/budget-rates.ts'
import type { Redemption } from '#core/planned-budget/redemption.ts'
import type { UnitPrice } from '#core/planned-budget/volume.ts'
import type { Instant } from '#core/time/instant.ts'

export interface Amount {
  readonly expected: number
  /** Where vouchers are used as little, and as much, as their range says. */
  readonly low: number
  readonly high: number
}

export type Basis =
  | { readonly is: 'price'; readonly parts: readonly { readonly count: number; readonly price: UnitPrice }[] }
  | {
      readonly is: 'talk-time' | 'staff-time'
      readonly parts: readonly { readonly count: number; readonly time: CallTime }[]
    }
  | {
      readonly is: 'redemption'
      readonly parts: readonly { readonly count: number; readonly gift: number }[]
      readonly rate: Redemption
    }
  | {
      readonly is: 'limit'
      readonly period: 'month' | 'quarter'
      readonly limit: number
      readonly periods: readonly string[]
      readonly source: string | null
    }
  | { readonly is: 'share'; readonly of: number; readonly rate: Contingency }
  | ByHand

/** A person set the amount, or added the line. */
export interface ByHand {
  readonly is: 'by-hand'
  /** Of an added line; null for a line that was computed. */
  readonly lineId: string | null
  /** What an added line pays for; null for a line that was computed. */
  readonly title: string | null
  /** What was computed; null for an added line. */
  readonly computed: number | null
  readonly because: string
  readonly byName: string
  readonly at: Instant
}

export interface Spent {
  readonly amount: number
  /** Touches, or vouchers used; null where the line counts neither. */
  readonly volume: number | null
}

/** A line as it is computed, before it is compared. */
export interface PricedLine {
  readonly kind: LineKind
  readonly campaign: string | null
  readonly tier: string | null
  readonly channel: string | null
  /** Touches, or vouchers given; null where the line counts neither. */
  readonly volume: number | null
  readonly amount: Amount
  readonly basis: Basis
}

export interface PerCustomer {
  readonly amount: number
  /** For one customer on one occasion, or for one customer in a year. */
  readonly per: 'occasion' | 'year'
}

/** Why a line is named too high or too low, or is neither. */
export type Because =
  | { readonly against: 'norm'; readonly is: 'above' | 'below' | 'within'; readonly norm: Norm; readonly each: PerCustomer }
  | { readonly against: 'before'; readonly is: 'above' | 'below' | 'within'; readonly percent: number; readonly before: Spent }

export interface Verdict {
  readonly level: 'too-high' | 'too-low' | 'as-usual' | 'not-compared'
  readonly because: readonly Because[]
}

export interface BudgetLine extends PricedLine {
  readonly before: Spent | null
  readonly perCustomer: PerCustomer | null
  readonly verdict: Verdict
}

/** Lines of the same key are compared. A voucher is one line whatever channel it came by. */
export const lineKey = ({ kind, campaign, tier, channel }: Pick<PricedLine, 'kind' | 'campaign' | 'tier' | 'channel'>): string =>
  JSON.stringify([kind, campaign, tier, channel])

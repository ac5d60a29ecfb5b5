/** Vouchers and budgets. */
import type { Written } from '#app/ports/written.ts'
import type { Budget } from '#core/budget/budget.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Instant, Span } from '#core/time/instant.ts'

export interface VoucherStore {
  /** Adds it, or leaves the one that is there; answers the stored one. */
  issue(voucher: Voucher): Promise<Voucher>
  get(code: string): Promise<Voucher | undefined>
  /** Those that exist, in no particular order. */
  getMany(codes: readonly string[]): Promise<readonly Voucher[]>
  /** Marks it used; lost when it is used already or does not exist. */
  redeem(redemption: { readonly code: string; readonly at: Instant; readonly by: string }): Promise<Written>
  /** Those redeemed between the two instants, both included, page by page, in no particular order. */
  redeemedDuring(span: Span): AsyncIterable<readonly Voucher[]>
  /** Renames its holder: the money stays accounted for and the customer is forgotten. Does nothing when there is no such voucher. */
  rename(change: { readonly code: string; readonly as: string }): Promise<void>
}

export interface BudgetStore {
  get(campaignId: string, period: string): Promise<Budget | undefined>
  ofCampaign(campaignId: string): Promise<readonly Budget[]>
  /** Adds a budget (version 0) or replaces the one whose stored version is `budget.version - 1`; lost otherwise. */
  put(budget: Budget): Promise<Written>
}

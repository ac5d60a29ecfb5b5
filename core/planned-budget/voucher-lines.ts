/**
 * Lines of vouchers: each campaign and tier, the worth of all that are given times the share that is used, rounded up once.
 * Example: 120 vouchers of 100,000 ₫, of which 30 of 100 are used, 15 at the least and 50 at the most → 3,600,000 ₫, from 1,800,000 ₫ to 6,000,000 ₫.
 */
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import type { PricedLine } from '#core/planned-budget/line.ts'
import { addUp, roundedUp, times } from '#core/planned-budget/money-of.ts'
import { type Redemption, type RedemptionHistory, redemptionOf } from '#core/planned-budget/redemption.ts'
import { alike } from '#core/planned-budget/touch-lines.ts'
import type { Volume } from '#core/planned-budget/volume.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Undefined where neither the own history nor the rates tell a share for the day. */
export function voucherLines(
  volumes: readonly Volume[],
  { history, rates, date }: { readonly history: RedemptionHistory | null; readonly rates: BudgetRates; readonly date: LocalDate },
): readonly PricedLine[] | undefined {
  const given = new Map<string, Volume[]>()
  for (const volume of volumes.filter(({ gift }) => gift > 0)) {
    const key = JSON.stringify([volume.campaign, volume.tier])
    given.set(key, [...(given.get(key) ?? []), volume])
  }
  const lines: PricedLine[] = []
  for (const group of given.values()) {
    const [first] = group
    const rate = first && redemptionOf(first.campaign, { history, rates, date })
    if (!rate) return undefined
    lines.push(lineOf(group, { campaign: first.campaign, tier: first.tier, rate }))
  }
  return lines
}

function lineOf(
  group: readonly Volume[],
  { campaign, tier, rate }: { readonly campaign: string; readonly tier: string | null; readonly rate: Redemption },
): PricedLine {
  const worth = addUp(group.map(({ count, gift }) => times(count, gift)))
  const { used, issued } = rate.share
  return {
    kind: 'voucher',
    campaign,
    tier,
    channel: null,
    volume: group.reduce((sum, { count }) => sum + count, 0),
    amount: {
      expected: roundedUp(worth * BigInt(used), BigInt(issued)),
      low: roundedUp(worth * BigInt(rate.low), 10_000n),
      high: roundedUp(worth * BigInt(rate.high), 10_000n),
    },
    basis: {
      is: 'redemption',
      parts: alike(group, ({ gift }) => String(gift)).map(({ count, first }) => ({ count, gift: first.gift })),
      rate,
    },
  }
}

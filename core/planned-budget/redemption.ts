/**
 * Which share of vouchers is used: of those given earlier whose time is over, with the Wilson interval of 95 %; where they are too few, the stated rate. A voucher
 * that can still be used says nothing yet, and would make the share too small.
 */
import type { BudgetRates, StatedRedemption } from '#core/campaign/budget-rates.ts'
import { datedOn } from '#core/campaign/budget-rates.ts'
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { wilson } from '#core/kpi/statistics/wilson.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

export interface Used {
  readonly used: number
  readonly issued: number
}

export interface RedemptionHistory {
  /** The first and the last day on which the counted vouchers were given. */
  readonly since: LocalDate
  readonly until: LocalDate
  readonly of: ReadonlyMap<string, Used>
}

/** `share` is exact; low and high are ten-thousandths, the low one rounded down and the high one up. */
export type Redemption = { readonly share: Used; readonly low: number; readonly high: number } & (
  | { readonly is: 'own'; readonly campaign: string | null; readonly since: LocalDate; readonly until: LocalDate }
  | { readonly is: 'stated'; readonly rate: StatedRedemption }
)

/** Vouchers of the campaigns that are known, given in so many days before the last one of which there are facts. */
export function redemptionHistory(
  gifts: readonly Pick<DatedFact<'gifts'>, 'campaign' | 'gift' | 'event' | 'day'>[],
  {
    lastDay,
    days,
    validDays,
  }: { readonly lastDay: LocalDate; readonly days: number; readonly validDays: ReadonlyMap<string, number> },
): RedemptionHistory | null {
  const since = addDays(lastDay, 1 - days)
  const used = new Set(gifts.filter(({ event }) => event === 'used').map(({ gift }) => gift))
  const of = new Map<string, Used>()
  const givenOn = new Set<LocalDate>()
  for (const { campaign, gift, event, day } of gifts) {
    const valid = validDays.get(campaign)
    if (event !== 'issued' || valid === undefined || day < since || addDays(day, valid) > lastDay) continue
    const known = of.get(campaign) ?? { used: 0, issued: 0 }
    of.set(campaign, { used: known.used + (used.has(gift) ? 1 : 0), issued: known.issued + 1 })
    givenOn.add(day)
  }
  const until = [...givenOn].toSorted().at(-1)
  return until === undefined ? null : { since, until, of }
}

/** Of the campaign where enough of its vouchers ran out, else of all campaigns together, else as stated; undefined when nothing is stated for the day. */
export function redemptionOf(
  campaign: string,
  { history, rates, date }: { readonly history: RedemptionHistory | null; readonly rates: BudgetRates; readonly date: LocalDate },
): Redemption | undefined {
  const { atLeast } = rates.history
  const own = history?.of.get(campaign)
  const all = [...(history?.of.values() ?? [])].reduce(
    (sum, one) => ({ used: sum.used + one.used, issued: sum.issued + one.issued }),
    { used: 0, issued: 0 },
  )
  if (history && own && own.issued >= atLeast) return ownRate(own, { campaign, history })
  if (history && all.issued >= atLeast) return ownRate(all, { campaign: null, history })
  const rate = datedOn(rates.redemption, date)
  if (!rate) return undefined
  return { is: 'stated', share: { used: rate.percent, issued: 100 }, low: rate.low * 100, high: rate.high * 100, rate }
}

function ownRate(
  share: Used,
  { campaign, history: { since, until } }: { readonly campaign: string | null; readonly history: RedemptionHistory },
): Redemption | undefined {
  const interval = wilson(share.used, share.issued)
  if (!interval) return undefined
  const [low, high] = [Math.floor(interval.low * 10_000), Math.ceil(interval.high * 10_000)]
  return { is: 'own', share, low, high, campaign, since, until }
}

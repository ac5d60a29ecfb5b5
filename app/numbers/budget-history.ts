/** What facts tell a budget: which share of vouchers was used, and what the newest whole period like it cost. */
import { type CountPorts, countedDays } from '#app/numbers/count-periods.ts'
import { periodLikeBefore } from '#app/numbers/figures-of.ts'
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import type { Period } from '#core/kpi/period.ts'
import { type RedemptionHistory, redemptionHistory } from '#core/planned-budget/redemption.ts'
import { type SpentBefore, spentCounter } from '#core/planned-budget/spent-before.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'

export interface BudgetHistory {
  readonly history: RedemptionHistory | null
  /** Null: none of the periods looked at is whole. */
  readonly before: (SpentBefore & { readonly period: Period }) | null
}

/** A budget for the next quarter is made while this one still runs: the last whole quarter is compared then. */
const PERIODS_BACK = 4

export async function budgetHistory(
  ports: CountPorts,
  {
    period,
    rates,
    validDays,
    now,
  }: {
    readonly period: Period
    readonly rates: BudgetRates
    /** Of each campaign that gives vouchers. */
    readonly validDays: ReadonlyMap<string, number>
    readonly now: Instant
  },
): Promise<BudgetHistory> {
  const { written } = await countedDays(ports, now)
  const before = wholePeriodBefore(period, new Set(written))
  return {
    history: await usedVouchers(ports, { written, days: rates.history.days, validDays }),
    before: before ? { ...(await spentIn(ports, before, rates)), period: { from: before.from, to: before.to } } : null,
  }
}

function wholePeriodBefore(period: Period, written: ReadonlySet<LocalDate>): Period | undefined {
  let before = periodLikeBefore(period)
  for (let back = 0; back < PERIODS_BACK; back++, before = periodLikeBefore(before))
    if ([...datesFrom(before.from, before.to)].every((day) => written.has(day))) return before
  return undefined
}

async function usedVouchers(
  { facts }: CountPorts,
  {
    written,
    days,
    validDays,
  }: { readonly written: readonly LocalDate[]; readonly days: number; readonly validDays: ReadonlyMap<string, number> },
): Promise<RedemptionHistory | null> {
  const lastDay = written.at(-1)
  if (lastDay === undefined) return null
  const looked = written.filter((day) => day > addDays(lastDay, -days))
  const gifts = []
  for (const day of looked) gifts.push(...(await facts.read('gifts', day)))
  return redemptionHistory(gifts, { lastDay, days, validDays })
}

async function spentIn({ facts }: CountPorts, { from, to }: Period, rates: BudgetRates): Promise<SpentBefore> {
  const counter = spentCounter(rates)
  for (const day of datesFrom(from, to)) {
    counter.touches(await facts.read('touches', day))
    counter.gifts(await facts.read('gifts', day))
    counter.work(await facts.read('work', day))
  }
  return counter.spent()
}

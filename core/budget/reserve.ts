/**
 * Reserves money before any touch goes out, so that an overrun is impossible: a slice may plan only as many touches as it has reserved. Every
 * booking is an absolute amount under its own key; repeating it changes nothing.
 */
import type { Budget } from '#core/budget/budget.ts'
import type { Money } from '#core/budget/money.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'

export type BudgetPeriod = 'month' | 'quarter' | 'year' | 'campaign'

/** The period a date belongs to: `2027-02`, `2027-Q1`, `2027` or `all`. */
export function periodKey(period: BudgetPeriod, date: LocalDate): string {
  const { year, month } = partsOf(date)
  switch (period) {
    case 'month':
      return date.slice(0, 7)
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'year':
      return String(year)
    case 'campaign':
      return 'all'
  }
}

export const emptyBudget = ({ campaignId, period, limit }: { campaignId: string; period: string; limit: Money }): Budget => ({
  campaignId,
  period,
  limit,
  reserved: {},
  settled: {},
  version: 0,
})

/** What one touch costs: its channel by the thousand, the gift apiece, both in minor units. */
export interface TouchCost {
  readonly perThousand: number
  readonly gift: number
}

/** The cost of so many touches, rounded up to a whole minor unit once, at the end. */
export const costOf = ({ perThousand, gift }: TouchCost, touches: number): number =>
  touches * gift + Math.ceil((touches * perThousand) / 1000)

export const NO_COST: TouchCost = { perThousand: 0, gift: 0 }

/** A cost plus so many touches of another, as the cost of one: several prices are added up before the sum is rounded. */
export const plusTouches = (sum: TouchCost, { perThousand, gift }: TouchCost, touches: number): TouchCost => ({
  perThousand: sum.perThousand + touches * perThousand,
  gift: sum.gift + touches * gift,
})

const sum = (amounts: Readonly<Record<string, number>>) => Object.values(amounts).reduce((total, amount) => total + amount, 0)

/** The committed amount: reserved and used. Never more than the limit. */
export const committed = (budget: Budget): number => sum(budget.reserved) + sum(budget.settled)

/**
 * How many of `wanted` touches the budget can carry under this key beside what is `spent` there. The earlier reservation under the key is given
 * back first.
 */
export function affordable({
  budget,
  key,
  cost,
  wanted,
  spent = NO_COST,
}: {
  budget: Budget
  key: string
  cost: TouchCost
  wanted: number
  spent?: TouchCost
}): number {
  const room = budget.limit.amount - committed(budget) + (budget.reserved[key] ?? 0)
  let [low, high] = [0, wanted]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (costOf(plusTouches(spent, cost, middle), 1) <= room) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The budget with exactly `amount` reserved under the key. Throws when that would break the limit: ask `affordable` first. Giving back is always
 * possible, even when the limit was lowered below what is spent.
 */
export function reserve({ budget, key, amount }: { budget: Budget; key: string; amount: number }): Budget {
  const { [key]: before = 0, ...others } = budget.reserved
  const after = { ...budget, reserved: amount > 0 ? { ...others, [key]: amount } : others, version: budget.version + 1 }
  if (amount > before && committed(after) > budget.limit.amount) {
    throw new RangeError(`budget ${budget.campaignId} ${budget.period}: ${committed(after)} would exceed ${budget.limit.amount}`)
  }
  return after
}

/** An occurrence has closed: its reservations are released and what it truly cost is booked. */
export function settle({ budget, occurrenceId, amount }: { budget: Budget; occurrenceId: string; amount: number }): Budget {
  const reserved = Object.fromEntries(
    Object.entries(budget.reserved).filter(([key]) => !key.startsWith(reservedFor(occurrenceId))),
  )
  const { [occurrenceId]: _before, ...others } = budget.settled
  return {
    ...budget,
    reserved,
    settled: amount > 0 ? { ...others, [occurrenceId]: amount } : others,
    version: budget.version + 1,
  }
}

/** Does the occurrence still have a reservation? */
export const isReservedFor = (reserved: Budget['reserved'], occurrenceId: string): boolean =>
  Object.keys(reserved).some((key) => key.startsWith(reservedFor(occurrenceId)))

/** What a slice of the occurrence needs. */
export const reservationKey = ({ occurrenceId, slice }: { occurrenceId: string; slice: number }): string =>
  `${reservedFor(occurrenceId)}${slice}`

/** What one customer's further touch needs, once the operator decided to send it. */
export const resendKey = ({ occurrenceId, customerId }: { occurrenceId: string; customerId: string }): string =>
  `${reservedFor(occurrenceId)}resend/${customerId}`

/** Every reservation of an occurrence begins with it: they are released together. */
const reservedFor = (occurrenceId: string) => `${occurrenceId}/`

/**
 * Lines of touches: each campaign, tier and channel at the price of each day, rounded up once. Where the rates divide the price of a call, a call is two lines: the
 * minutes on the line, and the time of staff. Example: 1,200 mails at 4,210 ₫ a thousand → 5,052 ₫; 100 calls of 3 minutes at 800 ₫ → 240,000 ₫.
 */
import { type BudgetRates, type CallTime, datedOn } from '#core/campaign/budget-rates.ts'
import type { Basis, PricedLine } from '#core/planned-budget/line.ts'
import { addUp, roundedUp, times } from '#core/planned-budget/money-of.ts'
import type { Volume } from '#core/planned-budget/volume.ts'

type Timed = Volume & { readonly time: CallTime }

export function touchLines(volumes: readonly Volume[], { callTime }: Pick<BudgetRates, 'callTime'>): readonly PricedLine[] {
  const timeOf = ({ isCall, date }: Volume) => (isCall ? datedOn(callTime, date) : undefined)
  return groups(volumes).flatMap((group) => {
    const timed = group.flatMap((volume): readonly Timed[] => {
      const time = timeOf(volume)
      return time ? [{ ...volume, time }] : []
    })
    const priced = group.filter((volume) => !timeOf(volume))
    return [...priceLine(priced), ...timeLines(timed)]
  })
}

/** Of one campaign, tier and channel each. */
function groups(volumes: readonly Volume[]): readonly (readonly Volume[])[] {
  const found = new Map<string, Volume[]>()
  for (const volume of volumes) {
    const key = JSON.stringify([volume.campaign, volume.tier, volume.channel])
    found.set(key, [...(found.get(key) ?? []), volume])
  }
  return [...found.values()]
}

function priceLine(group: readonly Volume[]): readonly PricedLine[] {
  const amount = roundedUp(addUp(group.map(({ count, price }) => times(count, price.perThousand))), 1_000n)
  const parts = alike(group, ({ price }) => `${price.perThousand} ${price.validFrom}`).map(({ count, first }) => ({
    count,
    price: first.price,
  }))
  return lineOf(group, { kind: 'touch', amount, basis: { is: 'price', parts } })
}

function timeLines(group: readonly Timed[]): readonly PricedLine[] {
  const talk = addUp(group.map(({ count, time }) => times(count, time.talkMinutes, time.talkMinute)))
  const staff = addUp(group.map(({ count, time }) => times(count, time.staffMinutes, time.staffHour)))
  const parts = alike(group, ({ time }) => time.validFrom).map(({ count, first }) => ({ count, time: first.time }))
  return [
    ...lineOf(group, { kind: 'talk-time', amount: roundedUp(talk, 1n), basis: { is: 'talk-time', parts } }),
    ...lineOf(group, { kind: 'staff-time', amount: roundedUp(staff, 60n), basis: { is: 'staff-time', parts } }),
  ]
}

function lineOf(
  group: readonly Volume[],
  { kind, amount, basis }: { readonly kind: PricedLine['kind']; readonly amount: number; readonly basis: Basis },
): readonly PricedLine[] {
  const [first] = group
  if (!first) return []
  const { campaign, tier, channel } = first
  const volume = group.reduce((sum, { count }) => sum + count, 0)
  return [{ kind, campaign, tier, channel, volume, amount: { expected: amount, low: amount, high: amount }, basis }]
}

/** The counts of those of one key together. */
export function alike<One extends Volume>(
  group: readonly One[],
  keyOf: (one: One) => string,
): readonly { readonly count: number; readonly first: One }[] {
  const found = new Map<string, { count: number; first: One }>()
  for (const one of group) {
    const known = found.get(keyOf(one))
    found.set(keyOf(one), { count: (known?.count ?? 0) + one.count, first: known?.first ?? one })
  }
  return [...found.values()]
}

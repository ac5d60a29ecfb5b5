/** Money is a whole number of minor units with its currency (the đồng has no smaller unit; a cent is a hundredth of a dollar). */
import * as z from 'zod'
import { boundedMemo } from '#core/time/bounded-memo.ts'

export const MoneySchema = z.strictObject({
  amount: z.int().min(0).describe('Minor units: đồng for VND, cents for USD.'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as VND'),
})
export type Money = Readonly<z.infer<typeof MoneySchema>>

export const zeroMoney = (currency: string): Money => ({ amount: 0, currency })

/** Sum of two amounts of one currency. Throws on two currencies: đồng and dollars cannot be added. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`)
  return { amount: a.amount + b.amount, currency: a.currency }
}

export const timesMoney = (money: Money, count: number): Money => ({ amount: money.amount * count, currency: money.currency })

/** How many digits of an amount stand behind the mark of whole units: 0 of đồng, 2 of dollars. Throws for what is no currency code. */
export const minorDigits = boundedMemo(
  64,
  (currency: string): number =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0,
)

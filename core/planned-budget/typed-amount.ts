/**
 * An amount as people type it: whole units with or without marks between groups of three digits, and the sign of the đồng. `2.500.000 ₫`, `2,500,000` and `2500000` are the same;
 * `2,5` is none, because it could be two and a half million as well as twenty-five.
 */
import { minorDigits } from '#core/budget/money.ts'

const GROUPED = /^\d{1,3}(?:([., \u00A0\u202F])\d{3})(?:\1\d{3})*$/
const PLAIN = /^\d{1,16}$/

/** In minor units of the currency that was meant; null for what is no such amount, or one that a number does not hold exactly. */
export function typedAmount(text: string, currency: string): number | null {
  const number = text
    .trim()
    .replace(/(₫|đồng|đ|vnd)\s*$/i, '')
    .trim()
  if (!PLAIN.test(number) && !GROUPED.test(number)) return null
  const amount = Number(number.replace(/\D/g, '')) * 10 ** minorDigits(currency)
  return Number.isSafeInteger(amount) ? amount : null
}

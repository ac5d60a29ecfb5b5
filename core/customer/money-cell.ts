/** Amounts of money as tables write them: `1.234.567 ₫`, `1234567`, `$1,234.50`. The minor units are made by moving digits, never by multiplying. */
import { type Money, minorDigits } from '#core/budget/money.ts'
import type { Cell } from '#core/customer/table-row.ts'

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/₫|\bvn[dđ](?!\p{L})|(?<=\d\s*)đ(ồng)?$/iu, 'VND'],
  [/\bUSD\b|US\$|\$/iu, 'USD'],
  [/\bEUR\b|€/iu, 'EUR'],
]
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

export function readCurrency(cell: string): Cell<string> {
  const code = cell.trim().toUpperCase()
  if (code === '₫' || code === 'VNĐ' || code === 'Đ') return { value: 'VND' }
  return CURRENCIES.has(code) ? { value: code } : { expected: 'a currency code such as VND or USD' }
}

/** An amount in `currency`. When `currency` is only the default, a currency sign in the cell wins. */
export function readMoney(cell: string, currency: { readonly code: string; readonly isDefault: boolean }): Cell<Money> {
  const text = cell.normalize('NFC').trim()
  const sign = SIGNS.find(([mark]) => mark.test(text))
  if (sign !== undefined && sign[1] !== currency.code && !currency.isDefault)
    return { expected: `an amount in ${currency.code}, as the currency column says` }
  const code = sign?.[1] ?? currency.code
  const number = (sign === undefined ? text : text.replace(sign[0], '')).replace(/(?<=\d)\s(?=\d)/gu, '').trim()
  const decimals = minorDigits(code)
  const parts = wholeAndFraction(number, decimals)
  if (parts === undefined) {
    return {
      expected:
        decimals === 0 ? 'a whole amount: 1.234.567 or 1234567' : `an amount such as 1234.50, with at most ${decimals} decimals`,
    }
  }
  const amount = Number(parts.whole + parts.fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(amount) ? { value: { amount, currency: code } } : { expected: 'a smaller amount' }
}

const GROUPED = /^(?<whole>[1-9]\d{0,2}(?:(?<group>[.,])\d{3})(?:\k<group>\d{3})*)(?:(?!\k<group>)[.,](?<fraction>\d+))?$/
const PLAIN = /^(?<whole>\d+)(?:[.,](?<fraction>\d+))?$/

/** Three digits behind a mark are a group of thousands, except in the few currencies that have thousandths. */
function wholeAndFraction(number: string, decimals: number): { whole: string; fraction: string } | undefined {
  const found = (decimals < 3 ? (GROUPED.exec(number) ?? PLAIN.exec(number)) : PLAIN.exec(number))?.groups
  if (found?.whole === undefined) return undefined
  const fraction = (found.fraction ?? '').replace(/0+$/, '')
  return fraction.length > decimals ? undefined : { whole: found.whole.replace(/[.,]/g, ''), fraction }
}

import { expect, test } from 'vitest'
import { typedAmount } from '#core/planned-budget/typed-amount.ts'

test.each<[string, number | null]>([
  ['2500000', 2_500_000],
  ['2.500.000', 2_500_000],
  ['2,500,000', 2_500_000],
  ['2 500 000 ₫', 2_500_000],
  ['2\u00A0500\u00A0000\u00A0₫', 2_500_000],
  [' 2.500.000đ ', 2_500_000],
  ['2.500.000 VND', 2_500_000],
  ['0', 0],
  ['2,5', null],
  ['2.50', null],
  ['2.500,000', null],
  ['-1', null],
  ['1e6', null],
  ['', null],
  ['hai triệu', null],
  ['99999999999999999', null],
])('%j is %j', (text, amount) => {
  expect(typedAmount(text, 'VND')).toBe(amount)
})

test('people type whole units; a budget counts in the minor ones of its currency', () => {
  expect(['VND', 'USD', 'KWD'].map((currency) => typedAmount('2.500', currency))).toEqual([2_500, 250_000, 2_500_000])
})

test('an amount is none that a number would not hold exactly in minor units', () => {
  expect(['VND', 'USD'].map((currency) => typedAmount('900719925474099', currency))).toEqual([900_719_925_474_099, null])
})

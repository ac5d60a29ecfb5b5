import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCurrency, readMoney } from '#core/customer/money-cell.ts'

const vnd = { code: 'VND', isDefault: true }
const usd = { code: 'USD', isDefault: false }

test.each([
  ['1.234.567', vnd, 1_234_567, 'VND'],
  ['1234567', vnd, 1_234_567, 'VND'],
  ['1.234.567 ₫', vnd, 1_234_567, 'VND'],
  ['1.234.567đ', vnd, 1_234_567, 'VND'],
  ['1,234,567 VNĐ', vnd, 1_234_567, 'VND'],
  ['1 234 567 VND', vnd, 1_234_567, 'VND'],
  ['150000.00', vnd, 150_000, 'VND'],
  ['150.000,00', vnd, 150_000, 'VND'],
  ['0', vnd, 0, 'VND'],
  ['29.33', usd, 2_933, 'USD'],
  ['29,33', usd, 2_933, 'USD'],
  ['29.3', usd, 2_930, 'USD'],
  ['1,234.50', usd, 123_450, 'USD'],
  ['$1.234,50', usd, 123_450, 'USD'],
  ['1.234', usd, 123_400, 'USD'],
  ['0.500', usd, 50, 'USD'],
  ['$12', vnd, 1_200, 'USD'],
])('%s is understood', (cell, currency, amount, code) => {
  expect(readMoney(cell, currency)).toEqual({ value: { amount, currency: code } })
})

test.each([
  ['1.5', vnd],
  ['-100', vnd],
  ['12.345.6', vnd],
  ['1.234.567 ₫', usd],
  ['miễn phí', vnd],
  ['99999999999999999999', vnd],
])('%s is refused with what would be right', (cell, currency) => {
  expect(readMoney(cell, currency)).toEqual({ expected: expect.stringContaining('amount') })
})

test('an amount printed in the Vietnamese way is read back to the đồng', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2_000_000_000 }), (amount) => {
      const printed = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' }).format(amount)
      expect(readMoney(printed, vnd)).toEqual({ value: { amount, currency: 'VND' } })
    }),
  )
})

test('currencies are codes that exist, or the sign of the đồng', () => {
  expect(readCurrency('vnd')).toEqual({ value: 'VND' })
  expect(readCurrency('₫')).toEqual({ value: 'VND' })
  expect(readCurrency('XYZ')).toHaveProperty('expected')
})

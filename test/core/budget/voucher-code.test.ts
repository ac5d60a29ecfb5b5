import { expect, test } from 'vitest'
import { isVoucherCode, tidyVoucherCode, voucherCodeOf } from '#core/budget/voucher-code.ts'

test('a code is written in three groups of four', () => {
  expect(voucherCodeOf('7K3MQ9ZT2XWA')).toBe('7K3M-Q9ZT-2XWA')
})

test.each([
  ['7K3M-Q9ZT-2XWA', '7K3M-Q9ZT-2XWA', true],
  ['  7k3m q9zt 2xwa ', '7K3M-Q9ZT-2XWA', true],
  ['７Ｋ３Ｍ-Q9ZT-2XWA', '7K3M-Q9ZT-2XWA', true],
  ['abcdefghjkmn', 'ABCD-EFGH-JKMN', true],
  ['oO0i-Il1-', '0001-111', false],
  ['ＡＢＣＤ', 'ABCD', false],
  ['OIl1-0000-2XWA', '0111-0000-2XWA', true],
  ['7K3M-Q9ZT-2XW', '7K3M-Q9ZT-2XW', false],
  ['7K3M-Q9ZT-2XWA-1', '7K3M-Q9ZT-2XWA-1', false],
  ['', '', false],
])('%j typed is %j; a code: %s', (typed, code, isCode) => {
  expect(tidyVoucherCode(typed)).toBe(code)
  expect(isVoucherCode(typed)).toBe(isCode)
})

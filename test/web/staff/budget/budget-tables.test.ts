import { expect, test } from 'vitest'
import { plannedBudget } from '#core/planned-budget/planned-budget.ts'
import { aBudgetOf, callsOf, mailsOf } from '#test/support/budget-builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'
import { budgetTables } from '#web/staff/budget/budget-tables.ts'

const volumes = [mailsOf({ count: 120, gift: 100_000 }), callsOf({ tier: null })]
const before = {
  period: { from: '2026-10-01', to: '2026-12-31' },
  lines: new Map(),
  total: { amount: 1_000_000, volume: null },
  currencies: ['VND'],
}
const budget = plannedBudget(aBudgetOf({ volumes, compensation: aCatalogue({ limit: 2_000_000 }), before }))
if ('refused' in budget) throw new Error(budget.refused)
const tables = (locale: 'vi' | 'en') =>
  budgetTables(budget, { locale, currency: 'VND', campaignName: (campaign) => `«${campaign}»` })

test('in Vietnamese: what it is, every line with its basis, then by campaign, tier and channel', () => {
  const [about, lines, ...sums] = tables('vi')
  expect(about?.rows.slice(0, 4)).toEqual([
    ['Kỳ', 'từ 01/01/2027 đến 31/03/2027'],
    ['Số khách', 1_000],
    ['Đồng tiền', 'VND'],
    ['Dự kiến', budget.total.expected],
  ])
  expect(lines?.rows.every((row) => row.length === lines.headings.length)).toBe(true)
  expect(lines?.rows[0]?.slice(0, 8)).toEqual([
    'Phút gọi',
    '«courtesy»',
    'khách chưa xếp hạng',
    'Qua điện thoại',
    100,
    240_000,
    240_000,
    240_000,
  ])
  const voucher = lines?.rows.find(([line]) => line === 'Phiếu quà tặng')
  expect(voucher?.slice(5, 11)).toEqual([3_600_000, 1_800_000, 6_000_000, 0, 30_000, 'mỗi dịp'])
  expect(voucher?.at(-1)).toContain('120 phiếu × 100.000')
  expect(sums.map(({ title }) => title)).toEqual(['Chiến dịch', 'Hạng khách hàng', 'Kênh'])
})

test.each(['vi', 'en'] as const)('every table in %s ends with the one total, in numbers', (locale) => {
  const { expected, low, high } = budget.total
  const [, lines, ...sums] = tables(locale)
  expect(lines?.rows.at(-1)?.slice(5, 9)).toEqual([expected, low, high, 1_000_000])
  for (const { rows } of sums) expect(rows.at(-1)?.slice(1)).toEqual([expected, low, high, 1_000_000])
})

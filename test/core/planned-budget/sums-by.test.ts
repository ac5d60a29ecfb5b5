import { expect, test } from 'vitest'
import { lineKey } from '#core/planned-budget/line.ts'
import { plannedBudget } from '#core/planned-budget/planned-budget.ts'
import { SUMMED_BY, sumsBy } from '#core/planned-budget/sums-by.ts'
import { aBudgetOf, callsOf, mailsOf } from '#test/support/budget-builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'
import { comparedVolume } from '#web/words/budget-lines.ts'

const volumes = [mailsOf({ gift: 100_000 }), mailsOf({ tier: null }), mailsOf({ campaign: 'birthday', tier: 'vip' }), callsOf()]
const budget = plannedBudget(aBudgetOf({ volumes, compensation: aCatalogue() }))
if ('refused' in budget) throw new Error(budget.refused)
const named = (by: (typeof SUMMED_BY)[number]) =>
  sumsBy(budget, by).map(({ of }) => (of.is === 'value' ? of.value : of.is === 'kind' ? `(${of.kind})` : null))

test('by campaign, by tier with customers of none, by channel with vouchers apart', () => {
  expect(named('campaign')).toEqual(['birthday', 'courtesy', 'tet', '(compensation)', '(contingency)'])
  expect(named('tier')).toEqual(['vip', 'gold', null, '(compensation)', '(contingency)'])
  expect(named('channel')).toEqual(['email', 'call', '(voucher)', '(compensation)', '(contingency)'])
})

test.each(SUMMED_BY)('added up by %s, the period before is its own total too, with what it spent on other lines apart', (by) => {
  const spent = { amount: 3_000_000, volume: 30 }
  const lines = new Map([[lineKey({ kind: 'touch', campaign: 'tet', tier: 'gold', channel: 'email' }), spent]])
  const period = { from: '2026-10-01', to: '2026-12-31' }
  const total = { amount: 4_000_000, volume: null }
  const compared = plannedBudget(aBudgetOf({ before: { period, lines, total, currencies: ['VND'] } }))
  if ('refused' in compared) throw new Error(compared.refused)
  const sums = sumsBy(compared, by)
  expect(sums.at(-1)).toEqual({ of: { is: 'gone' }, amount: { expected: 0, low: 0, high: 0 }, before: 1_000_000 })
  expect(sums.reduce((sum, { before }) => sum + (before ?? 0), 0)).toBe(4_000_000)
})

test('vouchers that are given are not compared with those that were used', () => {
  expect(comparedVolume({ kind: 'voucher', volume: 120 })).toBeNull()
  expect(comparedVolume({ kind: 'touch', volume: 120 })).toBe(120)
})

test.each(SUMMED_BY)('added up by %s, it is the same total', (by) => {
  const sum = (of: 'expected' | 'low' | 'high') => sumsBy(budget, by).reduce((total, { amount }) => total + amount[of], 0)
  expect([sum('low'), sum('expected'), sum('high')]).toEqual([budget.total.low, budget.total.expected, budget.total.high])
})

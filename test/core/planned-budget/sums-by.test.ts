import { expect, test } from 'vitest'
import { plannedBudget } from '#core/planned-budget/planned-budget.ts'
import { SUMMED_BY, sumsBy } from '#core/planned-budget/sums-by.ts'
import { aBudgetOf, callsOf, mailsOf } from '#test/support/budget-builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'

const volumes = [mailsOf({ gift: 100_000 }), mailsOf({ tier: null }), mailsOf({ campaign: 'birthday', tier: 'vip' }), callsOf()]
const budget = plannedBudget(aBudgetOf({ volumes, compensation: aCatalogue() }))
if ('refused' in budget) throw new Error(budget.refused)
const named = (by: (typeof SUMMED_BY)[number]) =>
  sumsBy(budget.lines, by).map(({ of }) => (of.is === 'value' ? of.value : of.is === 'kind' ? `(${of.kind})` : null))

test('by campaign, by tier with customers of none, by channel with vouchers apart', () => {
  expect(named('campaign')).toEqual(['birthday', 'courtesy', 'tet', '(compensation)', '(contingency)'])
  expect(named('tier')).toEqual(['vip', 'gold', null, '(compensation)', '(contingency)'])
  expect(named('channel')).toEqual(['email', 'call', '(voucher)', '(compensation)', '(contingency)'])
})

test.each(SUMMED_BY)('added up by %s, it is the same total', (by) => {
  const sum = (of: 'expected' | 'low' | 'high') => sumsBy(budget.lines, by).reduce((total, { amount }) => total + amount[of], 0)
  expect([sum('low'), sum('expected'), sum('high')]).toEqual([budget.total.low, budget.total.expected, budget.total.high])
})

import { expect, test } from 'vitest'
import { plannedBudget } from '#core/planned-budget/planned-budget.ts'
import { aBudgetOf, callsOf, mailsOf, theRates } from '#test/support/budget-builders.ts'

const rate = { validFrom: '2026-01-01', source: 'the law', percent: 10, on: ['touch', 'talk-time'] }
const budgetOf = (vat: readonly object[]) => {
  const budget = plannedBudget(aBudgetOf({ volumes: [mailsOf({ gift: 100_000 }), callsOf()], rates: theRates({ vat }) }))
  if ('refused' in budget) throw new Error(budget.refused)
  return budget
}

test('a share of the lines that bear it, rounded up, beside a total that is without it', () => {
  const budget = budgetOf([rate])
  // 5,052 for mails and 240,000 on the line; neither staff time nor vouchers.
  expect(budget.vat).toMatchObject({ of: 245_052, amount: 24_506, rate: { percent: 10 } })
  expect(budget.total).toEqual(budgetOf([]).total)
})

test('nothing is told of tax where no rate holds on the first day', () => {
  expect(budgetOf([]).vat).toBeNull()
  expect(budgetOf([{ ...rate, validFrom: '2027-01-02' }]).vat).toBeNull()
})

import { expect, test } from 'vitest'
import { costPer } from '#core/kpi/cost-per.ts'

const dong = (...amounts: readonly number[]) => amounts.map((amount) => ({ amount, currency: 'VND' }))

test('all costs by what they were spent on, in whole minor units', () => {
  expect(costPer('cost-per-customer', { costs: dong(1_000_000, 250_000), spentOn: 480 })).toMatchObject({
    value: 2_604,
    numerator: 1_250_000,
    denominator: 480,
    currency: 'VND',
    unit: 'money',
    interval: null,
  })
})

test.each([
  [5, 2, 3],
  [4, 3, 1],
  [1, 3, 0],
])('%i ÷ %i is rounded to %i', (amount, spentOn, value) => {
  expect(costPer('cost-per-occasion', { costs: dong(amount), spentOn })).toMatchObject({ value })
})

test('a cost of 0 is a cost; no costs at all, and costs of nothing, are no data', () => {
  expect(costPer('cost-per-customer', { costs: dong(0), spentOn: 10 })).toMatchObject({ value: 0, currency: 'VND' })
  expect(costPer('cost-per-customer', { costs: [], spentOn: 10 })).toMatchObject({ value: null, numerator: null, currency: null })
  expect(costPer('cost-per-retained-customer', { costs: dong(5), spentOn: 0 })).toMatchObject({ value: null, numerator: 5 })
})

test('đồng and dollars are refused as a value that names them', () => {
  const costs = [...dong(1), { amount: 1, currency: 'USD' }, ...dong(2)]
  expect(costPer('cost-per-customer', { costs, spentOn: 1 })).toEqual({ refused: 'mixed-currencies', currencies: ['USD', 'VND'] })
})

test.each([-1, 0.5, Number.NaN])('%s customers cannot be', (spentOn) => {
  expect(() => costPer('cost-per-customer', { costs: dong(1), spentOn })).toThrow(RangeError)
})

import { describe, expect, test } from 'vitest'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { booksOf, spentOfBudget, wholePeriods } from '#app/budgeting/standing-of-budget.ts'
import { kpiOf } from '#core/kpi/kpi.ts'
import { lineKey } from '#core/planned-budget/line.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { aBudgetPlan, aPlannedBudget } from '#test/support/budget-builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'
import { aRollUp } from '#test/support/counted-roll-ups.ts'

const QUARTER = { from: '2027-01-01', to: '2027-03-31' }

describe('the books of a locked budget', () => {
  test('measure the pool for compensation against the amount that was locked, also where the head wrote it', async () => {
    const computed = aPlannedBudget({ compensation: aCatalogue() })
    const pool = computed.lines.find(({ kind }) => kind === 'compensation')!
    const word = { because: 'half of it', byName: 'Châu', at: '2026-12-10T02:00:00.000Z' }
    const byHand = { added: [], changed: [{ key: lineKey(pool), amount: 700_000, ...word }] }
    const books = await booksOf({ budgets: memoryBudgetStore() }, aBudgetPlan({ computed, byHand, state: 'locked' }))
    expect(books).toEqual([{ campaign: '#compensation', limit: 700_000, reserved: 0, settled: 0 }])
  })
})

describe('the figures of a budget', () => {
  test.each([
    ['2027-01-01', '2027-03-31', ['2027-Q1']],
    ['2027-02-01', '2027-02-28', ['2027-02']],
    ['2027-01-01', '2027-12-31', ['2027']],
    ['2027-02-01', '2027-04-30', ['2027-02', '2027-03', '2027-04']],
    ['2027-02-01', '2027-02-07', ['2027-W05']],
    ['2027-02-15', '2027-03-07', ['2027-W07', '2027-W08', '2027-W09']],
  ])('of %s to %s are those of %j', (from, to, keys) => {
    expect(wholePeriods({ from, to })?.map(({ key }) => key)).toEqual(keys)
  })

  test.each([
    ['2027-01-02', '2027-03-31'],
    ['2027-01-01', '2027-03-30'],
  ])('of %s to %s there are none: these are no whole weeks or months', async (from, to) => {
    expect(wholePeriods({ from, to })).toBeUndefined()
    const asked = { period: { from, to }, currency: 'VND' }
    expect(await spentOfBudget({ numbers: memoryNumberStore() }, asked)).toEqual({ nothing: 'not-whole' })
  })

  test('before any night has counted them there are none yet', async () => {
    const asked = { period: QUARTER, currency: 'VND' }
    expect(await spentOfBudget({ numbers: memoryNumberStore() }, asked)).toEqual({ nothing: 'not-yet' })
  })

  test('are touches at their price, vouchers that were used and compensation that was given, month by month', async () => {
    const numbers = memoryNumberStore()
    const months = ['2027-02-01', '2027-03-01'].map((day) => periodHolding('month', day))
    for (const period of months) {
      const base = aRollUp({ period, segment: { by: 'campaign', is: 'tet' }, counted: { outcomes: { sent: 90, unknown: 10 } } })
      const whole = aRollUp({ period })
      const given = kpiOf({
        id: 'compensation-cost',
        unit: 'money',
        value: 50_000,
        numerator: 150_000,
        denominator: 3,
        n: 3,
        currency: 'VND',
      })
      await numbers.putRollUps([
        {
          ...base,
          breakdown: {
            ...base.breakdown,
            touchCosts: [
              { currency: 'VND', amount: 421 },
              { currency: 'USD', amount: 7 },
            ],
            gifts: [
              { event: 'issued', currency: 'VND', count: 100, amount: 10_000_000 },
              { event: 'used', currency: 'VND', count: 12, amount: 1_200_000 },
            ],
          },
        },
        { ...whole, kpis: whole.kpis.map((kpi) => (kpi.id === 'compensation-cost' ? given : kpi)) },
      ])
    }
    const asked = { period: { from: '2027-02-01', to: '2027-03-31' }, currency: 'VND' }
    expect(await spentOfBudget({ numbers }, asked)).toEqual({
      campaigns: [{ campaign: 'tet', touches: 200, touchCost: 842, vouchersUsed: 24, voucherCost: 2_400_000 }],
      compensation: 300_000,
      parts: 2,
    })
  })
})

/** What every store of budgets of periods must do. */
import { describe, expect, test } from 'vitest'
import type { BudgetPlans } from '#app/ports/budget-plans.ts'
import { aBudgetPlan } from '#test/support/budget-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const next = { from: '2027-04-01', to: '2027-06-30' }

export function budgetPlansContract(fresh: () => Promise<BudgetPlans>): void {
  describe('budgets of periods', () => {
    test('a budget is kept in all its versions, and the newest one is read', async () => {
      const plans = await fresh()
      expect(await plans.latest('2027-01-01_2027-03-31')).toBeUndefined()
      expect(await plans.all()).toEqual([])
      const versions = Array.from({ length: 12 }, (_, at) => aBudgetPlan({ version: at + 1 }))
      for (const one of versions) expect(await plans.put(one)).toBe('written')
      expect(await plans.latest('2027-01-01_2027-03-31')).toEqual(versions[11])
      expect(await plans.version('2027-01-01_2027-03-31', 3)).toEqual(versions[2])
      expect(await plans.version('2027-01-01_2027-03-31', 13)).toBeUndefined()
    })

    test('of those who make the same version exactly one succeeds, and none is replaced', async () => {
      const plans = await fresh()
      for (const version of [1, 2]) {
        const rivals = (['draft', 'proposed', 'approved'] as const).map((state) => aBudgetPlan({ version, state }))
        const results = await Promise.all(rivals.map((rival) => plans.put(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await plans.latest('2027-01-01_2027-03-31')).toEqual(rivals[results.indexOf('written')])
      }
    })

    test('of each period one is listed, the latest first', async () => {
      const plans = await fresh()
      await plans.put(aBudgetPlan())
      await plans.put(aBudgetPlan({ budgetId: '2027-04-01_2027-06-30', period: next }))
      await plans.put(aBudgetPlan({ version: 2, state: 'proposed' }))
      const listed = (await plans.all()).map(({ budgetId, version }) => [budgetId, version])
      expect(listed).toEqual([
        ['2027-04-01_2027-06-30', 1],
        ['2027-01-01_2027-03-31', 2],
      ])
    })

    test('of those who begin to lock exactly one does, until it has ended or some minutes are over', async () => {
      const plans = await fresh()
      const by = (budgetId: string, at = '2027-03-10T02:00:00.000Z') => ({ budgetId, at })
      const begun = await Promise.all(['a', 'b', 'c'].map((budgetId) => plans.beginLocking(by(budgetId))))
      expect(begun.toSorted()).toEqual(['lost', 'lost', 'written'])
      const first = ['a', 'b', 'c'][begun.indexOf('written')]!
      await plans.endLocking(by('z'))
      expect(await plans.beginLocking(by('z'))).toBe('lost')
      await plans.endLocking(by(first))
      expect(await plans.beginLocking(by('z'))).toBe('written')
      expect(await plans.beginLocking(by('y', '2027-03-10T02:05:00.000Z'))).toBe('lost')
      expect(await plans.beginLocking(by('y', '2027-03-10T02:05:00.001Z'))).toBe('written')
      await plans.endLocking(by('z'))
      expect(await plans.beginLocking(by('x', '2027-03-10T02:06:00.000Z'))).toBe('lost')
      expect(await plans.all()).toEqual([])
    })

    test('what a reader or a writer does to their value changes nothing that is kept', async () => {
      const plans = await fresh()
      const plan = structuredClone(aBudgetPlan())
      await plans.put(plan)
      tamper([plan, await plans.latest(plan.budgetId)])
      expect(await plans.latest('2027-01-01_2027-03-31')).toEqual(aBudgetPlan())
    })
  })
}

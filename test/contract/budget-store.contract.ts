/** What every store of budgets must do. */
import { describe, expect, test } from 'vitest'
import type { BudgetStore } from '#app/ports/money.ts'
import { storedBudget } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

export function budgetStoreContract(fresh: () => Promise<BudgetStore>): void {
  describe('a store of budgets', () => {
    test('keeps one budget per campaign and period, listed by period', async () => {
      const store = await fresh()
      expect(await store.get('birthday', '2027-Q1')).toBeUndefined()
      expect(await store.ofCampaign('birthday')).toEqual([])
      const second = storedBudget({ period: '2027-Q2', reserved: {}, settled: { 'birthday_2027-04-01': 0 } })
      expect(await store.put(second)).toBe('written')
      expect(await store.put(storedBudget())).toBe('written')
      await store.put(storedBudget({ campaignId: 'tet', period: 'all' }))
      expect(await store.ofCampaign('birthday')).toEqual([storedBudget(), second])
      expect(await store.get('birthday', '2027-Q2')).toEqual(second)
    })

    test('of those who write the same version exactly one succeeds', async () => {
      const store = await fresh()
      expect(await store.put(storedBudget({ version: 1 }))).toBe('lost')
      for (const version of [0, 1, 2]) {
        const rivals = [1, 2, 3].map((amount) => storedBudget({ version, reserved: { 'birthday_2027-02-06/1': amount } }))
        const results = await Promise.all(rivals.map((rival) => store.put(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await store.get('birthday', '2027-Q1')).toEqual(rivals[results.indexOf('written')])
      }
      expect(await store.put(storedBudget({ version: 4 }))).toBe('lost')
      expect(await store.put(storedBudget({ version: 0 }))).toBe('lost')
    })

    test('keeps of the book of a locked budget its days and its share of vouchers', async () => {
      const store = await fresh()
      const planned = { from: '2027-01-01', to: '2027-03-31', vouchers: { used: 30, issued: 100 } }
      const book = storedBudget({ period: 'planned#2027-01-01_2027-03-31', planned })
      await store.put(book)
      await store.put(storedBudget())
      expect(await store.ofCampaign('birthday')).toEqual([storedBudget(), book])
    })

    test('holds the entries of a whole year', async () => {
      const store = await fresh()
      const settled = Object.fromEntries(Array.from({ length: 366 }, (_, n) => [`birthday_day-${n}`, n * 200_000]))
      const reserved = Object.fromEntries(Array.from({ length: 256 }, (_, n) => [`birthday_2027-12-31/${n}`, n]))
      await store.put(storedBudget({ settled, reserved }))
      expect(await store.get('birthday', '2027-Q1')).toEqual(storedBudget({ settled, reserved }))
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const budget = storedBudget()
      await store.put(budget)
      tamper([budget, await store.get('birthday', '2027-Q1'), await store.ofCampaign('birthday')])
      expect(await store.get('birthday', '2027-Q1')).toEqual(storedBudget())
    })
  })
}

/** What every store of purchases must do. */
import { describe, expect, test } from 'vitest'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import { allPages } from '#test/support/all-pages.ts'
import { storedPurchase } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const EVERYBODY = { first: 0, last: 255 }
const namesOf = (purchases: readonly Purchase[]) =>
  purchases.map(({ customerId, purchaseId }) => `${customerId}/${purchaseId}`).sort()

export function purchaseStoreContract(fresh: () => Promise<PurchaseStore>): void {
  describe('a store of purchases', () => {
    test('gives back what was put, and the same purchase again replaces it', async () => {
      const store = await fresh()
      const bare = storedPurchase({ purchaseId: '2', deliveredOn: null, product: null, units: null, amount: null })
      await store.put([storedPurchase({ units: 9 }), bare, storedPurchase()])
      await store.put([storedPurchase()])
      expect(await store.ofCustomer('c-001')).toEqual([bare, storedPurchase()])
      expect(await store.ofCustomer('c-002')).toEqual([])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const purchase = storedPurchase()
      await store.put([purchase])
      tamper(purchase)
      tamper(await store.ofCustomer('c-001'))
      tamper(await allPages(store.onDays({ by: 'purchase', days: ['2027-01-05'], range: EVERYBODY })))
      expect(await store.ofCustomer('c-001')).toEqual([storedPurchase()])
      expect(await allPages(store.onDays({ by: 'purchase', days: ['2027-01-05'], range: EVERYBODY }))).toEqual([storedPurchase()])
    })

    test('reads any number of them by key', async () => {
      const store = await fresh()
      const purchases = Array.from({ length: 101 }, (_, n) => storedPurchase({ customerId: `c-${n % 7}`, purchaseId: `o-${n}` }))
      await store.put(purchases)
      for (const count of [0, 1, 25, 26, 100, 101]) {
        const wanted = purchases.slice(0, count)
        const unknown = storedPurchase({ purchaseId: 'unknown' })
        expect(namesOf(await store.getMany([...wanted, unknown, ...wanted.slice(0, 1)]))).toEqual(namesOf(wanted))
      }
    })

    test('finds purchases by the day they were made or delivered, within the partitions asked for', async () => {
      const store = await fresh()
      const purchases = Array.from({ length: 40 }, (_, n) =>
        storedPurchase({
          customerId: `c-${n}`,
          purchasedOn: n % 2 ? '2027-01-05' : '2027-01-06',
          deliveredOn: n % 4 ? null : '2027-01-06',
        }),
      )
      await store.put([...purchases, storedPurchase({ customerId: 'c-1', purchaseId: 'second' })])
      const found = async (by: 'purchase' | 'delivery', days: readonly string[], range = EVERYBODY) =>
        namesOf(await allPages(store.onDays({ by, days, range })))
      const odd = purchases.filter(({ purchasedOn }) => purchasedOn === '2027-01-05')
      expect(await found('purchase', ['2027-01-05'])).toEqual([...namesOf(odd), 'c-1/second'].sort())
      expect(await found('purchase', ['2027-01-05', '2027-01-06', '2027-01-05'])).toHaveLength(41)
      expect(await found('delivery', ['2027-01-06'])).toEqual(
        namesOf(purchases.filter(({ deliveredOn }) => deliveredOn !== null)),
      )
      expect(await found('delivery', ['2027-01-05', '2030-01-01'])).toEqual([])
      expect(await found('purchase', [])).toEqual([])
      for (const [first, last] of [
        [0, 100],
        [30, 35],
        [200, 255],
      ] as const) {
        const inside = odd.filter(({ customerId }) => partitionOf(customerId) >= first && partitionOf(customerId) <= last)
        const second = [storedPurchase({ customerId: 'c-1', purchaseId: 'second' })].filter(
          ({ customerId }) => partitionOf(customerId) >= first && partitionOf(customerId) <= last,
        )
        expect(await found('purchase', ['2027-01-05'], { first, last })).toEqual(namesOf([...inside, ...second]))
      }
    })

    test('those of a customer are read page by page as well', async () => {
      const store = await fresh()
      const bought = ['a', 'b', 'c'].map((purchaseId) => storedPurchase({ purchaseId }))
      await store.put([...bought, storedPurchase({ customerId: 'c-002' })])
      expect(await allPages(store.pagesOfCustomer('c-001'))).toEqual(await store.ofCustomer('c-001'))
      expect(await allPages(store.pagesOfCustomer('c-404'))).toEqual([])
    })

    test('a purchase whose days are corrected moves', async () => {
      const store = await fresh()
      const on = async (by: 'purchase' | 'delivery', day: string) =>
        namesOf(await allPages(store.onDays({ by, days: [day], range: EVERYBODY })))
      await store.put([storedPurchase()])
      await store.put([storedPurchase({ purchasedOn: '2027-01-04', deliveredOn: null })])
      expect(await on('purchase', '2027-01-05')).toEqual([])
      expect(await on('delivery', '2027-01-08')).toEqual([])
      expect(await on('purchase', '2027-01-04')).toEqual(['c-001/HĐ-0001'])
    })
  })
}

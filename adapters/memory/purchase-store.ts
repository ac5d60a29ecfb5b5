/** Purchases in memory. */
import { frozen } from '#adapters/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import { shardIndex } from '#adapters/memory/shards.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { Purchase } from '#core/customer/purchase.ts'

export function memoryPurchaseStore(): PurchaseStore {
  const rows = rowsByOwner<Purchase>(({ purchaseId }) => purchaseId)
  const byDay = {
    purchase: shardIndex<Purchase>(({ customerId }) => customerId),
    delivery: shardIndex<Purchase>(({ customerId }) => customerId),
  }
  return {
    put: async (purchases) => {
      for (const purchase of purchases) {
        const { customerId, purchasedOn, deliveredOn } = frozen(purchase)
        const replaced = rows.put(customerId, purchase)
        if (replaced) {
          byDay.purchase.remove(replaced.purchasedOn, customerId, replaced)
          if (replaced.deliveredOn !== null) byDay.delivery.remove(replaced.deliveredOn, customerId, replaced)
        }
        byDay.purchase.add(purchasedOn, customerId, purchase)
        if (deliveredOn !== null) byDay.delivery.add(deliveredOn, customerId, purchase)
      }
    },
    getMany: async (keys) => {
      const found = keys
        .map(({ customerId, purchaseId }) => rows.get(customerId, purchaseId))
        .filter((purchase) => purchase !== undefined)
      return [...new Set(found)]
    },
    onDays: async function* ({ by, days, range }) {
      yield* byDay[by].pages(days, range)
    },
    ofCustomer: async (customerId) => rows.all(customerId),
    pagesOfCustomer: async function* (customerId) {
      const own = rows.all(customerId)
      if (own.length > 0) yield own
    },
  }
}

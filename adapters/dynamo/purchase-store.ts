/** Purchases in DynamoDB: one row each, found by customer and by the day of purchase or delivery. */
import { z } from 'zod'
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, jsonIn, lastOfEach, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { placeOf, shardedKey, shardQueries } from '#adapters/dynamo/shards.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import type { PurchaseStore } from '#app/ports.ts'
import { type Purchase, PurchaseSchema } from '#core/customer/purchase.ts'

const INDEX = {
  purchase: { name: 'byPurchaseDay', key: 'purchaseDayShard', place: 'purchaseKey' },
  delivery: { name: 'byDeliveryDay', key: 'deliveryDayShard', place: 'purchaseKey' },
} as const

export function dynamoPurchaseStore(table: DynamoTable): PurchaseStore {
  return {
    put: (purchases) => {
      const distinct = lastOfEach(purchases, ({ customerId, purchaseId }) => joined(customerId, purchaseId))
      return putRows(table, distinct.map(rowOf))
    },
    getMany: async (keys) => {
      const rows = await getRows(
        table,
        keys.map(({ customerId, purchaseId }) => ({ customerId, purchaseId })),
      )
      return rows.map(purchaseOf)
    },
    onDays: async function* ({ by, days, range }) {
      for (const query of shardQueries(INDEX[by], days, range)) {
        for await (const rows of queryPages(table, query)) yield rows.map(purchaseOf)
      }
    },
    ofCustomer: async (customerId) => {
      const rows = await queryAll(table, { partition: { attribute: 'customerId', is: customerId } })
      return rows.map(purchaseOf)
    },
  }
}

function rowOf(purchase: Purchase): Row {
  const { customerId, purchaseId, purchasedOn, deliveredOn } = purchase
  return {
    customerId,
    purchaseId,
    purchase: JSON.stringify(purchase),
    purchaseKey: placeOf(customerId, purchaseId),
    purchaseDayShard: shardedKey(purchasedOn, customerId),
    deliveryDayShard: deliveredOn === null ? undefined : shardedKey(deliveredOn, customerId),
  }
}

function purchaseOf(row: Row): Purchase {
  const { customerId, purchaseId, purchase } = readAs(PurchaseRow, row, 'a purchase')
  const name = `purchase ${purchaseId} of customer ${customerId}`
  return readAs(PurchaseSchema, jsonIn(purchase, name), name)
}

const PurchaseRow = z.object({ customerId: z.string(), purchaseId: z.string(), purchase: z.string() })

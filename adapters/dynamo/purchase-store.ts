/** Purchases in DynamoDB: one row each, found by customer and by the day of purchase or delivery. */
import * as z from 'zod'
import { placeOf, placeQueries } from '#adapters/dynamo/places.ts'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import { readAhead } from '#adapters/dynamo/read-ahead.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, jsonIn, lastOfEach, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { rowsOfCustomer } from '#adapters/dynamo/rows-of-customer.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import { type Purchase, PurchaseSchema } from '#core/customer/purchase.ts'

const INDEX = {
  purchase: { name: 'byPurchaseDay', key: 'purchaseDay', place: 'place' },
  delivery: { name: 'byDeliveryDay', key: 'deliveryDay', place: 'place' },
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
      const queries = placeQueries(INDEX[by], days, range)
      for await (const rows of readAhead(queries, (query) => queryPages(table, query))) yield rows.map(purchaseOf)
    },
    ...rowsOfCustomer(table, purchaseOf),
  }
}

function rowOf(purchase: Purchase): Row {
  const { customerId, purchaseId, purchasedOn, deliveredOn } = purchase
  return {
    customerId,
    purchaseId,
    purchase: JSON.stringify(purchase),
    place: placeOf(customerId, purchaseId),
    purchaseDay: purchasedOn,
    deliveryDay: deliveredOn ?? undefined,
  }
}

function purchaseOf(row: Row): Purchase {
  const { customerId, purchaseId, purchase } = readAs(PurchaseRow, row, 'a purchase')
  const name = `purchase ${purchaseId} of customer ${customerId}`
  return readAs(PurchaseSchema, jsonIn(purchase, name), name)
}

const PurchaseRow = z.object({ customerId: z.string(), purchaseId: z.string(), purchase: z.string() })

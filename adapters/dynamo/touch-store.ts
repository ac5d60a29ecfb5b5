/**
 * Touches in DynamoDB. The outcome and the provider's later word are apart on the row and come in either order: recording
 * sets the outcome alone, noting a delivery sets the delivery alone and only if no graver word is there.
 */
import * as z from 'zod'
import { DELIVERY_RANK } from '#adapters/delivery-rank.ts'
import { absent, absentOr, both, present, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { TouchStore, Written } from '#app/ports.ts'
import { type Delivery, DeliverySchema, type Touch, TouchSchema } from '#core/planning/touch.ts'

const WRITES_AT_ONCE = 25

export function dynamoTouchStore(table: DynamoTable): TouchStore {
  return {
    record: (touches) => eachBounded(touches, { limit: WRITES_AT_ONCE, act: (touch) => recordOne(table, touch) }),
    add: async ({ customerId, occurrenceId, delivery, ...outcome }) => {
      const set = {
        touch: JSON.stringify(outcome),
        ...(delivery && { delivery: JSON.stringify(delivery), deliveryRank: DELIVERY_RANK[delivery.state] }),
      }
      return updateRow(table, { key: { customerId, item: occurrenceId }, set, condition: absent('touch') })
    },
    removeFailed: async ({ customerId, occurrenceId }) => {
      const key = { customerId, item: occurrenceId }
      const row = await getRow(table, key)
      if (row?.touch === undefined || touchOf(row).result !== 'failed') return 'lost'
      return deleteRow(table, key, unchanged('touch', row.touch))
    },
    getMany: async (keys) => {
      const rows = await getRows(
        table,
        keys.map(({ customerId, occurrenceId }) => ({ customerId, item: occurrenceId })),
      )
      return rows.map(touchOf)
    },
    ofCustomer: async (customerId) => {
      const rows = await queryAll(table, { partition: { attribute: 'customerId', is: customerId } })
      return rows.filter((row) => row.touch !== undefined).map(touchOf)
    },
    noteDelivery: (noted) => noteOne(table, noted),
  }
}

async function recordOne(table: DynamoTable, { customerId, occurrenceId, delivery, ...outcome }: Touch): Promise<void> {
  await updateRow(table, { key: { customerId, item: occurrenceId }, set: { touch: JSON.stringify(outcome) } })
  if (delivery !== null) await noteOne(table, { customerId, occurrenceId, delivery })
}

function noteOne(
  table: DynamoTable,
  {
    customerId,
    occurrenceId,
    delivery,
  }: { readonly customerId: string; readonly occurrenceId: string; readonly delivery: Delivery },
): Promise<Written> {
  const deliveryRank = DELIVERY_RANK[delivery.state]
  return updateRow(table, {
    key: { customerId, item: occurrenceId },
    set: { delivery: JSON.stringify(delivery), deliveryRank },
    condition: both(present('touch'), absentOr('deliveryRank', '<=', deliveryRank)),
  })
}

function touchOf(row: Row): Touch {
  const { customerId, item, touch, delivery } = readAs(TouchRow, row, 'a touch')
  const name = `touch ${item} of customer ${customerId}`
  const outcome = readAs(OutcomePart, jsonIn(touch, name), name)
  const word = delivery === undefined ? null : readAs(DeliverySchema, jsonIn(delivery, name), name)
  return { customerId, occurrenceId: item, ...outcome, delivery: word }
}

const TouchRow = z.object({ customerId: z.string(), item: z.string(), touch: z.string(), delivery: z.string().optional() })
const OutcomePart = TouchSchema.omit({ customerId: true, occurrenceId: true, delivery: true })

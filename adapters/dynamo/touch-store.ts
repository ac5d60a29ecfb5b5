/**
 * Touches in DynamoDB. The sender's result and the provider's later event are two rows of one customer, because they come in either order and from
 * different functions: a touch is put whole, 25 in a call, and cannot overwrite an event that came before it.
 */
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { DELIVERY_RANK } from '#adapters/delivery-rank.ts'
import { absent, absentOr, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, jsonIn, type Key, lastOfEach, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { TouchTextSchema, touchOf } from '#adapters/dynamo/touch-row.ts'
import { deleteRow, putRow, putRows } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { TouchKey, TouchStore } from '#app/ports/touches.ts'
import type { Written } from '#app/ports/written.ts'
import { NOTICE } from '#core/audience/notice.ts'
import { type Delivery, DeliverySchema, type Touch } from '#core/planning/touch.ts'

/** Suffix of the row with the provider's event. Ids of occurrences hold no `#`. */
const WORD = '#delivery'
const WRITES_AT_ONCE = 25

export function dynamoTouchStore(table: DynamoTable): TouchStore {
  return {
    record: async (touches) => {
      const distinct = lastOfEach(touches, ({ customerId, occurrenceId }) => joined(customerId, occurrenceId))
      await putRows(table, distinct.map(touchRow))
      await eachBounded(touches.filter(hasWord), { limit: WRITES_AT_ONCE, act: (touch) => putWord(table, touch) })
    },
    add: async (touch) => {
      const written = await putRow(table, touchRow(touch), absent('touch'))
      if (written === 'written' && hasWord(touch)) await putWord(table, touch)
      return written
    },
    removeFailed: async ({ at, ...key }) => {
      const row = await getRow(table, touchKey(key))
      if (row === undefined) return 'lost'
      const touch = touchIn(row)
      if (touch.result !== 'failed' || touch.at !== at) return 'lost'
      return deleteRow(table, touchKey(key), unchanged('touch', row.touch))
    },
    // The event row last: until it is gone, asking again finds what is left.
    remove: (keys) =>
      eachBounded(keys, {
        limit: WRITES_AT_ONCE,
        act: async (key) => {
          await deleteRow(table, touchKey(key))
          await deleteRow(table, wordKey(key))
        },
      }),
    resultOf: async (key) => {
      const { client, tableName } = table
      const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: marshall(touchKey(key)) }))
      return Item && touchIn(unmarshall(Item)).result
    },
    getMany: async (keys) => both(await getRows(table, [...keys.map(touchKey), ...keys.map(wordKey)])),
    ofCustomer: async (customerId) => {
      const rows = await queryAll(table, { partition: { attribute: 'customerId', is: customerId } })
      return both(rows)
    },
    noticesOf: async (customerId) => {
      const sort = { attribute: 'item', beginsWith: NOTICE }
      return both(
        await queryAll(table, { partition: { attribute: 'customerId', is: customerId }, sort, eventuallyConsistent: true }),
      )
    },
    noteDelivery: (noted) => putWord(table, noted),
  }
}

const touchKey = ({ customerId, occurrenceId }: TouchKey): Key => ({ customerId, item: occurrenceId })
const wordKey = ({ customerId, occurrenceId }: TouchKey): Key => ({ customerId, item: `${occurrenceId}${WORD}` })

type WithWord = TouchKey & { readonly delivery: Delivery }
const hasWord = (touch: Touch): touch is Touch & WithWord => touch.delivery !== null

const touchRow = ({ customerId, occurrenceId, delivery: _, ...outcome }: Touch): Row => ({
  ...touchKey({ customerId, occurrenceId }),
  touch: JSON.stringify(outcome),
})

function putWord(table: DynamoTable, { delivery, ...key }: WithWord): Promise<Written> {
  const deliveryRank = DELIVERY_RANK[delivery.state]
  const row = { ...wordKey(key), delivery: JSON.stringify(delivery), deliveryRank }
  return putRow(table, row, absentOr('deliveryRank', '<=', deliveryRank))
}

/** The touches among the rows, each with the provider's event. An event without a touch is left out, and so is the ledger. */
function both(rows: readonly Row[]): readonly Touch[] {
  const words = new Map(rows.filter(({ delivery }) => delivery !== undefined).map((row) => [nameOf(row), row]))
  return rows
    .filter(({ touch }) => touch !== undefined)
    .map((row) => {
      const word = words.get(`${nameOf(row)}${WORD}`)
      return { ...touchIn(row), delivery: word === undefined ? null : wordIn(word) }
    })
}

const nameOf = ({ customerId, item }: Row) => `${String(customerId)} ${String(item)}`

function touchIn(row: Row): Touch {
  const { customerId, item, touch } = readAs(TouchRow, row, 'a touch')
  const name = `touch ${item} of customer ${customerId}`
  return touchOf(readAs(TouchTextSchema, jsonIn(touch, name), name), { customerId, occurrenceId: item })
}

const wordIn = (row: Row): Delivery => {
  const name = `the provider's word ${nameOf(row)}`
  return readAs(DeliverySchema, jsonIn(row.delivery, name), name)
}

const TouchRow = z.object({ customerId: z.string(), item: z.string(), touch: z.string() })

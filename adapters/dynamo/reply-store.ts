/** Replies in DynamoDB: one row each under its customer, and unmatched replies under a key of their own. */
import * as z from 'zod'
import { absent } from '#adapters/dynamo/conditions.ts'
import { currentPages } from '#adapters/dynamo/current-rows.ts'
import { keysInIndex } from '#adapters/dynamo/keys-in-index.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { withVerdict } from '#adapters/dynamo/reply-rows-before.ts'
import { type DynamoTable, jsonIn, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { rowsOfCustomer } from '#adapters/dynamo/rows-of-customer.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import { type Reply, ReplySchema } from '#core/reply/reply.ts'

/** No customer can have this id: ids begin with a letter or a digit. */
const UNMATCHED = '#unmatched'
const KEYED = ['customerId', 'replyId']

export function dynamoReplyStore(table: DynamoTable): ReplyStore {
  const { ofCustomer, pagesOfCustomer } = rowsOfCustomer(table, replyOf)
  return {
    add: (reply) => putRow(table, rowOf(reply), absent('replyId')),
    get: async (key) => {
      const row = await getRow(table, keyOf(key))
      return row && replyOf(row)
    },
    ofCustomer,
    pagesOf: (customerId) => pagesOfCustomer(customerId ?? UNMATCHED),
    unmatched: () => ofCustomer(UNMATCHED),
    receivedOn: async function* (day) {
      const query = { index: 'byDay', partition: { attribute: 'receivedOn', is: day } }
      for await (const rows of currentPages(table, { query, keyed: KEYED })) {
        const replies = rows.map(replyOf).filter(({ receivedOn }) => receivedOn === day)
        if (replies.length > 0) yield replies
      }
    },
    receivedDays: async function* (through) {
      for await (const days of keysInIndex(table, { index: 'byDay', attribute: 'receivedOn' }))
        yield days.filter((day) => day <= through)
    },
    remove: async (key) => {
      await deleteRow(table, keyOf(key))
    },
  }
}

const keyOf = ({ customerId, replyId }: { readonly customerId: string | null; readonly replyId: string }): Key => ({
  customerId: customerId ?? UNMATCHED,
  replyId,
})

const rowOf = (reply: Reply): Row => ({ ...keyOf(reply), receivedOn: reply.receivedOn, reply: JSON.stringify(reply) })

function replyOf(row: Row): Reply {
  const { customerId, replyId, reply } = readAs(ReplyRow, row, 'a reply')
  const name = `reply ${replyId} of customer ${customerId}`
  return readAs(ReplySchema, withVerdict(jsonIn(reply, name)), name)
}

const ReplyRow = z.object({ customerId: z.string(), replyId: z.string(), reply: z.string() })

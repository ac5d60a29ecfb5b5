/**
 * Removes one customer's rows from every table that is keyed by customer; work items, and calls to the hotline, are found by their index. The profile is removed separately, only
 * as it was seen (app/person/remove-profile.ts): an import may have written another. So are replies: each goes with its raw mail
 * (app/person/remove-replies.ts), and only its row leads to that mail.
 */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { present } from '#adapters/dynamo/conditions.ts'
import { finderKey } from '#adapters/dynamo/finder-rows.ts'
import { queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import type { DynamoTable, Key, Row } from '#adapters/dynamo/rows.ts'
import { TABLES, type TableName, type TableNames } from '#adapters/dynamo/table-definitions.ts'
import { isTombstone, NO_CONTACTS, TOMBSTONE } from '#adapters/dynamo/tombstone.ts'
import { draftsKey } from '#adapters/dynamo/work-drafts.ts'
import { deleteRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { PersonRows } from '#app/ports/person.ts'

const KEYED_BY_CUSTOMER = ['touches', 'purchases', 'responses', 'consents'] as const satisfies readonly TableName[]
const DELETES_AT_ONCE = 16

/** Only in the tables that are named. */
export function dynamoPersonRows({ client, tables }: { client: DynamoDBClient; tables: Partial<TableNames> }): PersonRows {
  return {
    remove: async (customerId) => {
      const is = { attribute: 'customerId', is: customerId }
      if (tables.work !== undefined) {
        const work = { client, tableName: tables.work }
        const query = { index: 'byCustomer', partition: is }
        // The drafts of staff first: only the item leads to them. Once more afterwards, for what was typed in between.
        const drafts: Key[] = []
        for await (const rows of queryPages(work, query)) drafts.push(...rows.map(({ workId }) => draftsKey(String(workId))))
        await eachBounded(drafts, { limit: DELETES_AT_ONCE, act: (key) => deleteRow(work, key) })
        await removeAll(work, { query, keyOf: (row) => ({ workId: String(row.workId) }) })
        await eachBounded(drafts, { limit: DELETES_AT_ONCE, act: (key) => deleteRow(work, key) })
      }
      for (const name of KEYED_BY_CUSTOMER) {
        const tableName = tables[name]
        if (tableName !== undefined) await removeAll({ client, tableName }, { query: { partition: is }, keyOf: keyIn(name) })
      }
      if (tables.numbers !== undefined)
        await removeAll(
          { client, tableName: tables.numbers },
          { query: { index: 'byCustomer', partition: is }, keyOf: keyIn('numbers') },
        )
      // A migration that writes them later looks for the profile afterwards (fill-finder.ts).
      if (tables.finder !== undefined) await deleteRow({ client, tableName: tables.finder }, finderKey(customerId))
    },
  }
}

function keyIn(name: TableName): (row: Row) => Key {
  const { partitionKey, sortKey }: { partitionKey: string; sortKey?: string } = TABLES[name]
  return (row) => ({
    [partitionKey]: String(row[partitionKey]),
    ...(sortKey !== undefined && { [sortKey]: String(row[sortKey]) }),
  })
}

async function removeAll(table: DynamoTable, { query, keyOf }: { query: RowQuery; keyOf: (row: Row) => Key }): Promise<void> {
  for await (const rows of queryPages(table, query)) {
    await eachBounded(rows, {
      limit: DELETES_AT_ONCE,
      act: async (row) => void (await (isTombstone(row) ? emptied(table, keyOf(row)) : deleteRow(table, keyOf(row)))),
    })
  }
}

/** The tombstone itself stays, with no other attribute. */
const emptied = (table: DynamoTable, key: Key) =>
  updateRow(table, { key, set: { c: NO_CONTACTS }, remove: ['a'], condition: present(TOMBSTONE) })

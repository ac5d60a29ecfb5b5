/** Reports that a version before handed in. */
import { brotliCompressSync } from 'node:zlib'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoReportBook } from '#adapters/dynamo/report-book.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import { aReport } from '#test/support/report-builders.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

test('a report of before budgets is read, and has none', async () => {
  const table = await freshTable(engine.client, 'numbers')
  const line = { reportId: 'r-1', at: '2027-03-03T02:00:00.000Z', byName: 'Châu', period: '2027-02', segment: 'all' }
  const packed = brotliCompressSync(JSON.stringify({ view: aReport(), proposals: [] }))
  const Item = marshall({ scope: 'handed-in#r-1', item: 'report', ...line, packed })
  await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }))
  expect(await dynamoReportBook(table).handedInReport('r-1')).toEqual({ ...line, view: aReport(), proposals: [], budget: null })
})

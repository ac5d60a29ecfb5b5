/** How touches lie in their table beside the ledger, and what writing many of them asks of it. */
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoLedgerStore } from '#adapters/dynamo/ledger-store.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { dynamoTouchStore } from '#adapters/dynamo/touch-store.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import { AN_INSTANT, storedTouch } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

const DELIVERED = { state: 'delivered' as const, at: AN_INSTANT, detail: '250 OK' }

/** The table seen through the names of the calls that are made; the first so many batch writes take only their first row. */
function watched({ client, tableName }: DynamoTable, { partial = 0 } = {}) {
  const calls: string[] = []
  let left = partial
  const send = async (...[command, ...rest]: Parameters<typeof client.send>) => {
    calls.push(command.constructor.name)
    const writes = command instanceof BatchWriteItemCommand ? (command.input.RequestItems?.[tableName] ?? []) : []
    if (writes.length < 2 || left-- <= 0) return client.send(command, ...rest)
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: writes.slice(0, 1) } }))
    return { UnprocessedItems: { [tableName]: writes.slice(1) } }
  }
  return { table: { client: Object.assign(Object.create(client), { send }), tableName }, calls }
}

const some = (count: number) => Array.from({ length: count }, (_, n) => storedTouch({ customerId: `c-${n}` }))

test.each([
  [1, 1],
  [25, 1],
  [26, 2],
])('%i touches are written by %i calls', async (count, batches) => {
  const { table, calls } = watched(await freshTable(engine.client, 'touches'))
  await dynamoTouchStore(table).record(some(count))
  expect(calls).toEqual(Array(batches).fill('BatchWriteItemCommand'))
})

test('touches that a call leaves unprocessed are asked for again, and all are written', async () => {
  const { table, calls } = watched(await freshTable(engine.client, 'touches'), { partial: 2 })
  await dynamoTouchStore(table).record(some(5))
  expect(calls).toHaveLength(3)
  expect(await dynamoTouchStore(table).getMany(some(5))).toHaveLength(5)
})

test('a delivery is one write, without a look at its touch, and asking for the result one read of one row', async () => {
  const { table, calls } = watched(await freshTable(engine.client, 'touches'))
  const store = dynamoTouchStore(table)
  await store.noteDelivery({ ...storedTouch(), delivery: DELIVERED })
  expect(await store.resultOf(storedTouch())).toBeUndefined()
  expect(calls).toEqual(['PutItemCommand', 'GetItemCommand'])
})

test('neither the ledger nor a delivery that waits for its touch is taken for a touch', async () => {
  const table = await freshTable(engine.client, 'touches')
  const store = dynamoTouchStore(table)
  await dynamoLedgerStore(table).claim({ customerId: 'c-001', version: 1, contacts: [] })
  await store.noteDelivery({ ...storedTouch({ occurrenceId: 'a_2027-01-01' }), delivery: DELIVERED })
  await store.record([storedTouch()])
  expect(await store.ofCustomer('c-001')).toEqual([storedTouch()])
  await store.record([storedTouch({ occurrenceId: 'a_2027-01-01' })])
  expect((await store.ofCustomer('c-001')).map(({ delivery }) => delivery?.state)).toEqual(['delivered', undefined])
  expect((await dynamoLedgerStore(table).getMany(['c-001']))[0]).toMatchObject({ version: 1 })
})

test('a touch of the version before, without legs, is read as one of a single leg, and written with it', async () => {
  const table = await freshTable(engine.client, 'touches')
  const store = dynamoTouchStore(table)
  const text = {
    campaignId: 'tet',
    occasionKey: 'tet:2027',
    channel: 'email',
    contentClass: 'care',
    result: 'sent',
    at: '2027-02-06T02:00:00.000Z',
    providerId: '0100018f-0001',
    reason: null,
    voucherCode: 'ABCD',
  }
  const key = { customerId: 'c-001', occurrenceId: 'tet_2027-02-06' }
  await putRow(table, { customerId: 'c-001', item: 'tet_2027-02-06', touch: JSON.stringify(text) })
  const [read] = await store.getMany([key])
  expect(read).toMatchObject({ result: 'sent', voucherCode: 'ABCD', delivery: null })
  expect(read?.legs).toEqual([{ channel: 'email', at: text.at, state: 'sent', dispatchId: '0100018f-0001', perThousand: null }])
  expect(await store.resultOf(key)).toBe('sent')
  await store.record(read ? [read] : [])
  expect(await store.getMany([key])).toEqual([read])
})

test('a touch that went through two channels keeps both legs in their order', async () => {
  const store = dynamoTouchStore(await freshTable(engine.client, 'touches'))
  const first = storedTouch({ channel: 'zbs', result: 'failed', dispatchId: null, reason: 'no such account' })
  const second = storedTouch({ channel: 'sms', dispatchId: 'sms-1' })
  const touch = { ...second, legs: [first.legs[0], second.legs[0]] as const }
  await store.record([touch])
  expect((await store.getMany([touch]))[0]).toEqual(touch)
})

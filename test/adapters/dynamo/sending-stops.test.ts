/** The record of a stop when the answer of a write is lost, and as earlier versions wrote it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { dynamoSendingStops } from '#adapters/dynamo/sending-stops.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { probing, stopped } from '#core/planning/sending-stop.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

const STOP = stopped('sending-paused', AN_INSTANT)

/** As the SDK does when the connection breaks before the answer: every write is sent once more, and what the second says is heard. */
async function withEveryWriteRepeated<Answer>({ client }: DynamoTable, act: () => Promise<Answer>): Promise<Answer> {
  const name = 'writes repeated'
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName.startsWith('PutItem')) await next(args)
        return next(args)
      },
    { step: 'finalizeRequest', priority: 'low', name },
  )
  try {
    return await act()
  } finally {
    client.middlewareStack.remove(name)
  }
}

test('a write whose answer was lost, and which the SDK repeats, is written and not lost to itself', async () => {
  const table = await freshTable(engine.client, 'pace')
  const stops = dynamoSendingStops(table)
  const written = await withEveryWriteRepeated(table, () => stops.put({ stop: STOP, version: 1 }))
  expect([written, await stops.current()]).toEqual(['written', { stop: STOP, version: 1 }])
})

test('two senders that write the very same at one moment are one writer and one loser, also where writes are repeated', async () => {
  const table = await freshTable(engine.client, 'pace')
  const stops = dynamoSendingStops(table)
  const written = await withEveryWriteRepeated(table, () =>
    Promise.all(Array.from({ length: 4 }, () => stops.put({ stop: STOP, version: 1 }))),
  )
  expect(written.toSorted()).toEqual(['lost', 'lost', 'lost', 'written'])
})

test('a record of before knows no doubt and no writer, and is followed like any other', async () => {
  const table = await freshTable(engine.client, 'pace')
  const stops = dynamoSendingStops(table)
  await putRow(table, { resource: 'email-stop', v: 7, stop: STOP })
  expect(await stops.current()).toEqual({ stop: STOP, version: 7 })
  const next = probing(STOP, STOP.probeAt)
  expect(await stops.put({ stop: next, version: 7 })).toBe('lost')
  expect(await stops.put({ stop: next, version: 8 })).toBe('written')
})

/** Urgent work that the version before noted is carried on: its rows do not know when the webhook was tried last. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoInterruptions } from '#adapters/dynamo/interruptions.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

test('without the instant of the last try it may be tried at once, and is stored with it; it is about a complaint', async () => {
  const table = await freshTable(engine.client, 'staff')
  const store = dynamoInterruptions(table)
  const at = '2027-03-02T15:30:00.000Z'
  const before = { at, mark: '1a2b3c', workId: 'complaint_reply-9', isMailed: true, isPosted: false, failedPosts: 1, version: 2 }
  await putRow(table, { scope: 'urgent', item: `${at}#1a2b3c`, ...before })
  expect(await store.since(at)).toEqual([{ ...before, kind: 'complaint', triedAt: null }])
  const tried = { ...before, kind: 'complaint', failedPosts: 2, triedAt: at, version: 3 } as const
  expect(await store.put(tried)).toBe('written')
  expect(await store.since(at)).toEqual([tried])
})

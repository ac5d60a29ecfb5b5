/** Bounces are counted once each, at a price that does not grow with their number; whatever breaks off in between, and in rows of before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoOccurrenceStore } from '#adapters/dynamo/occurrence-store.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedBatch } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const ID = 'tet_2027-02-06'
const bounce = (customerId: string) => ({ occurrenceId: ID, customerId, kind: 'bounced' as const })

test('a bounce takes the same few calls, after two and after two hundred, in an occurrence of many rows', async () => {
  const table = await freshTable(engine.client, 'occurrences')
  const store = dynamoOccurrenceStore(table)
  for (let n = 0; n < 40; n++) await store.putBatch(storedBatch({ batchId: `003.${String(n).padStart(2, '0')}.+0700` }))
  const calls: string[] = []
  const name = 'counting calls'
  engine.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        calls.push(commandName.replace(/Command$/, ''))
        return next(args)
      },
    { step: 'initialize', name },
  )
  try {
    for (let n = 0; n < 200; n++) {
      calls.length = 0
      await store.noteTrouble(bounce(`c-${n}`))
      if (n > 100) expect(calls).toEqual(['GetItem', 'GetItem', 'PutItem', 'PutItem'])
    }
    calls.length = 0
    await store.noteTrouble(bounce('c-3'))
    expect(calls).toEqual(['GetItem', 'GetItem'])
    calls.length = 0
    expect(await store.troubles(ID)).toEqual({ bounced: 200, complained: 0 })
    expect(await store.mailed(ID)).toBe(0)
    expect(calls).toEqual(['Query', 'GetItem'])
  } finally {
    engine.client.middlewareStack.remove(name)
  }
})

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'a count that breaks off at its write %i is finished when the provider says it again',
  async (dies) => {
    const table = await freshTable(engine.client, 'occurrences')
    const store = dynamoOccurrenceStore(table)
    const ids = Array.from({ length: 9 }, (_, n) => `c-${n}`)
    let writes = 0
    const name = 'breaking off'
    engine.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const isWrite = commandName === 'PutItemCommand'
          // Half of them die before the write is done, half after it, with its answer lost.
          if (isWrite && writes++ === dies && dies % 2 === 0) throw new Error('the power went')
          const answer = await next(args)
          if (isWrite && writes - 1 === dies) throw new Error('the power went')
          return answer
        },
      { step: 'initialize', name },
    )
    const failed: string[] = []
    try {
      for (const id of ids) await store.noteTrouble(bounce(id)).catch(() => failed.push(id))
    } finally {
      engine.client.middlewareStack.remove(name)
    }
    expect(failed).toHaveLength(1)
    for (const id of [...failed, ...ids]) await store.noteTrouble(bounce(id))
    expect(await store.troubles(ID)).toEqual({ bounced: 9, complained: 0 })
  },
)

test('marks of before there were counters are counted with the first bounce that comes, and nobody twice', async () => {
  const table = await freshTable(engine.client, 'occurrences')
  const store = dynamoOccurrenceStore(table)
  const ids = Array.from({ length: 40 }, (_, n) => `c-${n}`)
  for (const id of ids) await putRow(table, { occurrenceId: ID, item: `bounced#${id}` })
  await putRow(table, { occurrenceId: ID, item: 'complained#c-7' })
  for (const id of ids) await store.noteTrouble(bounce(id))
  for (const id of ['new-1', 'new-2']) await store.noteTrouble(bounce(id))
  await store.noteTrouble({ ...bounce('c-7'), kind: 'complained' })
  expect(await store.troubles(ID)).toEqual({ bounced: 42, complained: 1 })
})

test('a mark of before that nothing has counted yet is renamed with the person', async () => {
  const table = await freshTable(engine.client, 'occurrences')
  const store = dynamoOccurrenceStore(table)
  await putRow(table, { occurrenceId: ID, item: 'bounced#c-1' })
  await store.rename({ occurrenceId: ID, customerId: 'c-1', as: 'erased-1' })
  const everybody = Array.from({ length: 40 }, (_, n) => `x-${n}`)
  for (const id of everybody) await store.noteTrouble(bounce(id))
  expect(await store.troubles(ID)).toEqual({ bounced: 41, complained: 0 })
})

/** Open occurrences are remembered by their version: whole rows are read of those only that changed since the look before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoOccurrenceStore } from '#adapters/dynamo/occurrence-store.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedOccurrence } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const named = (date: string, changes: Partial<Occurrence> = {}) =>
  storedOccurrence({ occurrenceId: `birthday#${date}`, date, ...changes })

test('of those that another process changed whole rows are read, and of no others', async () => {
  const table = await freshTable(engine.client, 'occurrences')
  const [store, another] = [dynamoOccurrenceStore(table), dynamoOccurrenceStore(table)]
  const [first, second, third] = [named('2027-02-06'), named('2027-02-07'), named('2027-02-08')]
  for (const each of [first, second, third]) await another.open(each)
  expect(await store.stillOpen()).toEqual([first, second, third])

  const refreshed = { ...second, pass: 'refresh', version: 1 } as const
  await another.update(refreshed)
  await another.update({ ...third, state: 'closed', version: 1 })
  const asked: unknown[] = []
  const name = 'keys asked for'
  engine.client.middlewareStack.add(
    (next) => async (args) => {
      const { RequestItems } = args.input as {
        readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly unknown[] }>>
      }
      if (RequestItems) asked.push(...(RequestItems[table.tableName]?.Keys ?? []))
      return next(args)
    },
    { step: 'initialize', name },
  )
  try {
    expect(await store.stillOpen()).toEqual([first, refreshed])
    expect(asked).toEqual([{ occurrenceId: { S: second.occurrenceId }, item: { S: 'meta' } }])
    expect(await store.stillOpen()).toEqual([first, refreshed])
    expect(asked).toHaveLength(1)
  } finally {
    engine.client.middlewareStack.remove(name)
  }
})

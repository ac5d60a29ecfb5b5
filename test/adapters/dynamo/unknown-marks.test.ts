/** Rows of a sender that marks no unknown outcomes are known by what it counted. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoOccurrenceStore } from '#adapters/dynamo/occurrence-store.ts'
import { updateRow } from '#adapters/dynamo/write-rows.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const ID = 'tet_2027-02-06'

test('what the version before counted, alone or beside this one, may hold unknown outcomes without a mark', async () => {
  const table = await freshTable(engine.client, 'occurrences')
  const store = dynamoOccurrenceStore(table)
  const countedBefore = (people: number) => updateRow(table, { key: { occurrenceId: ID, item: 'mailed' }, add: { people } })
  await countedBefore(500)
  expect([await store.mailed(ID), await store.marksThroughout(ID)]).toEqual([500, false])
  await store.countMailed({ occurrenceId: ID, people: 480 })
  expect([await store.mailed(ID), await store.marksThroughout(ID)]).toEqual([980, false])
})

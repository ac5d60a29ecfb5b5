/** `care migrate work`, on open work as the version before stored it. */
import { expect, test } from 'vitest'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { runCare } from '#test/cli/care-run.ts'
import { placeWithTables } from '#test/cli/place-with-tables.ts'
import { closedWork, storedWork } from '#test/support/work-builders.ts'

test('says how many are missing, brings them in, and again finds nothing to do', async () => {
  const { place, client } = await placeWithTables()
  const { work } = await place.stores()
  await work.open(storedWork({ workId: 'of-now' }))
  for (const item of [storedWork({ workId: 'before' }), closedWork(storedWork({ workId: 'closed' }))]) {
    const { teamKey: _, ...before } = rowOf(item)
    await putRow({ client, tableName: LOCAL_TABLES.work }, before)
  }
  const migrate = async (...args: string[]) => {
    const { exitCode, printed } = await runCare(place, ['migrate', 'work', ...args])
    return [exitCode, printed]
  }
  expect(await migrate('--dry-run')).toEqual([
    0,
    '2 open items of work, of which 1 are not found by their team or their person; nothing was written',
  ])
  expect(await migrate()).toEqual([0, '2 open items of work are found by their team and their person; 1 of them were brought in'])
  expect(await migrate()).toEqual([0, '2 open items of work are found by their team and their person; 0 of them were brought in'])
})

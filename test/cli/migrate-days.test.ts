/** `care migrate days`, on work and vouchers as the version before stored them. */
import { expect, test } from 'vitest'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { runCare } from '#test/cli/care-run.ts'
import { placeWithTables } from '#test/cli/place-with-tables.ts'
import { AN_INSTANT, storedVoucher } from '#test/support/store-builders.ts'
import { storedWork } from '#test/support/work-builders.ts'

test('says how many are missing, brings them in, and again finds nothing to do', async () => {
  const { place, client } = await placeWithTables()
  const { work } = await place.stores()
  await work.open(storedWork({ workId: 'of-now' }))
  const { changedDay: _, ...before } = rowOf(storedWork({ workId: 'before' }))
  await putRow({ client, tableName: LOCAL_TABLES.work }, before)
  await putRow(
    { client, tableName: LOCAL_TABLES.vouchers },
    { ...storedVoucher({ redeemedAt: AN_INSTANT, redeemedBy: 'quầy 1' }) },
  )
  const migrate = async (...args: string[]) => {
    const { exitCode, printed } = await runCare(place, ['migrate', 'days', ...args])
    return [exitCode, printed]
  }
  expect(await migrate('--dry-run')).toEqual([
    0,
    '2 items of work and 1 used vouchers, of which 1 and 1 are not found by their day; nothing was written',
  ])
  expect(await migrate()).toEqual([
    0,
    '2 items of work and 1 used vouchers are found by their day; 1 and 1 of them were brought in',
  ])
  expect(await migrate()).toEqual([
    0,
    '2 items of work and 1 used vouchers are found by their day; 0 and 0 of them were brought in',
  ])
})

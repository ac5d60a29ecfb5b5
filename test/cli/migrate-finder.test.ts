/** `care migrate finder`, on customers as the version before stored them. */
import { expect, test } from 'vitest'
import { finderKey } from '#adapters/dynamo/finder-rows.ts'
import { deleteRow } from '#adapters/dynamo/write-rows.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { runCare } from '#test/cli/care-run.ts'
import { placeWithTables } from '#test/cli/place-with-tables.ts'
import { aCustomer } from '#test/support/builders.ts'

test('says how many are missing, brings them in, and again finds nothing to do', async () => {
  const { place, client } = await placeWithTables()
  const { customers } = await place.stores()
  await customers.put(['KH1', 'KH2', 'KH3'].map((customerId) => aCustomer({ customerId })))
  for (const customerId of ['KH1', 'KH3']) await deleteRow({ client, tableName: LOCAL_TABLES.finder }, finderKey(customerId))

  const migrate = async (...args: string[]) => {
    const { exitCode, printed } = await runCare(place, ['migrate', 'finder', ...args])
    return [exitCode, printed]
  }
  expect(await migrate('--dry-run')).toEqual([
    0,
    '3 customers, of whom 2 are not found by name and number as they should be; nothing was written',
  ])
  expect(await migrate()).toEqual([0, '3 customers can be found by name and number; 2 of them were brought in'])
  expect(await migrate()).toEqual([0, '3 customers can be found by name and number; 0 of them were brought in'])
})

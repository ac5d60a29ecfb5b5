/** `care migrate finder`, on customers as the version before stored them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, onTestFinished, test } from 'vitest'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { finderKey } from '#adapters/dynamo/finder-rows.ts'
import { deleteRow } from '#adapters/dynamo/write-rows.ts'
import { placeToWork } from '#cli/place-to-work.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { runCare } from '#test/cli/care-run.ts'
import { aCustomer } from '#test/support/builders.ts'

test('says how many are missing, brings them in, and again finds nothing to do', async () => {
  const dynamo = await startDynamo({ folder: null })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'ap-southeast-1', credentials })
  await createTables(client, createTableInputs(LOCAL_TABLES))
  const environment = localEnvironment({ credentials: startCredentials({}), endpoints: { dynamodb: dynamo.endpoint } })
  const place = placeToWork({ environment, warn: () => {} })
  onTestFinished(async () => {
    await place.close()
    client.destroy()
    await dynamo.stop()
  })
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

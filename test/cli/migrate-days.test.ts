/** `care migrate days`, on work and vouchers as the version before stored them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, onTestFinished, test } from 'vitest'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { placeToWork } from '#cli/place-to-work.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { runCare } from '#test/cli/care-run.ts'
import { AN_INSTANT, storedVoucher } from '#test/support/store-builders.ts'
import { storedWork } from '#test/support/work-builders.ts'

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

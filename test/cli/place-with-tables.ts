/** A place to work for `care`, over empty tables of its own; it ends with the test. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { onTestFinished } from 'vitest'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { placeToWork } from '#cli/place-to-work.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'

export async function placeWithTables() {
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
  return { place, client }
}

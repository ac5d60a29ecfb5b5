/** Makes the tables on this machine, as the infrastructure does in AWS, and gives tables of the version before the indexes that are new. */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceInUseException,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'

/** dynalite takes the order for an index and does nothing. */
class IndexNotAddedError extends Error {
  override name = 'IndexNotAddedError'
}

const TABLE_WAIT_SECONDS = 120
const INDEX_LOOKS = 600
const INDEX_LOOK_MS = 200

/** Makes the missing tables and indexes, and waits until each can be used. Running it again changes nothing. */
export async function createTables(client: DynamoDBClient, definitions: readonly CreateTableCommandInput[]): Promise<void> {
  for (const definition of definitions) {
    try {
      await client.send(new CreateTableCommand(definition))
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error
    }
    await waitUntilTableExists(
      { client, maxWaitTime: TABLE_WAIT_SECONDS, minDelay: 1, maxDelay: 1 },
      { TableName: definition.TableName },
    )
    await addMissingIndexes(client, definition)
  }
}

/** One after another, which is all that DynamoDB takes; the engine fills each from the stored rows. */
async function addMissingIndexes(client: DynamoDBClient, definition: CreateTableCommandInput): Promise<void> {
  const { TableName, GlobalSecondaryIndexes = [], AttributeDefinitions } = definition
  const there = new Set((await indexesOf(client, TableName)).map(({ name }) => name))
  for (const index of GlobalSecondaryIndexes) {
    if (there.has(index.IndexName)) continue
    const add = (Create: GlobalSecondaryIndex) =>
      client.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create }] }))
    // dynalite asks for a throughput where others refuse one.
    await add(index).catch(() => add({ ...index, ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } }))
    await untilActive(client, { TableName, name: index.IndexName })
  }
}

async function indexesOf(client: DynamoDBClient, TableName: string | undefined) {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  return (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName, IndexStatus }) => ({ name: IndexName, status: IndexStatus }))
}

async function untilActive(
  client: DynamoDBClient,
  { TableName, name }: { readonly TableName: string | undefined; readonly name: string | undefined },
): Promise<void> {
  for (let look = 0; look < INDEX_LOOKS; look++) {
    const index = (await indexesOf(client, TableName)).find((one) => one.name === name)
    if (index === undefined)
      throw new IndexNotAddedError(
        `${TableName} is of an earlier version, and its database cannot add the index ${name}: begin anew with --fresh`,
      )
    if (index.status === 'ACTIVE') return
    await sleep(INDEX_LOOK_MS)
  }
  throw new Error(`the index ${name} of ${TableName} is not filled after ${(INDEX_LOOKS * INDEX_LOOK_MS) / 1_000} s`)
}

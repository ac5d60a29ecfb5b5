import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import {
  type CreateTableCommandInput,
  DynamoDBClient,
  GetItemCommand,
  type GlobalSecondaryIndex,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createTables } from '#local/aws/create-tables.ts'
import { type DynamoOptions, startDynamo } from '#local/aws/dynamodb.ts'
import { refusal, temporaryFolder } from '#test/local/aws/aws-clients.ts'

const TOUCHES: CreateTableCommandInput = {
  TableName: 'Touches',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'customerId', AttributeType: 'S' },
    { AttributeName: 'item', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'customerId', KeyType: 'HASH' },
    { AttributeName: 'item', KeyType: 'RANGE' },
  ],
}
const BY_ITEM: GlobalSecondaryIndex = {
  IndexName: 'byItem',
  KeySchema: [
    { AttributeName: 'item', KeyType: 'HASH' },
    { AttributeName: 'customerId', KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'ALL' },
}
const KEY = { customerId: { S: 'c-1' }, item: { S: 'ledger' } }

async function running(options: DynamoOptions) {
  const dynamo = await startDynamo(options)
  const client = new DynamoDBClient({
    endpoint: dynamo.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  onTestFinished(() => {
    client.destroy()
    return dynamo.stop().catch(() => {})
  })
  const claim = () =>
    client.send(new PutItemCommand({ TableName: 'Touches', Item: KEY, ConditionExpression: 'attribute_not_exists(customerId)' }))
  const isClaimed = async () =>
    (await client.send(new GetItemCommand({ TableName: 'Touches', Key: KEY, ConsistentRead: true }))).Item !== undefined
  return { dynamo, client, claim, isClaimed }
}

describe.each(['dynoxide', 'dynalite'] as const)('%s', (engine) => {
  test('makes tables, twice without harm, and takes a conditional write once', async () => {
    const { dynamo, client, claim } = await running({ folder: null, engine })
    expect(dynamo.engine).toBe(engine)
    await createTables(client, [TOUCHES])
    await createTables(client, [TOUCHES])
    await claim()
    expect(await refusal(claim())).toMatchObject({ name: 'ConditionalCheckFailedException' })
  })

  test('keeps tables and items in its folder over a restart', async () => {
    const folder = temporaryFolder()
    const first = await running({ folder, engine })
    await createTables(first.client, [TOUCHES])
    await first.claim()
    await first.dynamo.stop()
    const second = await running({ folder, engine })
    await createTables(second.client, [TOUCHES])
    expect(await second.isClaimed()).toBe(true)
  })
})

describe('a table of the version before, which lacks an index', () => {
  const newer = { ...TOUCHES, GlobalSecondaryIndexes: [BY_ITEM] }

  test('gets it, with the rows that were there', async () => {
    const { client, claim } = await running({ folder: null, engine: 'dynoxide' })
    await createTables(client, [TOUCHES])
    await claim()
    await createTables(client, [newer])
    await createTables(client, [newer])
    const query = { TableName: 'Touches', IndexName: 'byItem', KeyConditionExpression: '#item = :item' }
    const names = { ExpressionAttributeNames: { '#item': 'item' }, ExpressionAttributeValues: { ':item': KEY.item } }
    const { Items } = await client.send(new QueryCommand({ ...query, ...names }))
    expect(Items).toEqual([expect.objectContaining(KEY)])
  })

  test('is refused with the way out where the engine cannot add it', async () => {
    const { client } = await running({ folder: null, engine: 'dynalite' })
    await createTables(client, [TOUCHES])
    await expect(createTables(client, [newer])).rejects.toThrow('Touches is of an earlier version')
  })
})

test('a dynoxide left over by a killed parent is ended by the next start, and nothing it kept is lost', async () => {
  const folder = temporaryFolder()
  const first = await running({ folder })
  await createTables(first.client, [TOUCHES])
  await first.claim()
  const leftover = Number(readFileSync(join(folder, 'dynoxide.pid'), 'utf8'))
  const second = await running({ folder })
  // Its parent, which is this process here, learns of the end a moment later.
  await vi.waitFor(() => expect(() => process.kill(leftover, 0)).toThrow(), 60_000)
  expect(await second.isClaimed()).toBe(true)
  await second.dynamo.stop()
  expect(existsSync(join(folder, 'dynoxide.pid'))).toBe(false)
})

test('a killed dynoxide has lost nothing, though no write waits for the disk', async () => {
  const folder = temporaryFolder()
  const first = await running({ folder })
  await createTables(first.client, [TOUCHES])
  await first.claim()
  process.kill(Number(readFileSync(join(folder, 'dynoxide.pid'), 'utf8')), 'SIGKILL')
  const second = await running({ folder })
  expect(await second.isClaimed()).toBe(true)
})

test('a database of the version before, which lay beside the other files, is used', async () => {
  const folder = temporaryFolder()
  const first = await running({ folder })
  await createTables(first.client, [TOUCHES])
  await first.claim()
  await first.dynamo.stop()
  for (const name of readdirSync(join(folder, 'dynoxide'))) renameSync(join(folder, 'dynoxide', name), join(folder, name))
  const second = await running({ folder })
  expect(await second.isClaimed()).toBe(true)
})

test('another endpoint is used as it is, and never stopped', async () => {
  const { dynamo: other, client } = await running({ folder: null, engine: 'dynalite' })
  const dynamo = await startDynamo({ folder: null, externalEndpoint: other.endpoint })
  expect(dynamo).toMatchObject({ engine: 'external', endpoint: other.endpoint })
  await dynamo.stop()
  await createTables(client, [TOUCHES])
})

describe('the folder of the state', () => {
  test('may be written from the folder that the program runs in: the engine is the same, and so are its tables', async () => {
    const folder = temporaryFolder()
    const here = process.cwd()
    onTestFinished(() => process.chdir(here))
    process.chdir(dirname(folder))
    const first = await running({ folder: basename(folder) })
    expect(first.dynamo.engine).toBe('dynoxide')
    await createTables(first.client, [TOUCHES])
    await first.claim()
    await first.dynamo.stop()
    const second = await running({ folder })
    expect(await second.isClaimed()).toBe(true)
  })

  test('that holds tables of dynalite and none of dynoxide is opened by dynalite: nothing of them is lost', async () => {
    const folder = temporaryFolder()
    const first = await running({ folder, engine: 'dynalite' })
    await createTables(first.client, [TOUCHES])
    await first.claim()
    await first.dynamo.stop()
    mkdirSync(join(folder, 'dynoxide'), { recursive: true })
    const second = await running({ folder })
    expect(second.dynamo.engine).toBe('dynalite')
    expect(await second.isClaimed()).toBe(true)
  })
})

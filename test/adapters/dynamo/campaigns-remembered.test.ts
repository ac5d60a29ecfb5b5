/** Accepted versions never change and are read once; the list of the newest is read when its stamp is another, and the states every time. */
import { DeleteItemCommand, type PutItemCommandInput, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoCampaignStore } from '#adapters/dynamo/campaign-store.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { AN_INSTANT, acceptedCampaign } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

test('a version is read once, and one that is not there yet is asked for again', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const [store, another] = [dynamoCampaignStore(table), dynamoCampaignStore(table)]
  let calls = 0
  const name = 'counting calls'
  engine.client.middlewareStack.add(
    (next) => async (args) => {
      calls++
      return next(args)
    },
    { step: 'initialize', name },
  )
  try {
    expect(await store.version('birthday', 1)).toBeUndefined()
    await another.accept(acceptedCampaign())
    calls = 0
    expect(await store.version('birthday', 1)).toEqual(acceptedCampaign())
    expect(await store.version('birthday', 1)).toEqual(acceptedCampaign())
    expect(calls).toBe(1)
  } finally {
    engine.client.middlewareStack.remove(name)
  }
})

test('the list is read when it has changed, and whole when it names a version that was not read', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const [store, another] = [dynamoCampaignStore(table), dynamoCampaignStore(table)]
  const tet = acceptedCampaign({ id: 'a-tet', name: 'Tết' })
  await another.accept(acceptedCampaign())
  await another.accept(tet)
  const asked: (readonly string[] | 'whole' | 'row')[] = []
  const name = 'attributes asked for'
  engine.client.middlewareStack.add(
    (next) => async (args) => {
      const { KeyConditionExpression, ProjectionExpression, ExpressionAttributeNames = {} } = args.input as QueryCommandInput
      const attributes = ProjectionExpression?.split(', ').map((attribute) => ExpressionAttributeNames[attribute] ?? '')
      asked.push(KeyConditionExpression === undefined ? 'row' : (attributes ?? 'whole'))
      return next(args)
    },
    { step: 'initialize', name },
  )
  try {
    expect(await store.latest()).toEqual([tet, acceptedCampaign()])
    expect(await store.latest()).toEqual([tet, acceptedCampaign()])
    expect(asked).toEqual(['row', 'whole', 'row'])
    const second = acceptedCampaign({ version: 2, name: 'Sinh nhật vui vẻ' })
    await another.accept(second)
    asked.length = 0
    expect(await store.latest()).toEqual([tet, second])
    expect(await store.latest()).toEqual([tet, second])
    expect(asked).toEqual(['row', ['item', 'version'], 'whole', 'row'])
    expect(await store.version('birthday', 2)).toEqual(second)
    expect(asked).toHaveLength(4)
    // Accepted again, nothing has changed but the stamp.
    await another.accept(second)
    asked.length = 0
    expect(await store.latest()).toEqual([tet, second])
    expect(asked).toEqual(['row', ['item', 'version']])
  } finally {
    engine.client.middlewareStack.remove(name)
  }
})

test('what another process accepts or stops is seen at once', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const [store, another] = [dynamoCampaignStore(table), dynamoCampaignStore(table)]
  await another.accept(acceptedCampaign())
  expect(await store.latest()).toEqual([acceptedCampaign()])
  expect(await store.state('birthday')).toBe('active')
  const second = acceptedCampaign({ version: 2, name: 'Sinh nhật vui vẻ' })
  await another.accept(second)
  await another.setState({
    from: 'active',
    campaignId: 'birthday',
    state: 'paused',
    at: AN_INSTANT,
    by: 'lan',
    because: 'sai mẫu thư',
  })
  expect(await store.latest()).toEqual([second])
  expect(await store.state('birthday')).toBe('paused')
  expect(await store.states()).toEqual(new Map([['birthday', 'paused']]))
  // The same definition under another number is another version.
  expect(await store.version('birthday', 1)).toEqual(acceptedCampaign())
})

test('what was listed before a writer broke off is read again once it has written', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const [store, another] = [dynamoCampaignStore(table), dynamoCampaignStore(table)]
  await another.accept(acceptedCampaign())
  expect(await store.latest()).toEqual([acceptedCampaign()])
  const second = acceptedCampaign({ version: 2, name: 'Sinh nhật vui vẻ' })
  const name = 'breaks off after the row of the list'
  let isListed = false
  engine.client.middlewareStack.add(
    (next) => async (args) => {
      const { Item } = args.input as PutItemCommandInput
      if (isListed && Item) throw new Error('broken off')
      isListed = Item?.scope?.S === '#campaigns'
      return next(args)
    },
    { step: 'initialize', name },
  )
  try {
    await expect(another.accept(second)).rejects.toThrow('broken off')
  } finally {
    engine.client.middlewareStack.remove(name)
  }
  expect(await store.latest()).toEqual([second])
})

test('a table of the version before has no stamp: its list is read every time', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const [store, another] = [dynamoCampaignStore(table), dynamoCampaignStore(table)]
  await another.accept(acceptedCampaign())
  const takeStamp = () =>
    engine.client.send(
      new DeleteItemCommand({ TableName: table.tableName, Key: marshall({ scope: '#stamp', item: '#campaigns' }) }),
    )
  await takeStamp()
  expect(await store.latest()).toEqual([acceptedCampaign()])
  const second = acceptedCampaign({ version: 2, name: 'Sinh nhật vui vẻ' })
  await another.accept(second)
  await takeStamp()
  expect(await store.latest()).toEqual([second])
})

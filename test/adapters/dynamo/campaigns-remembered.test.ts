/** Accepted versions never change and are read once; which is the newest, and the states, are read every time. */
import type { QueryCommandInput } from '@aws-sdk/client-dynamodb'
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

test('the list is read without definitions while it names versions that were read, and whole when it names another', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const [store, another] = [dynamoCampaignStore(table), dynamoCampaignStore(table)]
  const tet = acceptedCampaign({ id: 'a-tet', name: 'Tết' })
  await another.accept(acceptedCampaign())
  await another.accept(tet)
  const asked: (readonly string[] | 'whole')[] = []
  const name = 'attributes asked for'
  engine.client.middlewareStack.add(
    (next) => async (args) => {
      const { ProjectionExpression, ExpressionAttributeNames = {} } = args.input as QueryCommandInput
      asked.push(ProjectionExpression?.split(', ').map((attribute) => ExpressionAttributeNames[attribute] ?? '') ?? 'whole')
      return next(args)
    },
    { step: 'initialize', name },
  )
  try {
    expect(await store.latest()).toEqual([tet, acceptedCampaign()])
    expect(await store.latest()).toEqual([tet, acceptedCampaign()])
    expect(asked).toEqual(['whole', ['item', 'version']])
    const second = acceptedCampaign({ version: 2, name: 'Sinh nhật vui vẻ' })
    await another.accept(second)
    asked.length = 0
    expect(await store.latest()).toEqual([tet, second])
    expect(await store.latest()).toEqual([tet, second])
    expect(asked).toEqual([['item', 'version'], 'whole', ['item', 'version']])
    expect(await store.version('birthday', 2)).toEqual(second)
    expect(asked).toHaveLength(3)
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

/** What is kept for the record beside a row that changes is not lost when the process ends between the two writes. */
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoCampaignStore } from '#adapters/dynamo/campaign-store.ts'
import { dynamoRosterStore } from '#adapters/dynamo/roster-store.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

/** Lets the first `writes` writes through; the process ends at the next. Answers whether it did. */
async function endingAfter(writes: number, work: () => Promise<unknown>): Promise<boolean> {
  const { middlewareStack } = engine.client
  let made = 0
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'GetItemCommand' && made++ >= writes) throw new Error('the power went')
        return next(args)
      },
    { step: 'initialize', name: 'ending' },
  )
  try {
    await work()
    return false
  } catch {
    return true
  } finally {
    middlewareStack.remove('ending')
  }
}

async function historyOf({ client, tableName }: DynamoTable, scope: string, beginning: string): Promise<readonly Row[]> {
  const names = { '#scope': 'scope', '#item': 'item' }
  const values = marshall({ ':scope': scope, ':beginning': beginning })
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#scope = :scope AND begins_with(#item, :beginning)',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
      ConsistentRead: true,
    }),
  )
  return Items.map((item) => unmarshall(item))
}

const change = (nth: number) =>
  ({
    campaignId: 'birthday',
    from: nth % 2 === 1 ? 'active' : 'paused',
    state: nth % 2 === 1 ? 'paused' : 'active',
    at: `2027-02-06T03:00:0${nth}.000Z`,
    by: `person ${nth}`,
    because: 'sai mẫu thư',
  }) as const

test.each([1, 2, 3])(
  'a change of state that ended after write %i stands in the history after the next one, once',
  async (writes) => {
    const table = await freshTable(engine.client, 'campaigns')
    const store = dynamoCampaignStore(table)
    expect(await store.setState(change(1))).toBe('written')
    expect(await endingAfter(writes, () => store.setState(change(2)))).toBe(writes < 3)
    expect(await store.lastChange('birthday')).toMatchObject({ state: 'active', by: 'person 2' })
    expect(await store.setState(change(3))).toBe('written')
    const kept = (await historyOf(table, 'birthday', 'state#')).map(({ state, by }) => `${state} ${by}`)
    expect(kept).toEqual(['paused person 1', 'active person 2', 'paused person 3'])
  },
)

test('of several changes that all ended after the state was written none is lost', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const store = dynamoCampaignStore(table)
  for (const nth of [1, 2, 3]) expect(await endingAfter(1, () => store.setState(change(nth)))).toBe(true)
  expect(await store.state('birthday')).toBe('paused')
  expect(await store.setState(change(4))).toBe('written')
  const kept = (await historyOf(table, 'birthday', 'state#')).map(({ by }) => by)
  expect(kept).toEqual(['person 1', 'person 2', 'person 3', 'person 4'])
  const [row] = await historyOf(table, '#states', 'birthday')
  expect(row).toEqual({ scope: '#states', item: 'birthday', ...standing(4) })
})

const standing = (nth: number) => {
  const { state, at, by, because } = change(nth)
  return { state, at, by, because }
}

test('a change that ended before a state was written is neither a state nor history', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const store = dynamoCampaignStore(table)
  expect(await endingAfter(0, () => store.setState(change(1)))).toBe(true)
  expect(await store.setState({ ...change(1), by: 'lan' })).toBe('written')
  expect((await historyOf(table, 'birthday', 'state#')).map(({ by }) => by)).toEqual(['lan'])
})

test('a state of the version before, beside its history, is kept once', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  for (const key of [
    { scope: '#states', item: 'birthday' },
    { scope: 'birthday', item: `state#${change(1).at}` },
  ])
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: marshall({ ...key, ...standing(1) }) }))
  expect(await dynamoCampaignStore(table).setState(change(2))).toBe('written')
  expect((await historyOf(table, 'birthday', 'state#')).map(({ by }) => by)).toEqual(['person 1', 'person 2'])
})

test('a roster whose publication ended before its version was kept is kept by the next one', async () => {
  const table = await freshTable(engine.client, 'staff')
  const store = dynamoRosterStore(table)
  const roster = (version: number) => ({
    people: [],
    version,
    publishedAt: `2027-03-10T02:00:0${version}.000Z`,
    publishedBy: `person ${version}`,
  })
  expect(await endingAfter(1, () => store.publish(roster(1)))).toBe(true)
  expect(await store.publish(roster(2))).toBe('written')
  expect(await store.publish(roster(2))).toBe('lost')
  expect((await historyOf(table, '#roster', 'v#')).map(({ version, publishedBy }) => `${version} ${publishedBy}`)).toEqual([
    '1 person 1',
    '2 person 2',
  ])
})

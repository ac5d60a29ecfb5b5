/** A rival writer: before a write under a version, another writer really raises that version, so that the write really loses. */
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { SdkFaults } from '#local/torture/sdk-faults.ts'

export function addRivals(
  client: DynamoDBClient,
  rival: DynamoDBClient,
  { chance, rates, say }: Pick<SdkFaults, 'chance' | 'rates' | 'say'>,
): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const input: object = args.input
      if (isVersionedPut(input) && chance.happens('race-lost', rates().race) && (await overtake(rival, input))) say('race-lost')
      return next(args)
    },
    { step: 'initialize', name: 'tortureRivals' },
  )
}

type VersionedPut = ConstructorParameters<typeof PutItemCommand>[0]

const isVersionedPut = (input: object): input is VersionedPut =>
  'ConditionExpression' in input && input.ConditionExpression === '#version = :before' && 'Item' in input

/** Every table's key, as the names of its attributes. */
const KEYS = ['customerId', 'occurrenceId', 'item', 'campaignId', 'period', 'workId', 'scope']
const KEY_OF: Readonly<Record<string, readonly string[]>> = {
  touches: ['customerId', 'item'],
  occurrences: ['occurrenceId', 'item'],
  budgets: ['campaignId', 'period'],
  work: ['workId'],
  staff: ['scope', 'item'],
}

async function overtake(rival: DynamoDBClient, put: VersionedPut): Promise<boolean> {
  const table = put.TableName ?? ''
  const names = KEY_OF[table.slice(table.lastIndexOf('-') + 1)]
  const version = put.ExpressionAttributeNames?.['#version']
  const before = put.ExpressionAttributeValues?.[':before']
  if (!names || version === undefined || before === undefined) return false
  const Key = Object.fromEntries(KEYS.filter((name) => names.includes(name)).map((name) => [name, put.Item?.[name] ?? { S: '' }]))
  const item = await raisedItem(rival, { TableName: put.TableName, Key })
  try {
    await rival.send(
      new UpdateItemCommand({
        TableName: put.TableName,
        Key,
        UpdateExpression: `SET #version = #version + :one${item ? ', #item = :item' : ''}`,
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': version, ...(item && { '#item': 'item' }) },
        ExpressionAttributeValues: { ':one': { N: '1' }, ':before': before, ...(item && { ':item': { S: item } }) },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** Work says its version in its JSON too, which is what the desk reads; undefined for other rows. */
async function raisedItem(
  rival: DynamoDBClient,
  asked: Pick<VersionedPut, 'TableName'> & { readonly Key: VersionedPut['Item'] },
) {
  if (!asked.Key || !('workId' in asked.Key)) return undefined
  const { Item } = await rival.send(new GetItemCommand({ TableName: asked.TableName, Key: asked.Key, ConsistentRead: true }))
  if (Item?.item?.S === undefined) return undefined
  const item = JSON.parse(Item.item.S)
  return JSON.stringify({ ...item, version: item.version + 1 })
}

/** Reads rows by their keys. Consistent, so that earlier writes are seen, unless the caller asks for eventual consistency at half the price. */
import { BatchGetItemCommand, GetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { backOff } from '#adapters/back-off.ts'
import { projectionOf } from '#adapters/dynamo/projection.ts'
import { type DynamoTable, joined, type Key, lastOfEach, type Row } from '#adapters/dynamo/rows.ts'
import { inChunks } from '#adapters/in-chunks.ts'
import { eachBounded } from '#app/each-bounded.ts'

/** The limit of BatchGetItem. */
const KEYS_PER_CALL = 100
const CALLS_AT_ONCE = 4
/** Repetitions in a row without a result, before giving up. */
const FRUITLESS_TRIES = 8

export async function getRow({ client, tableName }: DynamoTable, key: Key): Promise<Row | undefined> {
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: marshall(key), ConsistentRead: true }))
  return Item && unmarshall(Item)
}

/** How fresh an answer must be: `eventuallyConsistent` may miss a write of a moment ago, and costs half. */
export interface Freshness {
  readonly eventuallyConsistent?: boolean
}

export interface Reading extends Freshness {
  /** Only these attributes: the same units, and half of the time for rows that repeat in their keys what one attribute holds. */
  readonly only?: readonly string[]
}

/** The rows that exist among the keys, in no particular order; a key named twice is read once. */
export async function getRows(
  table: DynamoTable,
  keys: readonly Key[],
  { eventuallyConsistent = false, only }: Reading = {},
): Promise<readonly Row[]> {
  const distinct = lastOfEach(keys, (key) => joined(...Object.values(key)))
  const found: Row[] = []
  await eachBounded(inChunks(distinct, KEYS_PER_CALL), {
    limit: CALLS_AT_ONCE,
    act: async (chunk) => {
      for (const row of await getChunk(table, chunk, { ConsistentRead: !eventuallyConsistent, ...(only && projectionOf(only)) }))
        found.push(row)
    },
  })
  return found
}

async function getChunk(
  { client, tableName }: DynamoTable,
  keys: readonly Key[],
  reading: Omit<KeysAndAttributes, 'Keys'>,
): Promise<readonly Row[]> {
  const found: Row[] = []
  let wanted = keys.map((key) => marshall(key))
  let fruitless = 0
  while (wanted.length > 0) {
    const request = { [tableName]: { Keys: wanted, ...reading } }
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems: request }))
    for (const item of Responses?.[tableName] ?? []) found.push(unmarshall(item))
    const left = UnprocessedKeys?.[tableName]?.Keys ?? []
    fruitless = left.length < wanted.length ? 0 : fruitless + 1
    if (fruitless > FRUITLESS_TRIES) throw new Error(`${tableName}: ${left.length} keys stay unprocessed`)
    wanted = left
    if (left.length > 0) await backOff(fruitless + 1)
  }
  return found
}

/** Writing rows. A condition that does not hold is an outcome, `lost`; every other failure is thrown. */
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { backOff } from '#adapters/back-off.ts'
import type { Condition } from '#adapters/dynamo/conditions.ts'
import type { DynamoTable, Key, Row } from '#adapters/dynamo/rows.ts'
import { inChunks } from '#adapters/in-chunks.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { Written } from '#app/ports/written.ts'

/** The limit of BatchWriteItem. */
const ROWS_PER_CALL = 25
const CALLS_AT_ONCE = 4
/** Repetitions in a row without a result, before giving up. */
const FRUITLESS_TRIES = 8

/** Puts a whole row; attributes that are undefined are left out. */
export const putRow = ({ client, tableName }: DynamoTable, row: Row, condition?: Condition): Promise<Written> =>
  unlessLost(client.send(new PutItemCommand({ TableName: tableName, Item: itemOf(row), ...guard(condition) })))

export const deleteRow = ({ client, tableName }: DynamoTable, key: Key, condition?: Condition): Promise<Written> =>
  unlessLost(client.send(new DeleteItemCommand({ TableName: tableName, Key: marshall(key), ...guard(condition) })))

export interface RowChange {
  readonly key: Key
  readonly set?: Row
  /** Set where the row has no such attribute yet. */
  readonly setIfAbsent?: Row
  readonly remove?: readonly string[]
  /** A number is added to the stored one, or to 0; texts to the stored set, or to an empty one. */
  readonly add?: Readonly<Record<string, number | ReadonlySet<string>>>
  readonly condition?: Condition
}

/** Changes some attributes and keeps the others. Makes the row when there is none and no condition forbids it. */
export function updateRow(
  { client, tableName }: DynamoTable,
  { key, set = {}, setIfAbsent = {}, remove = [], add = {}, condition }: RowChange,
): Promise<Written> {
  const sets = Object.keys(set).map((attribute) => `#${attribute} = :${attribute}`)
  const fills = Object.keys(setIfAbsent).map((attribute) => `#${attribute} = if_not_exists(#${attribute}, :${attribute})`)
  const clauses = [
    ['SET', [...sets, ...fills]],
    ['REMOVE', remove.map((attribute) => `#${attribute}`)],
    ['ADD', Object.keys(add).map((attribute) => `#${attribute} :${attribute}`)],
  ] as const
  const expression = clauses.flatMap(([verb, parts]) => (parts.length > 0 ? [`${verb} ${parts.join(', ')}`] : [])).join(' ')
  const values = { ...set, ...setIfAbsent, ...add }
  const names = Object.fromEntries([...Object.keys(values), ...remove].map((attribute) => [`#${attribute}`, attribute]))
  const placed = Object.fromEntries(Object.entries(values).map(([attribute, value]) => [`:${attribute}`, value]))
  return unlessLost(
    client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: marshall(key),
        UpdateExpression: expression,
        ExpressionAttributeNames: { ...names, ...condition?.names },
        ExpressionAttributeValues: marshall({ ...placed, ...condition?.values }),
        ...(condition && { ConditionExpression: condition.expression }),
      }),
    ),
  )
}

/** Adds texts to a set of texts, which is made where there is none. */
export const addToSet = (
  { client, tableName }: DynamoTable,
  {
    key,
    attribute,
    values,
    condition,
  }: { readonly key: Key; readonly attribute: string; readonly values: readonly string[]; readonly condition: Condition },
): Promise<Written> =>
  unlessLost(
    client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: marshall(key),
        UpdateExpression: 'ADD #set :added',
        ConditionExpression: condition.expression,
        ExpressionAttributeNames: { '#set': attribute, ...condition.names },
        ExpressionAttributeValues: marshall({ ':added': new Set(values), ...condition.values }),
      }),
    ),
  )

/** Puts whole rows and overwrites stored ones. No two may have the same key. */
export const putRows = (table: DynamoTable, rows: readonly Row[]): Promise<void> =>
  writeAll(
    table,
    rows.map((row) => ({ PutRequest: { Item: itemOf(row) } })),
  )

/** Removes rows, whether they exist or not. No key may be named twice. */
export const deleteRows = (table: DynamoTable, keys: readonly Key[]): Promise<void> =>
  writeAll(
    table,
    keys.map((key) => ({ DeleteRequest: { Key: marshall(key) } })),
  )

const writeAll = (table: DynamoTable, writes: readonly WriteRequest[]): Promise<void> =>
  eachBounded(inChunks(writes, ROWS_PER_CALL), { limit: CALLS_AT_ONCE, act: (chunk) => writeChunk(table, chunk) })

async function writeChunk({ client, tableName }: DynamoTable, chunk: readonly WriteRequest[]): Promise<void> {
  let writes = [...chunk]
  let fruitless = 0
  while (writes.length > 0) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: writes } }))
    const left = UnprocessedItems?.[tableName] ?? []
    fruitless = left.length < writes.length ? 0 : fruitless + 1
    if (fruitless > FRUITLESS_TRIES) throw new Error(`${tableName}: ${left.length} rows stay unprocessed`)
    writes = left
    if (left.length > 0) await backOff(fruitless + 1)
  }
}

async function unlessLost(write: Promise<unknown>): Promise<Written> {
  try {
    await write
    return 'written'
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'lost'
    throw error
  }
}

const itemOf = (row: Row) => marshall(row, { removeUndefinedValues: true })

const guard = (condition: Condition | undefined) =>
  condition && {
    ConditionExpression: condition.expression,
    ExpressionAttributeNames: { ...condition.names },
    ...(Object.keys(condition.values ?? {}).length > 0 && { ExpressionAttributeValues: marshall({ ...condition.values }) }),
  }

/**
 * Reads the rows of one partition key, page by page to the end. Tables are read consistently unless the caller asks for less; indexes are always
 * eventually consistent.
 */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { projectionOf } from '#adapters/dynamo/projection.ts'
import type { DynamoTable, Key, Row } from '#adapters/dynamo/rows.ts'

export interface RowQuery {
  readonly index?: string
  readonly partition: { readonly attribute: string; readonly is: string }
  readonly sort?: { readonly attribute: string } & (
    | { readonly beginsWith: string }
    | { readonly after: string }
    | { readonly from: string; readonly to: string }
  )
  /** Rows with this value are left out of the answer; they are paid for all the same. */
  readonly except?: { readonly attribute: string; readonly is: string }
  /** Only these attributes; the rows are paid for whole. */
  readonly only?: readonly string[]
  /** For a table: half the price, and a row written a moment ago may be missing. */
  readonly eventuallyConsistent?: boolean
  /** From the end of the sort key. */
  readonly latestFirst?: boolean
  /** Rows per call, for callers that stop early. */
  readonly pageSize?: number
  /** The keys of a row, those of the index among them: what stands behind it. It need not be there any more. */
  readonly behind?: Key
}

export async function* queryPages({ client, tableName }: DynamoTable, query: RowQuery): AsyncGenerator<readonly Row[], void> {
  const input = inputOf(tableName, query)
  let from: QueryCommandInput['ExclusiveStartKey'] = query.behind && marshall(query.behind)
  do {
    const page = await client.send(new QueryCommand({ ...input, ExclusiveStartKey: from }))
    const rows = (page.Items ?? []).map((item) => unmarshall(item))
    if (rows.length > 0) yield rows
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

/** Every row at once, in the order of the sort key. */
export async function queryAll(table: DynamoTable, query: RowQuery): Promise<readonly Row[]> {
  const rows: Row[] = []
  for await (const page of queryPages(table, query)) for (const row of page) rows.push(row)
  return rows
}

/** How many rows there are, counted to the end, or until there are so many. */
export async function countRows(
  { client, tableName }: DynamoTable,
  query: RowQuery,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const input = inputOf(tableName, query)
  let from: QueryCommandInput['ExclusiveStartKey']
  let count = 0
  do {
    const page = await client.send(new QueryCommand({ ...input, Select: 'COUNT', ExclusiveStartKey: from }))
    count += page.Count ?? 0
    from = page.LastEvaluatedKey
  } while (from !== undefined && count < most)
  return Math.min(count, most)
}

function inputOf(
  tableName: string,
  { index, partition, sort, except, only, eventuallyConsistent = false, latestFirst = false, pageSize }: RowQuery,
): QueryCommandInput {
  const range = sort && rangeOf(sort)
  const projection = only && projectionOf(only)
  return {
    TableName: tableName,
    KeyConditionExpression: range ? `#partition = :partition AND ${range.expression}` : '#partition = :partition',
    ExpressionAttributeNames: {
      '#partition': partition.attribute,
      ...(sort && { '#sort': sort.attribute }),
      ...(except && { '#except': except.attribute }),
      ...projection?.ExpressionAttributeNames,
    },
    ExpressionAttributeValues: marshall({
      ':partition': partition.is,
      ...range?.values,
      ...(except && { ':except': except.is }),
    }),
    ...(projection && { ProjectionExpression: projection.ProjectionExpression }),
    ...(except && { FilterExpression: '#except <> :except' }),
    ...(index === undefined ? { ConsistentRead: !eventuallyConsistent } : { IndexName: index }),
    ...(latestFirst && { ScanIndexForward: false }),
    ...(pageSize !== undefined && { Limit: pageSize }),
  }
}

function rangeOf(sort: NonNullable<RowQuery['sort']>): {
  readonly expression: string
  readonly values: Readonly<Record<string, string>>
} {
  if ('beginsWith' in sort) return { expression: 'begins_with(#sort, :start)', values: { ':start': sort.beginsWith } }
  if ('after' in sort) return { expression: '#sort > :after', values: { ':after': sort.after } }
  return { expression: '#sort BETWEEN :from AND :to', values: { ':from': sort.from, ':to': sort.to } }
}

/**
 * Which days have rows in an index by day. A query must name its day, so this is a scan: only the nightly deletion does it, on Sundays, and only of an
 * index.
 */
import { ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'

/** The different values of the index's partition key, call by call. */
export async function* keysInIndex(
  { client, tableName }: DynamoTable,
  { index, attribute }: { readonly index: string; readonly attribute: string },
): AsyncGenerator<readonly string[], void> {
  let from: ScanCommandInput['ExclusiveStartKey']
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        IndexName: index,
        ProjectionExpression: '#key',
        ExpressionAttributeNames: { '#key': attribute },
        ExclusiveStartKey: from,
      }),
    )
    yield [...new Set((page.Items ?? []).map((item) => String(unmarshall(item)[attribute])))]
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

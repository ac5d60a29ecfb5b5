/** Reads every row of a table: for an operator's command, never for a function. */
import { ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'

export async function* scanPages({ client, tableName }: DynamoTable): AsyncGenerator<readonly Row[], void> {
  let from: ScanCommandInput['ExclusiveStartKey']
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: from }))
    yield (page.Items ?? []).map((item) => unmarshall(item))
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

/** How many contact points are suppressed. Needs no key, and reads every row: for an operator's command, never for a function. */
import { ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { isSuppressionRow } from '#adapters/dynamo/suppression-rows.ts'

export async function countSuppressions({ client, tableName }: DynamoTable): Promise<number> {
  let from: ScanCommandInput['ExclusiveStartKey']
  let count = 0
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ExclusiveStartKey: from }))
    count += (page.Items ?? []).filter((item) => isSuppressionRow(unmarshall(item))).length
    from = page.LastEvaluatedKey
  } while (from !== undefined)
  return count
}

/** Every row of a table, as it is stored. */
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'

export async function* scanRows(client: DynamoDBClient, TableName: string): AsyncGenerator<Record<string, unknown>> {
  let ExclusiveStartKey: Record<string, never> | undefined
  do {
    const page = await client.send(
      new ScanCommand({ TableName, ConsistentRead: true, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    )
    for (const item of page.Items ?? []) yield unmarshall(item)
    ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined
  } while (ExclusiveStartKey)
}

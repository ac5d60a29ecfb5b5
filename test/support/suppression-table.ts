/** A table of suppressions as tests write it by hand, read it whole, and watch what is done to it. */
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { withKeys } from '#test/support/suppression-keys.ts'

export const put = ({ client, tableName }: DynamoTable, row: Row) =>
  client.send(new PutItemCommand({ TableName: tableName, Item: marshall(row) }))

export async function rowsIn({ client, tableName }: DynamoTable): Promise<readonly Row[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }))
  return Items.map((item) => unmarshall(item))
}

/** The table through a client of its own that runs `hook` before and after every command, under the key of tests. */
export function watched(table: DynamoTable, hook: (name: string, when: 'before' | 'after') => Promise<void>) {
  const { endpoint, region, credentials } = table.client.config
  const client = new DynamoDBClient({ ...(endpoint && { endpoint }), region, credentials, maxAttempts: 1 })
  client.middlewareStack.add(
    (next, context) => async (args) => {
      await hook(String(context.commandName), 'before')
      const answer = await next(args)
      await hook(String(context.commandName), 'after')
      return answer
    },
    { step: 'initialize', name: 'watched' },
  )
  return withKeys({ client, tableName: table.tableName })
}

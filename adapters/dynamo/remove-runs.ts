/** Removes the numbers of do-not-call lists that are no longer in force. Reads every row of the table: for an operator's command, never for a function. */
import { ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { KEY, keyed, keyTextOf, runOf } from '#adapters/dynamo/suppression-rows.ts'
import { deleteRows } from '#adapters/dynamo/write-rows.ts'

interface Removing {
  readonly run: number
  /** Hears after each page how many are gone. */
  readonly onRemoved: (removed: number) => void
}

/** Rows of this run and of later ones stay. */
export async function removeRunsBefore(table: DynamoTable, { run, onRemoved }: Removing): Promise<void> {
  let removed = 0
  const { client, tableName } = table
  let from: ScanCommandInput['ExclusiveStartKey']
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ProjectionExpression: KEY, ConsistentRead: true, ExclusiveStartKey: from }),
    )
    const names = (page.Items ?? []).map((item) => keyTextOf(unmarshall(item)))
    const old = names.filter((name) => (runOf(name) ?? run) < run)
    await deleteRows(table, old.map(keyed))
    removed += old.length
    if (old.length > 0) onRemoved(removed)
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

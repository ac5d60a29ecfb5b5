/** Suppressed addresses in DynamoDB, by hash. A row that is there but cannot be read still stops the mail. */
import { absent } from '#adapters/dynamo/conditions.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { SuppressionList } from '#app/ports.ts'
import { SuppressionSchema } from '#core/audience/suppression.ts'

export function dynamoSuppressionList(table: DynamoTable): SuppressionList {
  return {
    among: async (addressHashes) => {
      const rows = await getRows(
        table,
        addressHashes.map((addressHash) => ({ addressHash })),
      )
      return new Map(
        rows.map((row) => {
          const parsed = SuppressionSchema.safeParse(row)
          return [String(row.addressHash), parsed.success ? parsed.data : 'unreadable'] as const
        }),
      )
    },
    add: async (suppression) => {
      await putRow(table, suppression, absent('addressHash'))
    },
  }
}

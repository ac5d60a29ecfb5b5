/** The audit log in DynamoDB: a partition for each month, an entry never replaced. */
import { absent } from '#adapters/dynamo/conditions.ts'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { type AuditLog, auditPlace } from '#app/ports/staff.ts'
import { type AuditEntry, AuditEntrySchema } from '#core/staff/audit-entry.ts'

const monthOf = (month: string) => `audit#${month}`
/** Sorts before every place; a key condition takes no empty text. */
const FIRST = '!'

export function dynamoAuditLog(table: DynamoTable): AuditLog {
  return {
    add: async (entry) =>
      void (await putRow(table, { scope: monthOf(entry.at.slice(0, 7)), item: auditPlace(entry), ...entry }, absent('scope'))),
    page: async ({ month, before, limit }) => {
      const found: AuditEntry[] = []
      const query = {
        partition: { attribute: 'scope', is: monthOf(month) },
        ...(before !== undefined && { sort: { attribute: 'item', from: FIRST, to: before } }),
        latestFirst: true,
        // The place that the page begins before may be among them.
        pageSize: limit + 1,
      }
      for await (const rows of queryPages(table, query)) {
        found.push(...rows.map(entryOf).filter((entry) => auditPlace(entry) !== before))
        if (found.length >= limit) break
      }
      return found.slice(0, limit)
    },
  }
}

const entryOf = (row: Row): AuditEntry => readAs(AuditEntrySchema, row, 'an entry of the audit log')

/** The audit log in DynamoDB: a partition for each month, an entry never replaced. */
import { absent } from '#adapters/dynamo/conditions.ts'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { type AuditLog, auditPlace } from '#app/ports/staff.ts'
import { AuditEntrySchema, type AuditLine } from '#core/staff/audit-entry.ts'

const SCOPE = 'audit#'
const monthOf = (month: string) => `${SCOPE}${month}`
/** Sorts before every place; a key condition takes no empty text. */
const FIRST = '!'

export function dynamoAuditLog(table: DynamoTable): AuditLog {
  return {
    add: async (given) => {
      const entry = AuditEntrySchema.parse(given)
      await putRow(table, { scope: monthOf(entry.at.slice(0, 7)), item: auditPlace(entry), ...entry }, absent('scope'))
    },
    page: async ({ month, before, limit }) => {
      const found: AuditLine[] = []
      const query = {
        partition: { attribute: 'scope', is: monthOf(month) },
        ...(before !== undefined && { sort: { attribute: 'item', from: FIRST, to: before } }),
        latestFirst: true,
        // The place that the page begins before may be among them.
        pageSize: limit + 1,
      }
      for await (const rows of queryPages(table, query)) {
        found.push(...rows.map(lineOf).filter((line) => auditPlace(line) !== before))
        if (found.length >= limit) break
      }
      return found.slice(0, limit)
    },
  }
}

/** A row of the staff table that is a line of the log. */
export const isAuditRow = ({ scope }: Row): boolean => typeof scope === 'string' && scope.startsWith(SCOPE)

/** One row that cannot be read must not hide what all others did: no row is ever removed. */
function lineOf(row: Row): AuditLine {
  const read = AuditEntrySchema.safeParse(row)
  return read.success ? read.data : { place: String(row.item), result: 'unreadable' }
}

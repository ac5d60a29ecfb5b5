/**
 * Brings entries of the audit log that a version before stored under what they are about as well. Adds rows and changes none. Harmless when stopped, repeated,
 * or run beside staff who work.
 */
import { aboutRows, entryOfMonth } from '#adapters/dynamo/audit-log.ts'
import { absent } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { scanPages } from '#adapters/dynamo/scan-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'

const AT_ONCE = 16

export interface FilledLog {
  /** Entries that are about something. */
  readonly entries: number
  /** Of these, entries that were not found by it. */
  readonly written: number
}

export async function fillLog(table: DynamoTable, { dryRun = false }: { readonly dryRun?: boolean } = {}): Promise<FilledLog> {
  const filled = { entries: 0, written: 0 }
  const bring = async (row: Row) => {
    const key = { scope: String(row.scope), item: String(row.item) }
    const isMissing = dryRun
      ? (await getRow(table, key)) === undefined
      : (await putRow(table, row, absent('scope'))) === 'written'
    if (isMissing) filled.written++
  }
  for await (const page of scanPages(table)) {
    const rows = page.flatMap((row) => {
      const entry = entryOfMonth(row)
      return entry ? aboutRows(entry) : []
    })
    filled.entries += rows.length
    await eachBounded(rows, { limit: AT_ONCE, act: bring })
  }
  return filled
}

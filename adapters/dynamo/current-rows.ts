/**
 * Reads the present rows behind an index. An index follows its table with a delay: it may still show a row, with its old values, that was removed or
 * changed a moment ago. So the index only names the rows. They are then read from the table itself, consistently, and the caller keeps those that
 * still match its query. A row written a moment ago may be missing until the next read.
 */
import { queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, type Key, type Row } from '#adapters/dynamo/rows.ts'

/** The rows behind an index, page by page to the end, in the order of the index; none of the pages empty. */
export async function* currentPages(
  table: DynamoTable,
  { query, keyed }: { readonly query: RowQuery; readonly keyed: readonly string[] },
): AsyncGenerator<readonly Row[], void> {
  const keyOf = (row: Row): Key => Object.fromEntries(keyed.map((attribute) => [attribute, String(row[attribute])]))
  const nameOf = (row: Row) => joined(...Object.values(keyOf(row)))
  for await (const shown of queryPages(table, query)) {
    const found = new Map((await getRows(table, shown.map(keyOf))).map((row) => [nameOf(row), row]))
    const rows = shown.map((row) => found.get(nameOf(row))).filter((row) => row !== undefined)
    if (rows.length > 0) yield rows
  }
}

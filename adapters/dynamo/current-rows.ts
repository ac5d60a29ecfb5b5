/**
 * What an index leads to, as it is now. An index follows its table with a delay: it may still show a row that was removed or changed a
 * moment ago, and with all that was in it. So the index only names the rows; they are then read from the table itself, consistently, and
 * who asks keeps those that still are what they were looked for as. A row written a moment ago may be missing until the next reading.
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

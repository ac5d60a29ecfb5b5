/** The script in which the names of a list are written: what one row leaves open, the other rows decide. */
import type { Row } from '#app/importing/import-report.ts'
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { type FontCounts, NO_FONTS } from '#core/customer/name-font.ts'
import { writingOfRow } from '#core/customer/names-of-row.ts'

/** Reads the list to its end. */
export async function fontsIn(rows: AsyncIterable<Row<CustomerColumn>>): Promise<FontCounts> {
  const counts = { ...NO_FONTS }
  for await (const row of rows) {
    const writing = 'broken' in row ? undefined : writingOfRow(row)
    if (writing !== undefined) counts[writing]++
  }
  return counts
}

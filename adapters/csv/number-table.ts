/** Tables with numbers as one CSV file that Excel opens right. A number stays one; a text that a spreadsheet would read as a formula does not. */
import { stringify } from 'csv-stringify/sync'
import { safeText } from '#adapters/csv/text-table.ts'
import type { NumberTable } from '#adapters/written-numbers.ts'

/** Each table under its title, a blank line between two. */
export function csvOfTables(tables: readonly NumberTable[]): Uint8Array {
  const lines = tables.flatMap(({ title, headings, rows }, at) => [
    ...(at === 0 ? [] : [[]]),
    ...(tables.length === 1 ? [] : [[title]]),
    headings,
    ...rows,
  ])
  const cells = lines.map((line) => line.map((cell) => (typeof cell === 'number' ? String(cell) : safeText(cell))))
  return new TextEncoder().encode(stringify(cells, { bom: true, record_delimiter: 'windows' }))
}

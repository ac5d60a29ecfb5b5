/** Several tables as an Excel workbook, each on a sheet of its own: numbers are numbers, and texts stay texts, also those that begin like a formula. */
import { writeXlsx } from 'hucre/xlsx'
import type { NumberTable } from '#adapters/written-numbers.ts'
import { oneLine } from '#adapters/written-table.ts'
import { AS_TEXT, sheetName } from '#adapters/xlsx/text-workbook.ts'

const WIDEST = 60

export function workbookOfTables(tables: readonly NumberTable[]): Promise<Uint8Array> {
  const names = new Set<string>()
  const sheets = tables.map(({ title, headings, rows }) => {
    const cells = [headings, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? cell : oneLine(cell))))
    const columns = headings.map((_, column) => {
      const width = Math.min(WIDEST, 2 + Math.max(...cells.map((row) => String(row[column] ?? '').length)))
      const isText = rows.every((row) => typeof row[column] !== 'number')
      return { width, ...(isText && { style: { numFmt: AS_TEXT } }) }
    })
    return { name: ownName(sheetName(title), names), columns, rows: cells, freezePane: { rows: 1 } }
  })
  return writeXlsx({ sheets })
}

/** Excel takes no two sheets of one name, whatever their letters' case. */
function ownName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const own = number === 1 ? name : `${name.slice(0, 27)} ${number}`
    if (taken.has(own.toLowerCase())) continue
    taken.add(own.toLowerCase())
    return own
  }
}

/**
 * A table as a CSV file that Excel opens right: UTF-8 with a byte order mark, and no cell that a spreadsheet would read as a formula. What customers
 * wrote, their names above all, must not run on the machine of the person who opens it.
 */
import { stringify } from 'csv-stringify/sync'
import { oneLine, type TextTable } from '#adapters/written-table.ts'

export function csvOf({ headings, rows }: Pick<TextTable, 'headings' | 'rows'>): Uint8Array {
  const safe = (cells: readonly string[]) => cells.map(safeText)
  return new TextEncoder().encode(stringify([headings, ...rows].map(safe), { bom: true, record_delimiter: 'windows' }))
}

/** As one line, and no formula. */
export const safeText = (cell: string): string => unlessFormula(oneLine(cell))

/** With the fullwidth forms, which spreadsheets in Asian languages read alike. Also behind blanks: some programs drop them first. */
const BEGINS_FORMULA = /^\s*[=+\-@＝＋－＠]/u

/** An apostrophe makes it text; most spreadsheets show it. */
const unlessFormula = (cell: string): string => (BEGINS_FORMULA.test(cell) ? `'${cell}` : cell)

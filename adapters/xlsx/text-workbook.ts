/**
 * A table as an Excel workbook in which every cell is text, and stays text when it is edited: a phone number keeps its zero, and `=1+1` is three signs
 * and a number.
 */
import { writeXlsx } from 'hucre/xlsx'
import { oneLine, type TextTable } from '#adapters/written-table.ts'

/** Excel's own format for text. */
export const AS_TEXT = '@'
const WIDEST = 60
/** Excel allows no more, and none of these signs, in the name of a sheet. */
const LONGEST_TITLE = 31
const NOT_IN_TITLE = /[[\]:*?/\\']/g

export function workbookOf({ title, headings, rows }: TextTable): Promise<Uint8Array> {
  const cells = [headings, ...rows].map((row) => row.map(oneLine))
  const columns = headings.map((_, column) => {
    const width = Math.min(WIDEST, 2 + Math.max(...cells.map((row) => row[column]?.length ?? 0)))
    return { width, style: { numFmt: AS_TEXT } }
  })
  return writeXlsx({ sheets: [{ name: sheetName(title), columns, rows: cells, freezePane: { rows: 1 } }] })
}

export const sheetName = (title: string): string =>
  oneLine(title).replace(NOT_IN_TITLE, ' ').slice(0, LONGEST_TITLE).trim() || '1'

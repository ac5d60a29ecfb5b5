/** An Excel workbook as a table: its first visible sheet, read as Excel displays it. Decisions about a cell are reported with its row. */
import { open, readFile, stat } from 'node:fs/promises'
import { type Cell, type CellValue, readXlsx } from 'hucre/xlsx'
import { findColumns, type Headings, recognised } from '#adapters/csv/headings.ts'
import type { Table } from '#adapters/csv/table-file.ts'
import { unnamedColumns } from '#adapters/csv/unnamed-columns.ts'
import { type BrokenRow, rowCells, type TableRow } from '#core/customer/table-row.ts'

/** A workbook is read whole: one for a million customers has some 80 MB. */
const LARGEST_BYTES = 128 * 1024 * 1024
/** A title, a date and a blank line above the headings are usual. */
const MOST_ABOVE = 10

/** Whether the file begins as a workbook of present Excel versions does (a ZIP archive). */
export async function isWorkbook(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.equals(Buffer.from('PK\u0003\u0004'))
  } finally {
    await file.close()
  }
}

export async function openWorkbook<Column extends string>(
  path: string,
  headings: Headings<Column>,
): Promise<Table<Column> | { readonly refused: string }> {
  if ((await stat(path)).size > LARGEST_BYTES)
    return { refused: `the workbook is larger than ${LARGEST_BYTES / 1024 / 1024} MB: save it as CSV UTF-8` }
  const sheet = await firstSheet(path)
  if (sheet === undefined)
    return { refused: 'the file is no workbook that can be read: open it in Excel and save it anew, as .xlsx' }
  const at = headingRow(sheet.rows, headings)
  if (at === undefined) return { refused: `the sheet ${sheet.name} is empty: expected a heading and rows` }
  const found = findColumns((sheet.rows[at] ?? []).map(textOf), headings)
  if ('refused' in found) return { refused: `the sheet ${sheet.name}: ${found.refused}` }
  const { columns, written, unknown } = found

  async function* rows(): AsyncGenerator<TableRow<Column> | BrokenRow> {
    for (const [index, values] of sheet?.rows.entries() ?? []) {
      if (index <= (at ?? 0) || values.every((value) => textOf(value).trim() === '')) continue
      yield tableRow({ index, values, columns, cells: sheet?.cells })
    }
  }
  const unnamed = await unnamedColumns(
    columns.map((_, column) => textOf(sheet.rows[at]?.[column])),
    () => sheet.rows.map((values, index) => ({ row: index + 1, cells: values.map(textOf) })).slice(at + 1),
    { wider: true },
  )
  return {
    written,
    unknown,
    unnamed,
    skipped: sheet.rows.slice(0, at).some((row) => row.some((value) => textOf(value) !== '')) ? at : 0,
    rows,
  }
}

interface SheetRead {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  /** By `row,column`, from 0: only cells that need more than their value. */
  readonly cells?: ReadonlyMap<string, Cell>
}

async function firstSheet(path: string): Promise<SheetRead | undefined> {
  try {
    let taken = false
    const { sheets } = await readXlsx(await readFile(path), {
      sheets: ({ hidden, veryHidden }) => {
        const isFirst = !taken && !hidden && !veryHidden
        taken ||= isFirst
        return isFirst
      },
    })
    return sheets[0]
  } catch {
    return undefined
  }
}

/** Among the first rows the one in which most columns are recognised; the first of equals. */
function headingRow<Column extends string>(rows: SheetRead['rows'], headings: Headings<Column>): number | undefined {
  let best: { readonly at: number; readonly found: number } | undefined
  for (const [at, row] of rows.slice(0, MOST_ABOVE + 1).entries()) {
    const cells = row.map(textOf)
    if (cells.every((cell) => cell.trim() === '')) continue
    const found = recognised(cells, headings)
    if (best === undefined || found > best.found) best = { at, found }
  }
  return best?.at
}

function tableRow<Column extends string>({
  index,
  values,
  columns,
  cells,
}: {
  readonly index: number
  readonly values: readonly CellValue[]
  readonly columns: readonly (Column | undefined)[]
  readonly cells: SheetRead['cells'] | undefined
}): TableRow<Column> {
  const row = index + 1
  const named = columns.flatMap((column, at) => (column === undefined ? [] : [{ column, at, value: values[at] ?? null }]))
  const remarks = named
    .filter(({ at }) => cells?.get(`${index},${at}`)?.formula !== undefined)
    .map(({ column, value }) => ({ row, column, value: textOf(value), note: 'a formula: the value stored with it was taken' }))
  const numbers = named.filter(({ value }) => typeof value === 'number').map(({ column }) => column)
  return {
    row,
    cells: rowCells(
      columns,
      columns.map((_, at) => textOf(values[at] ?? null)),
    ),
    ...(numbers.length > 0 && { numbers: new Set(numbers) }),
    ...(remarks.length > 0 && { remarks }),
  }
}

/** In the form of text tables. Dates have no zone in Excel: the displayed day is the day. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'string' ? value : String(value)
}

/** Three decimals would be read as thousands: `1.234`. A fourth, zero, makes them decimals. */
function numberText(value: number): string {
  const text = Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
  return /\.\d{3}$/.test(text) ? `${text}0` : text
}

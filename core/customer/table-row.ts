/** A line of an imported table, and what is said about it: a problem refuses the row, a remark does not. */
import { foldedWords } from '#core/customer/written-text.ts'

/** A row by canonical columns. A column that the file does not have is missing; an empty cell is an empty text. */
export interface TableRow<Column extends string> {
  /** As a spreadsheet counts, from the first row of the file. */
  readonly row: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
  /** Columns whose cells were numbers in a workbook: a leading zero, for example, may be missing. */
  readonly numbers?: ReadonlySet<Column>
  /** Remarks of the file reader about the cells. */
  readonly remarks?: readonly RowRemark[]
}

/** A row that cannot be cut into cells. */
export interface BrokenRow {
  readonly row: number
  readonly broken: RowProblem
}

export interface RowProblem {
  readonly row: number
  /** Canonical column; empty when it is about the whole row. */
  readonly column: string
  readonly value: string
  /** What would be right, in the reader's words. */
  readonly expected: string
}

export interface RowRemark {
  readonly row: number
  readonly column: string
  readonly value: string
  /** What was understood instead, or what staff should look at. */
  readonly note: string
}

/** A cell that was understood, perhaps with a note on how; or what would have been right. */
export type Cell<T> = { readonly value: T; readonly note?: string } | { readonly expected: string }

/** Reads the cells of one row and collects every problem and remark, so that staff can correct the row in one go. */
export function rowReader<Column extends string>({ row, cells, numbers, remarks: told = [] }: TableRow<Column>) {
  const problems: RowProblem[] = []
  const remarks: RowRemark[] = [...told]
  const text = (column: Column): string | undefined => cells[column]?.normalize('NFC').trim()
  const refuse = (column: Column, expected: string) => {
    problems.push({ row, column, value: cells[column] ?? '', expected })
  }
  const remark = (column: Column, note: string) => {
    remarks.push({ row, column, value: cells[column] ?? '', note })
  }
  /** The cell's meaning; null when it is empty or wrong; undefined when the file has no such column. */
  function read<T>(column: Column, meaning: (cell: string) => Cell<T>): T | null | undefined {
    const cell = cells[column]
    if (cell === undefined) return undefined
    if (cell.trim() === '') return null
    const found = meaning(cell)
    if ('expected' in found) {
      refuse(column, found.expected)
      return null
    }
    if (found.note !== undefined) remark(column, found.note)
    return found.value
  }
  /** As `read`, for a field that a customer can do without: a wrong cell is reported and ignored, and the known value stays. */
  function readOptional<T>(column: Column, meaning: (cell: string) => Cell<T>): T | null | undefined {
    return read(column, (cell): Cell<T | null | undefined> => {
      const found = meaning(cell)
      if (!('expected' in found)) return found
      return saysNothing(cell) ? { value: null } : { value: undefined, note: `left out: expected ${found.expected}` }
    })
  }
  const isNumber = (column: Column): boolean => numbers?.has(column) ?? false
  return { problems, remarks, text, read, readOptional, refuse, remark, isNumber }
}

export type RowReader<Column extends string> = ReturnType<typeof rowReader<Column>>

/** How people fill a cell for which they have no value. */
const NOTHING = new Set([
  ...[
    'khong co',
    'khong',
    'chua co',
    'chua',
    'chua ro',
    'chua biet',
    'khong ro',
    'khong biet',
    'trong',
    'ko co',
    'ko',
    'k co',
    'kco',
    'k',
  ],
  ...['chua cap nhat', 'dang cap nhat', 'khong xac dinh', 'chua xac dinh', 'khong cung cap', 'chua cung cap'],
  ...['n a', 'na', 'none', 'null', 'nil', 'no', 'unknown', 'not known', 'not available', 'empty', 'undefined', 'tba', 'tbd'],
])

/** The ones that are names too: Na, Ko. */
const NAMES_TOO = new Set(['na', 'ko', 'no', 'k', 'kco', 'nil', 'chua', 'trong', 'tba', 'tbd'])

/** Whether a cell says that there is no value: `không có`, `-`, `n/a`. */
export const saysNothing = (cell: string): boolean =>
  /^[\s\p{Pd}_.…?*/\\]*$/u.test(cell) || NOTHING.has(foldedWords(cell.replace(/^#/, '')))

/** The same where a name is asked for. */
export const namesNobody = (cell: string): boolean =>
  saysNothing(cell) && (!NAMES_TOO.has(foldedWords(cell)) || cell.trim().toLowerCase() === 'chưa')

/** Cells by column, those without a known column left out. */
export function rowCells<Column extends string>(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
): TableRow<Column>['cells'] {
  const row: Partial<Record<Column, string>> = {}
  for (const [at, column] of columns.entries()) if (column !== undefined) row[column] = cells[at] ?? ''
  return row
}

/** Finds a table's columns by their headings, in English or Vietnamese, with or without marks, in any case and order. */
import { foldedWords } from '#core/customer/written-text.ts'

export interface Headings<Column extends string> {
  /** Every name a column goes by, as `foldedWords` leaves it. The column's own name always counts. */
  readonly names: Readonly<Record<Column, readonly string[]>>
  /** Of each group at least one column must be there. */
  readonly required: readonly (readonly Column[])[]
}

interface FoundColumns<Column extends string> {
  /** The column of each cell of a row, in the file's order; undefined for one nobody knows. */
  readonly columns: readonly (Column | undefined)[]
  /** Headings as written, of the columns that were recognised. */
  readonly written: ReadonlyMap<string, string>
  readonly unknown: readonly string[]
}

export function findColumns<Column extends string>(
  cells: readonly string[],
  headings: Headings<Column>,
): FoundColumns<Column> | { readonly refused: string } {
  const known = new Map<string, Column>()
  for (const column of columnsOf(headings))
    for (const name of [column, ...headings.names[column]]) known.set(foldedWords(name), column)
  const columns = cells.map((cell) => known.get(foldedWords(cell)))
  const written = new Map<string, string>()
  for (const [at, column] of columns.entries()) {
    if (column === undefined) continue
    const before = written.get(column)
    const heading = (cells[at] ?? '').trim()
    if (before !== undefined) return { refused: `two columns for ${column}: "${before}" and "${heading}"; keep one of them` }
    written.set(column, heading)
  }
  const missing = headings.required.find((group) => !group.some((column) => written.has(column)))
  if (missing !== undefined) {
    const right = missing.flatMap((column) => [column, ...headings.names[column].slice(0, 1)]).join(', ')
    return {
      refused: `no column for ${missing[0]}; expected one named ${right}; found ${cells.map((cell) => cell.trim()).join(', ')}`,
    }
  }
  return { columns, written, unknown: cells.filter((cell, at) => columns[at] === undefined && cell.trim() !== '') }
}

/** How many of these cells name a column: the delimiter under which most do is the file's. */
export function recognised<Column extends string>(cells: readonly string[], headings: Headings<Column>): number {
  const names = new Set(columnsOf(headings).flatMap((column) => [column, ...headings.names[column]].map(foldedWords)))
  return cells.filter((cell) => names.has(foldedWords(cell))).length
}

function columnsOf<Column extends string>(headings: Headings<Column>): Column[] {
  const columns: Column[] = []
  for (const column in headings.names) columns.push(column)
  return columns
}

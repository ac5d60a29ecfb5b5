/** A cell of a table of the report: as it is read, and as a spreadsheet counts with it. */
export interface NumberCell {
  readonly written: string
  readonly plain: number | null
}
export type TableCell = string | NumberCell

export const writtenCell = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.written)

/** For a file: a number where there is one. */
export const plainCell = (cell: TableCell): string | number => (typeof cell === 'string' ? cell : (cell.plain ?? cell.written))

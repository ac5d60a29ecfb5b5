/** A table of texts to write into a file for people, and its cells as one line each. */

export interface TextTable {
  /** Of the sheet, where the format has sheets. */
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Tabs, line breaks and other controls begin cells, rows and formulas in some programs: each is a blank. */
export const oneLine = (cell: string): string => cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

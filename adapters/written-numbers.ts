/** Tables with numbers in them, to write into files for people who count on with them. */
export interface NumberTable {
  /** Of the sheet, where the format has sheets. */
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

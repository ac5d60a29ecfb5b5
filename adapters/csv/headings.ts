/** Finds a table's columns by their headings, in English or Vietnamese, with or without marks, in any case and order. */
import { consentAdvice, consentIn, isPlainLegend } from '#adapters/csv/consent-heading.ts'
import { similarName } from '#adapters/csv/similar-heading.ts'
import { foldedWords } from '#core/customer/written-text.ts'

export interface Headings<Column extends string> {
  /** Every name of a column, as `foldedWords` leaves it. The column's own name always counts. */
  readonly names: Readonly<Record<Column, readonly string[]>>
  /** Of each group at least one column must be present. */
  readonly required: readonly (readonly Column[])[]
}

interface FoundColumns<Column extends string> {
  /** The column of each cell of a row, in the file's order; undefined for an unknown heading. */
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
  const columns = cells.map((cell) => columnNamed(cell, known))
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
  const unknown = cells.filter((cell, at) => columns[at] === undefined && cell.trim() !== '')
  const doubtful = unknown.flatMap((cell) => doubtOf(cell, { headings, written }))
  return doubtful.length > 0 ? { refused: doubtful.join('; ') } : { columns, written, unknown }
}

/** Brackets after a heading say how to fill the column in: `Đồng ý nhận QC (Có/Không)`. On a consent they may also reverse the meaning. */
function columnNamed<Column extends string>(cell: string, known: ReadonlyMap<string, Column>): Column | undefined {
  const whole = known.get(foldedWords(cell))
  if (whole !== undefined) return whole
  const [behind = '', legend = ''] = /\s*[([]([^)\]]*)[)\]]\s*\*?\s*$/u.exec(cell) ?? []
  const column = behind === '' ? undefined : known.get(foldedWords(cell.slice(0, -behind.length)))
  return column !== undefined && isAboutConsent(column) && !isPlainLegend(legend) ? undefined : column
}

const isAboutConsent = (column: string): boolean => /consent|opt_out/.test(column)

/** Why the import must not leave out a column with an unknown heading. */
function doubtOf<Column extends string>(
  cell: string,
  { headings, written }: { readonly headings: Headings<Column>; readonly written: ReadonlyMap<string, string> },
): readonly string[] {
  const heading = cell.trim()
  const consent = columnsOf(headings).some(isAboutConsent) ? consentIn(heading) : undefined
  if (consent !== undefined) return [consentAdvice(heading, consent)]
  const missing = columnsOf(headings).filter((column) => !written.has(column))
  for (const column of missing) {
    const name = similarName(heading, [column, ...headings.names[column]])
    if (name === undefined) continue
    if (isAboutConsent(column)) return [consentAdvice(heading, consentIn(name) ?? { kind: 'agreement', purpose: undefined })]
    return [`"${heading}" looks like "${name}" (${column}): name the column so, or remove it`]
  }
  return []
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

/** Columns with cells and no heading, as under a heading of two rows or a merged one: they are left out, and the import reports it. */

export interface UnnamedColumn {
  /** As a spreadsheet calls it: A, B, … AA. */
  readonly column: string
  /** The first row with a value in it. */
  readonly row: number
}

interface CellsOfRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows are read only where a heading is empty, or `wider` says that rows may be longer than the headings. */
export async function unnamedColumns(
  headings: readonly string[],
  rows: () => AsyncIterable<CellsOfRow> | Iterable<CellsOfRow>,
  { wider = false }: { readonly wider?: boolean } = {},
): Promise<readonly UnnamedColumn[]> {
  const nameless = headings.flatMap((heading, at) => (heading.trim() === '' ? [at] : []))
  if (nameless.length === 0 && !wider) return []
  const first = new Map<number, number>()
  for await (const { row, cells } of rows()) {
    const beyond = wider ? [...cells.keys()].slice(headings.length) : []
    for (const at of [...nameless, ...beyond]) if (!first.has(at) && (cells[at] ?? '').trim() !== '') first.set(at, row)
  }
  return [...first].sort(([a], [b]) => a - b).map(([at, row]) => ({ column: letters(at), row }))
}

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26)

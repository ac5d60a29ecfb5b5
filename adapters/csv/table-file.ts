/** A CSV file as a table: delimiter and columns found from its heading, rows as a stream, broken rows among them. */
import { parse } from 'csv-parse/sync'
import { findColumns, type Headings, recognised } from '#adapters/csv/headings.ts'
import { type CsvRecord, recordsOf } from '#adapters/csv/records.ts'
import { refusalOfFile, textOf } from '#adapters/csv/text-file.ts'
import { type UnnamedColumn, unnamedColumns } from '#adapters/csv/unnamed-columns.ts'
import { type BrokenRow, rowCells, type TableRow } from '#core/customer/table-row.ts'

export interface Table<Column extends string> {
  /** Headings as the file writes them, by canonical column. */
  readonly written: ReadonlyMap<string, string>
  /** All rows above the headings where one of them says something, such as a title; they are left out. */
  readonly skipped: number
  /** Headings that no column of ours has; their cells are left out. */
  readonly unknown: readonly string[]
  /** Columns without a heading whose cells say something; they are left out. */
  readonly unnamed: readonly UnnamedColumn[]
  /** From the first row after the heading; can be asked for again. */
  readonly rows: () => AsyncIterable<TableRow<Column> | BrokenRow>
}

export async function openTable<Column extends string>(
  path: string,
  headings: Headings<Column>,
): Promise<Table<Column> | { readonly refused: string }> {
  const refused = await refusalOfFile(path)
  if (refused !== undefined) return { refused }
  const heading = await headingOf(path, headings)
  if (heading === undefined) return { refused: 'the file has no heading: expected the names of its columns in the first row' }
  const found = findColumns(heading.cells, headings)
  if ('refused' in found) return found
  const { columns, written, unknown } = found
  async function* cellRows(): AsyncGenerator<CellRow> {
    for await (const batch of batchesOf(recordsOf(textOf(path), heading?.delimiter ?? ','), heading?.row ?? 1)) {
      const parsed = cellsOf(batch, heading?.delimiter ?? ',')
      for (const [at, record] of batch.entries()) yield { record, cells: parsed[at] }
    }
  }
  async function* rows(): AsyncGenerator<TableRow<Column> | BrokenRow> {
    for await (const { record, cells } of cellRows()) {
      if (cells === undefined)
        yield broken(record, 'quotes in pairs: a cell that begins with " ends with ", and a " inside it is doubled')
      else if (cells.every((cell) => cell.trim() === '')) continue
      else if (cells.length !== columns.length) yield broken(record, wrongNumber({ is: cells.length, expected: columns.length }))
      else yield { row: record.row, cells: rowCells(columns, cells) }
    }
  }
  const unnamed = await unnamedColumns(heading.cells, async function* () {
    for await (const { record, cells } of cellRows()) if (cells !== undefined) yield { row: record.row, cells }
  })
  return { written, unknown, unnamed, skipped: heading.skipped, rows }
}

interface CellRow {
  readonly record: CsvRecord
  /** Undefined for one that cannot be parsed. */
  readonly cells: readonly string[] | undefined
}

const DELIMITERS = [',', ';', '\t'] as const
/** Records parsed in one go: the parser is slow to start and quick to run. */
const BATCH = 200

/** A title, a date and a blank line above the headings are usual; a table that begins later is no table. */
const MOST_ABOVE = 10

interface Heading {
  readonly row: number
  readonly cells: readonly string[]
  readonly delimiter: string
  /** Rows above it, blank ones too, where one of them says something. */
  readonly skipped: number
}

/** Among the first records the one in which most columns are recognised, cut where they are; the first of equals. */
async function headingOf<Column extends string>(path: string, headings: Headings<Column>): Promise<Heading | undefined> {
  let best: Heading | undefined
  let most = -1
  for (const delimiter of DELIMITERS) {
    let [above, forExcel] = [0, 0]
    for await (const record of recordsOf(textOf(path), delimiter)) {
      if (record.text.trim() === '') continue
      // The line `sep=;` is for Excel, which does not show it.
      if (/^sep=.$/.test(record.text)) {
        forExcel++
        continue
      }
      const cells = cellsOf([record], delimiter)[0]
      const found = cells === undefined ? -1 : recognised(cells, headings)
      if (cells !== undefined && found > most) {
        best = { row: record.row, cells, delimiter, skipped: above === 0 ? 0 : record.row - 1 - forExcel }
        most = found
      }
      if (++above > MOST_ABOVE) break
    }
  }
  return best
}

async function* batchesOf(records: AsyncIterable<CsvRecord>, headingRow: number): AsyncGenerator<readonly CsvRecord[]> {
  let batch: CsvRecord[] = []
  for await (const record of records) {
    if (record.row <= headingRow || record.text === '') continue
    batch.push(record)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** The cells of each record; undefined for one that cannot be parsed. */
function cellsOf(records: readonly CsvRecord[], delimiter: string): readonly (readonly string[] | undefined)[] {
  const whole = records.filter((record) => !record.broken)
  const options = { delimiter, relax_column_count: true, relax_quotes: true, record_delimiter: '\n' }
  const parsed: readonly (readonly string[])[] = parse(whole.map((record) => record.text).join('\n'), options)
  if (parsed.length !== whole.length) throw new Error(`${whole.length} records were parsed as ${parsed.length}`)
  const cells = parsed[Symbol.iterator]()
  return records.map((record) => (record.broken ? undefined : cells.next().value))
}

const broken = ({ row, text }: CsvRecord, expected: string): BrokenRow => ({
  row,
  broken: { row, column: '', value: text.slice(0, 200), expected },
})

const wrongNumber = ({ is, expected }: { is: number; expected: number }) =>
  `${expected} cells, as the heading has; this row has ${is}${is > expected ? ': a delimiter within a cell needs quotes' : ''}`

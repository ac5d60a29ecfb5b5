/** What an import finds in a table: problems and warnings go to files beside it, the first warnings and the progress to the terminal as well. */
import { findingsFile } from '#adapters/csv/findings-file.ts'
import type { Table } from '#adapters/csv/table-file.ts'
import type { ImportListener } from '#app/importing/import-report.ts'
import type { CliOutput } from '#cli/cli-output.ts'

const PROGRESS_EVERY = 1_000
/** Further warnings are only in the file. */
const WARNINGS_SHOWN = 10

/** Writes rows with problems and warnings to files at once. No cell of a customer is shown on the terminal. */
export async function openFindings(output: CliOutput, { file, written }: { file: string; written: ReadonlyMap<string, string> }) {
  const errors = await findingsFile({ beside: file, kind: 'errors', columns: ['row', 'column', 'value', 'expected'] })
  const warnings = await findingsFile({ beside: file, kind: 'warnings', columns: ['row', 'column', 'value', 'note'] })
  const named = (column: string) => written.get(column) ?? column
  let shown = 0
  let told = 0
  const listener: ImportListener = {
    problem: ({ row, column, value, expected }) => errors.write([row, named(column), value, expected]),
    warning({ row, column, value, note }) {
      if (shown++ < WARNINGS_SHOWN) output.warn(`row ${row}, ${named(column)}: ${note}`)
      return warnings.write([row, named(column), value, note])
    },
    progress(read) {
      const thousands = Math.floor(read / PROGRESS_EVERY)
      if (thousands > told) output.warn(`${thousands * PROGRESS_EVERY} rows …`)
      told = thousands
    },
  }
  async function close() {
    const errorsFile = (await errors.close()) ? errors.path : null
    const warningsFile = (await warnings.close()) ? warnings.path : null
    return { errorsFile, warningsFile }
  }
  return { listener, close }
}

/** What the table says that no column takes in. */
export function tellColumns(
  output: Pick<CliOutput, 'warn'>,
  { unknown, unnamed, skipped }: Pick<Table<string>, 'unknown' | 'unnamed' | 'skipped'>,
): void {
  if (skipped > 0) output.warn(`${skipped === 1 ? '1 row' : `${skipped} rows`} above the headings left out`)
  if (unknown.length > 0) output.warn(`columns nobody knows, left out: ${unknown.join(', ')}`)
  for (const { column, row } of unnamed)
    output.warn(
      `column ${column} has no heading and was left out (first filled in row ${row}): give each column its heading, in one row and without merged cells`,
    )
}

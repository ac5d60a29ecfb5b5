/** A sheet that a command writes row by row, such as touches.csv. No cell can be taken for a formula. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'

export interface Sheet {
  write(row: readonly string[]): Promise<void>
  writeAll(rows: Iterable<readonly string[]>): Promise<void>
  close(): Promise<void>
}

/** `header`: false for a file that continues another one. */
export function csvSheet(
  file: string,
  { columns, header = true }: { readonly columns: readonly string[]; readonly header?: boolean },
): Sheet {
  const rows = stringify({ header, columns: [...columns], escape_formulas: true })
  const written = pipeline(rows, createWriteStream(file))
  // A failure is reported when the sheet is closed; until then no code awaits the promise.
  written.catch(() => {})
  const taken = () =>
    new Promise<void>((resolve) => {
      const goOn = () => {
        rows.off('drain', goOn).off('close', goOn)
        resolve()
      }
      rows.on('drain', goOn).on('close', goOn)
    })
  const write = async (row: readonly string[]) => {
    if (!rows.write(row) && !rows.destroyed) await taken()
  }
  return {
    write,
    async writeAll(all) {
      // A promise for each of millions of rows would cost more than the row.
      for (const row of all) if (!rows.write(row) && !rows.destroyed) await taken()
    },
    async close() {
      rows.end()
      await written
    },
  }
}

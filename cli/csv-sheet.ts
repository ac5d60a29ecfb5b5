/** A sheet that a command writes row by row, such as touches.csv. No cell can be taken for a formula. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'

export interface Sheet {
  write(row: readonly string[]): Promise<void>
  close(): Promise<void>
}

export function csvSheet(file: string, columns: readonly string[]): Sheet {
  const rows = stringify({ header: true, columns: [...columns], escape_formulas: true })
  const written = pipeline(rows, createWriteStream(file))
  // A failure is reported when the sheet is closed; until then no code awaits the promise.
  written.catch(() => {})
  return {
    async write(row) {
      if (!rows.write(row) && !rows.destroyed)
        await new Promise<void>((resolve) => rows.once('drain', resolve).once('close', resolve))
    },
    async close() {
      rows.end()
      await written
    },
  }
}

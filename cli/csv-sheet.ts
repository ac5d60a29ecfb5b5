/** The sheets of a rehearsal, such as touches.csv with one row per decision. No cell can be taken for a formula. */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'

export interface Sheet {
  write(row: readonly string[]): Promise<void>
  close(): Promise<void>
}

export function csvSheet(dir: string, { name, columns }: { readonly name: string; readonly columns: readonly string[] }): Sheet {
  mkdirSync(dir, { recursive: true })
  const rows = stringify({ header: true, columns: [...columns], escape_formulas: true })
  const written = pipeline(rows, createWriteStream(join(dir, name)))
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

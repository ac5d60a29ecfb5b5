/** The sheet of a rehearsal: touches.csv with one row per decision. No cell can be taken for a formula. */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { TOUCH_COLUMNS } from '#app/rehearsal/rehearsal-report.ts'

export function touchSheet(dir: string) {
  mkdirSync(dir, { recursive: true })
  const rows = stringify({ header: true, columns: [...TOUCH_COLUMNS], escape_formulas: true })
  const written = pipeline(rows, createWriteStream(join(dir, 'touches.csv')))
  // A failure is reported when the sheet is closed; until then no code awaits the promise.
  written.catch(() => {})
  return {
    async write(row: readonly string[]): Promise<void> {
      if (!rows.write(row) && !rows.destroyed)
        await new Promise<void>((resolve) => rows.once('drain', resolve).once('close', resolve))
    },
    async close(): Promise<void> {
      rows.end()
      await written
    },
  }
}

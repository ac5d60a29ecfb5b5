/**
 * The import's findings about rows, as a CSV file beside the input that a spreadsheet opens: UTF-8 with a byte order mark, and no cell can be read as
 * a formula. Without findings there is no file, and an old one is removed.
 */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { parse } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Stringifier, stringify } from 'csv-stringify'

interface FindingsFile {
  readonly path: string
  write(cells: readonly (string | number)[]): Promise<void>
  /** True when there were findings and a file was written. */
  close(): Promise<boolean>
}

/** The errors of `customers.csv` go to `customers.errors.csv`. */
export async function findingsFile(options: {
  readonly beside: string
  readonly kind: 'errors' | 'warnings'
  readonly columns: readonly string[]
}): Promise<FindingsFile> {
  const { dir, name } = parse(options.beside)
  const path = `${dir === '' ? '' : `${dir}/`}${name}.${options.kind}.csv`
  await rm(path, { force: true })
  let open: { readonly rows: Stringifier; readonly written: Promise<void> } | undefined
  return {
    path,
    async write(cells) {
      if (open === undefined) {
        const rows = stringify({
          bom: true,
          header: true,
          columns: [...options.columns],
          escape_formulas: true,
          record_delimiter: 'windows',
        })
        open = { rows, written: pipeline(rows, createWriteStream(path)) }
        // A failure is told when the file is closed. Until then no caller awaits this promise.
        open.written.catch(() => {})
      }
      const { rows } = open
      if (!rows.write(cells) && !rows.destroyed)
        await new Promise<void>((resolve) => rows.once('drain', resolve).once('close', resolve))
    },
    async close() {
      if (open === undefined) return false
      open.rows.end()
      await open.written
      return true
    },
  }
}

/** The small database in which each local endpoint keeps its state: it survives a restart and a hard kill, and is read back through schemas. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { z } from 'zod'

/** Opens `<folder>/<name>.sqlite`, or a database in memory when the folder is null. */
export function openDatabase({ folder, name, schema }: { folder: string | null; name: string; schema: string }): DatabaseSync {
  if (folder !== null) mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(folder === null ? ':memory:' : join(folder, `${name}.sqlite`))
  // In WAL mode a committed write is in the file before the call returns, so a killed process loses nothing;
  // only a power cut could, and that is not worth a disk flush per message here.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;')
  db.exec(schema)
  return db
}

export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

export const allRows = <T>(schema: z.ZodType<T>, statement: StatementSync, ...values: SQLInputValue[]): readonly T[] =>
  statement.all(...values).map((row) => schema.parse(row))

export function oneRow<T>(schema: z.ZodType<T>, statement: StatementSync, ...values: SQLInputValue[]): T | undefined {
  const row = statement.get(...values)
  return row === undefined ? undefined : schema.parse(row)
}

/** The objects of one bucket in a small database: they survive a restart, and a deleted object is gone from the disk's file too. */
import { z } from 'zod'
import type { Instant } from '#core/time/instant.ts'
import { allRows, oneRow, openDatabase } from '#local/aws/sqlite.ts'

export interface BucketStore {
  put(object: { readonly key: string; readonly bytes: Uint8Array; readonly at: Instant }): void
  get(key: string): StoredObject | undefined
  remove(key: string): void
  /** Objects stored at that instant or later, oldest first. */
  since(at: Instant): readonly { readonly key: string; readonly size: number; readonly at: Instant }[]
  /** The keys that begin so, in order. */
  under(prefix: string): readonly string[]
  close(): void
}

export interface StoredObject {
  readonly at: Instant
  readonly bytes: Uint8Array
}

const SCHEMA = `PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS objects (key TEXT PRIMARY KEY, at TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL)`

const ObjectRow = z.object({ at: z.string(), bytes: z.instanceof(Uint8Array) })
const KeyRow = z.object({ key: z.string() })
const ListedRow = z.object({ key: z.string(), size: z.int(), at: z.string() })

export function openBucket({ folder, name }: { readonly folder: string | null; readonly name: string }): BucketStore {
  const db = openDatabase({ folder, name, schema: SCHEMA })
  const insert = db.prepare('INSERT OR REPLACE INTO objects (key, at, size, bytes) VALUES (?, ?, ?, ?)')
  const read = db.prepare('SELECT at, bytes FROM objects WHERE key = ?')
  const remove = db.prepare('DELETE FROM objects WHERE key = ?')
  const list = db.prepare('SELECT key, size, at FROM objects WHERE at >= ? ORDER BY at, key')
  const begin = db.prepare('SELECT key FROM objects WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key')
  return {
    put: ({ key, bytes, at }) => void insert.run(key, at, bytes.length, bytes),
    get: (key) => oneRow(ObjectRow, read, key),
    remove: (key) => void remove.run(key),
    since: (at) => allRows(ListedRow, list, at),
    under: (prefix) => allRows(KeyRow, begin, prefix).map(({ key }) => key),
    close: () => db.close(),
  }
}

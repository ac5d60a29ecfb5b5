/** The secrets of one machine in a small database: an operator's secret survives a restart, and every version has its id and its time. */
import { z } from 'zod'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { oneRow, openDatabase } from '#local/aws/sqlite.ts'

export interface StoredSecret {
  readonly text: string
  readonly versionId: string
  readonly storedAt: number
}

export interface SecretStore {
  current(name: string): StoredSecret | undefined
  put(name: string, secret: StoredSecret): void
  close(): void
}

/** AWS ends the name in an ARN with six random letters. */
export const secretArn = (name: string): string =>
  `arn:aws:secretsmanager:${LOCAL_PLACE.region}:${LOCAL_PLACE.accountId}:secret:${name}-AbCdEf`

const SCHEMA = `PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, text TEXT NOT NULL, versionId TEXT NOT NULL, storedAt INTEGER NOT NULL)`
const SecretRow = z.object({ text: z.string(), versionId: z.string(), storedAt: z.int() })

export function openSecrets({ folder }: { readonly folder: string | null }): SecretStore {
  const db = openDatabase({ folder, name: 'secrets', schema: SCHEMA })
  const read = db.prepare('SELECT text, versionId, storedAt FROM secrets WHERE name = ?')
  const write = db.prepare('INSERT OR REPLACE INTO secrets (name, text, versionId, storedAt) VALUES (?, ?, ?, ?)')
  return {
    current: (name) => oneRow(SecretRow, read, name),
    put: (name, { text, versionId, storedAt }) => void write.run(name, text, versionId, storedAt),
    close: () => db.close(),
  }
}

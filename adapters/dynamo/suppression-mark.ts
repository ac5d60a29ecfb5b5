/**
 * One row of the table of suppressions tells with which key the others are named, and whether rows of the version before may be left. It is stored
 * before the first row is: a function with another key would look past every row, so it fails instead, whether the table was migrated or not.
 */
import { SuppressionKeyError, type SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { absent, both, unchanged } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import { KEY, MARK } from '#adapters/dynamo/suppression-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { Instant } from '#core/time/instant.ts'

/** `unclaimed`: no row was named with a key yet. `claimed`: with this one. `keyed`: and no row is left under a name of the version before. */
export type TableState = 'unclaimed' | 'claimed' | 'keyed'

/** Throws when the table belongs to another key. */
export async function stateOf(table: DynamoTable, { fingerprint }: SuppressionKeys): Promise<TableState> {
  const mark = await getRow(table, MARK)
  if (mark === undefined) return 'unclaimed'
  if (mark.fingerprint === fingerprint) return mark.at === undefined ? 'claimed' : 'keyed'
  throw new SuppressionKeyError(
    'the key of suppressions is not the one that the table of suppressions was keyed with: bring the first one back',
  )
}

/** Binds the table to this key, before its first row. Throws when another key came first. */
export async function claimTable(table: DynamoTable, keys: SuppressionKeys): Promise<void> {
  const written = await putRow(table, { ...MARK, fingerprint: keys.fingerprint }, absent(KEY))
  if (written === 'lost') await stateOf(table, keys)
}

/** The table is claimed by this key, and every row of the version before is moved. */
export async function markAsKeyed(
  table: DynamoTable,
  { keys, at }: { readonly keys: SuppressionKeys; readonly at: Instant },
): Promise<void> {
  const condition = both(unchanged('fingerprint', keys.fingerprint), absent('at'))
  const written = await putRow(table, { ...MARK, fingerprint: keys.fingerprint, at }, condition)
  // Marked by another run at the same time.
  if (written === 'lost') await stateOf(table, keys)
}

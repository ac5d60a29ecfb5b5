/**
 * How the table of suppressions names its rows: a suppression under its row key, the soft bounces of a contact point under `soft#` and that key, and
 * one row that tells that every row is stored so. The table's key attribute is named `addressHash`: the version before used plain hashes as keys, and
 * DynamoDB renames no key.
 */
import * as z from 'zod'
import { SuppressionKeyError, type SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { absent } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { Instant } from '#core/time/instant.ts'

export interface SuppressionTable extends DynamoTable {
  /** Functions read the key before they start. The operator's commands read it when they first need it. */
  readonly keys: () => Promise<SuppressionKeys>
}

export const KEY = 'addressHash'
export const keyed = (text: string): Key => ({ [KEY]: text })
export const keyTextOf = (row: Row): string => String(row[KEY])

const SOFT = 'soft#'
export const softKey = (key: string): string => `${SOFT}${key}`
export const isSoft = (text: string): boolean => text.startsWith(SOFT)
export const withoutSoft = (text: string): string => text.slice(SOFT.length)

const BouncesById = z.record(z.string(), z.string())
/** When each mail bounced, by its id: an event that comes twice counts once. */
export type Bounces = z.infer<typeof BouncesById>
/** Throws for a row that cannot be read. */
export const bouncesIn = (row: Row | undefined): Bounces =>
  row === undefined ? {} : readAs(BouncesById, jsonIn(row.bounces, 'soft bounces'), 'soft bounces')

/** No contact point's key begins like this. */
const MARK = keyed('#keyed')

/** Neither soft bounces nor the mark. */
export const isSuppressionRow = (row: Row): boolean => !isSoft(keyTextOf(row)) && keyTextOf(row) !== MARK[KEY]

/** True when no row stands under a key of the version before any more. Throws when the table was keyed with another key. */
export async function isKeyed(table: DynamoTable, { fingerprint }: SuppressionKeys): Promise<boolean> {
  const mark = await getRow(table, MARK)
  if (mark === undefined) return false
  if (mark.fingerprint === fingerprint) return true
  throw new SuppressionKeyError(
    'the key of suppressions is not the one that the table of suppressions was keyed with: bring the first one back',
  )
}

export async function markAsKeyed(
  table: DynamoTable,
  { keys: { fingerprint }, at }: { readonly keys: SuppressionKeys; readonly at: Instant },
): Promise<void> {
  await putRow(table, { ...MARK, fingerprint, at }, absent(KEY))
}

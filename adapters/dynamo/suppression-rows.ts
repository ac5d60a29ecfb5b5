/**
 * How the table of suppressions names its rows: a suppression under its row key, the soft bounces of a contact point under `soft#` and that key, a number
 * of the do-not-call register under `dnc#`, the run of its import and that key, and rows about all of them (suppression-mark.ts, do-not-call-list.ts). The table's key attribute is named `addressHash`: the version before used plain hashes as keys, and
 * DynamoDB renames no key.
 */
import * as z from 'zod'
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { type DynamoTable, jsonIn, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'

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

/** The row about all others (suppression-mark.ts): no contact point's key begins like this. */
export const MARK = keyed('#keyed')
/** The row that says which do-not-call list is in force (do-not-call-list.ts). */
export const LISTS = keyed('#do-not-call')

const LISTED = 'dnc#'
/** A number on the list of this run of an import; each run has its own number, so no two write the same rows. */
export const listedKey = (run: number, key: string): string => `${LISTED}${run}#${key}`
/** The run of the import that wrote the row; undefined for every other row. */
export const runOf = (text: string): number | undefined =>
  text.startsWith(LISTED) ? Number(text.slice(LISTED.length, text.indexOf('#', LISTED.length))) : undefined

/**
 * One row for each suppressed contact point: neither soft bounces nor the do-not-call list nor the rows about all, and no row that this version wrote
 * for functions of the version before beside its own. Those have plain names like all of that version, and the kind, which that version did not store.
 */
export const isSuppressionRow = (row: Row): boolean => {
  const name = keyTextOf(row)
  return name.includes('#') ? !isSoft(name) && !name.startsWith('#') && runOf(name) === undefined : row.kind === undefined
}

/**
 * What marks the rows that are left of an erased customer for two days at most: they hold the id, because a claim can only be lost on the row
 * that it is conditional on, and nothing else.
 */
import type { Row } from '#adapters/dynamo/rows.ts'

export const TOMBSTONE = 'erasedAt'
/** A ledger's row without a contact in it. */
export const NO_CONTACTS = '[]'

export const isTombstone = (row: Row): boolean => row[TOMBSTONE] !== undefined

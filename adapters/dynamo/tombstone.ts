/**
 * Marks the rows that are left of an erased customer for two days at most. They hold the id and nothing else: a claim can only be lost on the row
 * that it is conditional on.
 */
import type { Row } from '#adapters/dynamo/rows.ts'

export const TOMBSTONE = 'erasedAt'
/** A ledger row without contacts. */
export const NO_CONTACTS = '[]'

export const isTombstone = (row: Row): boolean => row[TOMBSTONE] !== undefined

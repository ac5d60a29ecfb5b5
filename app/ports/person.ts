/** What the export and the erasure of a customer need. */

/**
 * Rows that belong to one customer, in every table: purchases, touches and ledger, consents, answers, work, keys of the finder. The profile is removed
 * separately, only as it was seen, and so are replies, each with its raw mail.
 */
export interface PersonRows {
  /** Removes them to the last one; harmless when repeated. */
  remove(customerId: string): Promise<void>
}

export interface Found {
  /** The table, in our words. */
  readonly table: string
  /** The row's key, for the operator who looks it up. */
  readonly key: string
  /** Where the row is a batch of an occurrence: which one. */
  readonly batch?: FoundBatch | undefined
}

export interface FoundBatch {
  readonly occurrenceId: string
  readonly batchId: string
}

/** A search through all stored rows. Reads every row: for an operator's command, never for a function. */
export interface DataSearch {
  /** The rows in which one of these texts stands, in any attribute; small and capital letters are the same. Lines of the audit log are left out: they stay. */
  find(texts: readonly string[]): AsyncIterable<Found>
}

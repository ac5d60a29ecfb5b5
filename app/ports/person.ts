/** What it takes to give a person all that is held about them, and to remove it everywhere. */

/**
 * Rows that belong to one customer, whatever table they stand in: profile, purchases, touches and ledger, consents, answers, work. Replies go
 * each with its raw mail, by themselves.
 */
export interface PersonRows {
  /** Removes them to the last one; harmless when repeated. */
  remove(customerId: string): Promise<void>
}

export interface Found {
  /** The table, in our words. */
  readonly table: string
  /** The row's key, for whoever must look. */
  readonly key: string
}

/** A search through everything that is stored. Reads every row: for a person's command, never for a function. */
export interface DataSearch {
  /** The rows in which one of these texts stands, in any attribute; small and capital letters are the same. */
  find(texts: readonly string[]): AsyncIterable<Found>
}

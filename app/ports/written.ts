/** What a conditional write answers. */

/** A conditional write: done, or lost to another writer that was quicker. */
export type Written = 'written' | 'lost'

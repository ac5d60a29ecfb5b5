/** What a conditional write answers. */

/** A conditional write: done, or lost to someone who was there before. */
export type Written = 'written' | 'lost'

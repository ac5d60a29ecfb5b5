/** Messages that were tried too often. */

/** The dead letters of a queue when this began, and how many are back; `unreadable` letters stay. */
export interface PutBack {
  readonly queue: 'orders' | 'deliveries' | 'replies' | 'schedules'
  readonly found: number
  readonly putBack: number
  readonly unreadable: number
}

/** Letters that were tried too often. A handler acts once however often it takes a letter, so trying again is always safe. */
export interface DeadLetters {
  /** About how many letters wait now. */
  waiting(): Promise<number>
  /** Puts back the present letters, queue by queue. Letters that fail meanwhile wait for the next call. */
  putBack(): Promise<readonly PutBack[]>
}

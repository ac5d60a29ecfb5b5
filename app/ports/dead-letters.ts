/** Messages that were tried too often. */

/** What lay among the dead letters of a queue when we began, and how much of it is back; `unreadable` stays where it is. */
export interface PutBack {
  readonly queue: 'orders' | 'deliveries' | 'replies' | 'schedules'
  readonly found: number
  readonly putBack: number
  readonly unreadable: number
}

/** Letters that were tried too often. Whoever takes them again does so once: trying again is always safe. */
export interface DeadLetters {
  /** About how many lie there now. */
  waiting(): Promise<number>
  /** Puts back what is there now, queue by queue. What dies meanwhile waits for the next call. */
  putBack(): Promise<readonly PutBack[]>
}

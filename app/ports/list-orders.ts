/** Orders about the lists of calls, carried out soon by another function. */
import type { Instant } from '#core/time/instant.ts'

export interface UrgentWork {
  /** Of which staff are told at once; null where the lists alone must name what came in. */
  readonly workId: string | null
  /** When it came in. */
  readonly at: Instant
}

export interface ListOrders {
  /** Something urgent came in, or a call-back was agreed for the same day: the lists of that day are made again, unless they were since. At least once. */
  makeAgain(urgent: UrgentWork): Promise<void>
}

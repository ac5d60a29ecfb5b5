/** Orders about the lists of calls, carried out soon by another function. */
import type { Instant } from '#core/time/instant.ts'

export interface ListOrders {
  /** Something urgent came in then: the lists of that day are made again, unless they were since. At least once. */
  makeAgain(urgentAt: Instant): Promise<void>
}

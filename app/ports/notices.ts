/** Messages outside any campaign. */
import type { Purpose } from '#core/audience/consent.ts'
import type { Instant } from '#core/time/instant.ts'

/** A customer's "stop" was taken: the law asks for a confirmation, one for each stop. */
export interface OptOutNotice {
  readonly customerId: string
  readonly purposes: readonly Purpose[]
  readonly at: Instant
}

/** Messages outside any campaign, through a queue: at least once handed over, once sent. */
export interface NoticeQueue {
  confirmOptOut(notice: OptOutNotice): Promise<void>
  /** The same, handed over after `afterMs` at the latest: a queue holds a message back for at most a quarter of an hour. */
  confirmLater(notice: OptOutNotice, afterMs: number): Promise<void>
}

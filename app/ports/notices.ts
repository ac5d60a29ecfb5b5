/** Messages outside any campaign. */
import type { Purpose } from '#core/audience/consent.ts'
import type { Instant } from '#core/time/instant.ts'

/** That somebody's "stop" was taken: the law asks for a word of confirmation, and each stop gets one. */
export interface OptOutNotice {
  readonly customerId: string
  readonly purposes: readonly Purpose[]
  readonly at: Instant
}

/** Messages outside any campaign, through a queue: at least once handed over, once sent. */
export interface NoticeQueue {
  confirmOptOut(notice: OptOutNotice): Promise<void>
  /** The same, but handed over after so long, or sooner: a queue holds nothing back for longer than a quarter of an hour. */
  confirmLater(notice: OptOutNotice, afterMs: number): Promise<void>
}

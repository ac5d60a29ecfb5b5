/** Messages outside any campaign. */
import type { Purpose } from '#core/audience/consent.ts'
import type { Instant } from '#core/time/instant.ts'

/** A customer's "stop" was taken: the law asks for a confirmation, one for each stop. */
export interface OptOutNotice {
  readonly customerId: string
  readonly purposes: readonly Purpose[]
  readonly at: Instant
}

/** A mail that stands in the history of a case goes out, once for its id. */
export interface CaseMailNotice {
  readonly customerId: string
  readonly workId: string
  readonly mailId: string
}

export type Notice = OptOutNotice | CaseMailNotice

/** Messages outside any campaign, through a queue: at least once handed over, once sent. */
export interface NoticeQueue {
  confirmOptOut(notice: OptOutNotice): Promise<void>
  mailOfCase(notice: CaseMailNotice): Promise<void>
  /** Either of them, handed over after `afterMs` at the latest: a queue holds a message back for at most a quarter of an hour. */
  sendLater(notice: Notice, afterMs: number): Promise<void>
}

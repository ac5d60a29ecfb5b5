/** What a verdict needs to know of cases: their rows, the book of compensation and the bucket of files, read apart from the product's own reading. */
import type { Instant } from '#core/time/instant.ts'
import type { CaseLog } from '#local/torture/cases/case-log.ts'

export interface CaseFacts {
  readonly workId: string
  /** `case`, or `call-task` for a call that follows from one. */
  readonly kind: string
  readonly customerId: string | null
  /** The case that a call follows up; null for everything else. */
  readonly followsUp: string | null
  readonly events: readonly CaseEventFacts[]
}

export interface CaseEventFacts {
  readonly is: string
  readonly at: Instant
  /** The address of a member of staff; left out for the system. */
  readonly address?: string | undefined
  readonly note?: string | undefined
  readonly into?: string | undefined
  readonly from?: string | undefined
  readonly contact?: string | undefined
  readonly replyId?: string | undefined
  readonly compensationId?: string | undefined
  readonly amount?: number | undefined
  readonly period?: string | undefined
  readonly alone?: boolean | undefined
  readonly sha256?: string | undefined
}

export interface Booking {
  readonly compensationId: string
  readonly workId: string
  readonly amount: number
}

/** The book of one period. */
export interface BookFacts {
  readonly period: string
  readonly open: readonly Booking[]
  readonly given: number
}

/** One file in the bucket. */
export interface FileFacts {
  readonly key: string
  /** Of what lies there. */
  readonly sha256: string
}

export interface CaseEvidence {
  readonly log: CaseLog
  readonly cases: readonly CaseFacts[]
  /** In đồng, as the company's files say. */
  readonly limit: number
  /** After the look that a reached limit has taken. */
  readonly book: readonly BookFacts[]
  /** Bookings that this look took away. */
  readonly leftOver: number
  readonly files: readonly FileFacts[]
}

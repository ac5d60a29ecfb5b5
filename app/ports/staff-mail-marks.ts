/** Which single mails went to staff, so that each goes once to each person. The mails about a list of calls have marks of their own, beside the list. */
import type { Written } from '#app/ports/written.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export const STAFF_MAIL_OUTCOMES = ['sending', 'sent', 'refused', 'unknown'] as const

export interface StaffMailMark {
  /** The marks of a day are kept together, and removed together. */
  readonly date: LocalDate
  /** What the mail is about. It names no customer. */
  readonly about: string
  readonly address: string
  readonly claimedAt: Instant
  /** sending: claimed, and nothing is known yet. refused: the provider will never take it. unknown: it may have gone, and is not sent again. */
  readonly outcome: (typeof STAFF_MAIL_OUTCOMES)[number]
}

export interface StaffMailMarks {
  /** By address. Read consistently. */
  of(mails: Pick<StaffMailMark, 'date' | 'about'>): Promise<readonly StaffMailMark[]>
  /** Before the mail leaves: lost when this person has a mark about it. */
  claim(mark: StaffMailMark): Promise<Written>
  /** Replaces a mark that is `sending`; lost otherwise. */
  settle(mark: StaffMailMark): Promise<Written>
  /** The mail surely did not leave: removes a mark that is `sending`. */
  giveBack(mark: StaffMailMark): Promise<Written>
  /** Those of the days before that one. Harmless when repeated. */
  removeBefore(date: LocalDate): Promise<void>
}

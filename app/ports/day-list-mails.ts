/** Which mails about a list of calls went to staff, so that each goes once, however often the schedule rings. */
import type { TeamDate } from '#app/ports/day-lists.ts'
import type { Written } from '#app/ports/written.ts'
import type { Instant } from '#core/time/instant.ts'

/** sending: claimed, and nothing is known yet. refused: the provider will never take it. unknown: it may have gone, and is not sent again. */
export const LIST_MAIL_OUTCOMES = ['sending', 'sent', 'refused', 'unknown'] as const

export interface DayListMail extends TeamDate {
  readonly address: string
  /** From 1. The first is the list, the others are about what came to the person since. */
  readonly number: number
  readonly claimedAt: Instant
  readonly outcome: (typeof LIST_MAIL_OUTCOMES)[number]
  /** Marks of the work that it names as the person's own to ring (`workMark`). The ids themselves would name customers, also erased ones. */
  readonly named: readonly string[]
}

export interface DayListMails {
  /** Of the team's list of that day, by address and number. Read consistently. */
  mailsOf(day: TeamDate): Promise<readonly DayListMail[]>
  /** Before the mail leaves: lost when there is one with its number. */
  claimMail(mail: DayListMail): Promise<Written>
  /** Replaces the mark of a mail that is `sending`; lost otherwise. */
  settleMail(mail: DayListMail): Promise<Written>
  /** The mail surely did not leave: removes the mark of a mail that is `sending`. */
  giveMailBack(mail: DayListMail): Promise<Written>
}

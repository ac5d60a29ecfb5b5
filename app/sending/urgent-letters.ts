/** The words of the mail about an urgent piece of work, which functions/wiring makes from web/staff/mails. */
import type { PersonOfCall } from '#app/desk/calls-of-day.ts'
import type { DialStop } from '#app/desk/dial-stops.ts'
import type { StaffMail } from '#app/ports/sending.ts'
import type { ToldBecause } from '#core/duty/told-at-once.ts'
import type { Instant } from '#core/time/instant.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface UrgentLetters {
  write(order: {
    readonly item: WorkItem
    /** When it was opened, or became urgent again. */
    readonly at: Instant
    /** Null where the mail told no customer. */
    readonly customer: PersonOfCall | null
    /** Why the customer's number is not dialled; null where it may be. */
    readonly stop: DialStop | null
    /** What the customer said, in one sentence; null where no words are kept. */
    readonly words: string | null
    readonly team: string | null
    readonly because: ToldBecause
    /** When the team works again; null while it is at work, and for a team without hours. */
    readonly backAt: Instant | null
  }): Promise<Omit<StaffMail, 'to'>>
  /** Null where the staff app has no address. */
  linkTo(workId: string): string | null
}

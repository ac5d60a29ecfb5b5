/** The words of the mails about the clocks of a case, which functions/wiring makes from web/staff/mails. */
import type { PersonOfCall } from '#app/desk/calls-of-day.ts'
import type { DialStop } from '#app/desk/dial-stops.ts'
import type { StaffMail } from '#app/ports/sending.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { RingMatter } from '#core/work/case/ring-matter.ts'
import type { Case } from '#core/work/work-item.ts'

/** What a mail can be about: clocks that ask for the person, that it went up to them, or news that they wait for. */
export type ClockMatter = Exclude<RingMatter, { is: 'escalate' }>

export interface ClockLetters {
  write(order: {
    readonly item: Case
    readonly matter: ClockMatter
    readonly to: StaffMember
    /** Null where the customer is not known. */
    readonly customer: PersonOfCall | null
    /** Why the customer's number is not dialled; null where it may be. */
    readonly stop: DialStop | null
    /** What the customer said, in one sentence; null where no words are kept. */
    readonly words: string | null
  }): Omit<StaffMail, 'to'>
}

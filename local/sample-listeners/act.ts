/** One act of a sample customer with one mail. Plain values, so that an act can be read before it happens. */
import type { Instant } from '#core/time/instant.ts'

/** The mail programs of the sample customers; each quotes in its own way. */
export const MAIL_PROGRAMS = ['plain', 'gmail', 'outlook', 'iphone'] as const
export type MailProgram = (typeof MAIL_PROGRAMS)[number]

/** calm: reads before pressing; quick: presses at once; without-cookies: the browser keeps none. */
export type Manner = 'calm' | 'quick' | 'without-cookies'

export type Act =
  /** A machine opens every link and presses every button, again on the pages that follow. */
  | { readonly kind: 'scan' }
  /** Opens the link, or a button of the mail where it has one for the score, and does not confirm. */
  | { readonly kind: 'look'; readonly score: number }
  | {
      readonly kind: 'answer'
      /** tap: by the score's own button, where the mail has one; page: by the link, choosing there. */
      readonly by: 'page' | 'tap'
      /** Where several attributes are asked: how the customer feels on the whole, from 1 to 10. */
      readonly score: number
      readonly why: string | null
      /** Answers the further questions; open questions with these words. */
      readonly more: string | null
      readonly manner: Manner
    }
  | { readonly kind: 'reply'; readonly text: string; readonly program: MailProgram; readonly photo: boolean }
  | { readonly kind: 'absence'; readonly text: string }
  /** Presses one of the two buttons that ask whether a case is solved, and confirms. */
  | { readonly kind: 'say'; readonly solved: boolean; readonly words: string | null }
  | { readonly kind: 'one-click' }
  | { readonly kind: 'mailto-stop' }
  | { readonly kind: 'preferences'; readonly change: 'no-surveys' | 'weekly' | 'monthly' }

export interface PlannedAct {
  readonly at: Instant
  readonly act: Act
}

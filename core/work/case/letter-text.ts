/** What staff write in a mail of a case: checked before it may go out. */
import { staffText } from '#core/campaign/staff-text.ts'

/** Beside the words, so that a row has room for many mails. */
export const LONGEST_SUBJECT = 150
export const LONGEST_LETTER = 4_000

/** tells: staff go on by themselves; asks: they cannot go on without an answer; solved: the customer says whether it is, by two buttons. */
export const LETTER_PURPOSES = ['tells', 'asks', 'solved'] as const
export type LetterPurpose = (typeof LETTER_PURPOSES)[number]

export const LETTER_REFUSALS = ['no-subject', 'no-letter', 'letter-too-long', 'blanks-left'] as const
export type LetterRefusal = (typeof LETTER_REFUSALS)[number]

/** What the skeleton leaves to staff: `[…]` on one line, as it stands in templates/case-skeleton. */
const BLANK = /\[[^\]\n]{3,}\]/u

/** In one spelling, without what is not seen; a subject is one line. */
export function checkedLetter(written: {
  readonly subject: string
  readonly text: string
}): { readonly subject: string; readonly text: string } | { readonly refused: LetterRefusal } {
  const subject = staffText(written.subject.replaceAll(/\s+/g, ' '))
  const text = staffText(written.text)
  if (subject === '') return { refused: 'no-subject' }
  if (text === '') return { refused: 'no-letter' }
  if (subject.length > LONGEST_SUBJECT || text.length > LONGEST_LETTER) return { refused: 'letter-too-long' }
  return BLANK.test(text) || BLANK.test(subject) ? { refused: 'blanks-left' } : { subject, text }
}

/** What a customer wrote, made fit to be stored: one normal form, line breaks kept, no invisible characters. */
import { withoutInvisible } from '#core/customer/written-text.ts'

export const LONGEST_ANSWER_TEXT = 4_000

/** Null when no text is left. Not shortened: the caller checks the length and tells the customer. */
export function answerText(written: string): string | null {
  const lines = written
    .toWellFormed()
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => withoutInvisible(line.replaceAll('\t', ' ')).trimEnd())
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() || null
  )
}

/** What a customer wrote, made fit to be kept: one normal form, lines kept, nothing that a reader does not see. */
import { withoutInvisible } from '#core/customer/written-text.ts'

export const LONGEST_ANSWER_TEXT = 4_000

/** Null when nothing is left. Not shortened: whoever asks says what is too long. */
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

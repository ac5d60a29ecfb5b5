/**
 * What of a mail's text the customer wrote, and in which order that is found out.
 *
 * 1. Our own letters go, wherever they stand (own-words.ts).
 * 2. Quotes go, by the marks of programs (quote-marks.ts). A mark is a form: no mark asks what words mean.
 * 3. Notices and signatures go from what is left (legal-notice.ts, signature-marks.ts).
 * 4. Only then is it read what the words say (read-reply.ts).
 *
 * One question runs against this order: before steps 1 and 3 take a line that only looks like a label, a notice or a signature, they ask
 * whether it says anything that must be acted upon (says-something.ts). So a phrase that is added to a table of stops, complaints, requests,
 * rights or scores can keep a line that went before, and can make none go. The choice between a mail's two parts (adapters/mail-in) asks it
 * for the same reason. Nothing else that takes lines away may ask meaning, and no table of meaning may ask about lines:
 * test/core/reply/customers-words.test.ts holds both.
 */
import { newlyWritten } from '#core/reply/newly-written.ts'
import type { OwnLetter } from '#core/reply/own-sentences.ts'
import { withoutOwnWords } from '#core/reply/own-words.ts'
import { readableText } from '#core/reply/readable-text.ts'

export const customersWords = (text: string, own: readonly OwnLetter[]): string =>
  newlyWritten(withoutOwnWords(readableText(text), own)).text

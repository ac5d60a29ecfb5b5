/** A subject in the customer's own words: "STOP" above a text that is only a name. A subject that answers ours does not count. */
import { type OptOut, optOutIn } from '#core/reply/opt-out-words.ts'
import { isPlainThanks } from '#core/reply/plain-thanks.ts'
import { readableText, tidyLines } from '#core/reply/readable-text.ts'
import { spoken } from '#core/reply/spoken.ts'

export const REPLIES = /^(re|fw|fwd|aw|sv|tr|tl|trả lời|chuyển tiếp)\s*[:：]/iu

export const stopInSubject = (subject: string): OptOut | null =>
  REPLIES.test(subject.trim()) ? null : optOutIn(spoken(tidyLines(readableText(subject.slice(0, 500)))))

/** A name, a number, thanks: the subject is the whole message. */
export const isSignedOnly = (text: string): boolean =>
  isPlainThanks(text) || text.split('\n').every((line) => isPlainThanks(line) || SIGNED.test(line.trim()))
const SIGNED = /^(?:\p{Lu}[\p{L}\p{M}.]{0,20}[ ,]{0,2}){0,6}[+\d .()-]{0,20}$/u

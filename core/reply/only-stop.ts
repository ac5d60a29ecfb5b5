/** Whether a mail that stops holds nothing else: "stop, it is still not solved" is a stop, and words that somebody must read. */
import { optOutIn } from '#core/reply/opt-out-words.ts'
import { spoken } from '#core/reply/spoken.ts'
import { isContented } from '#core/reply/understood-comment.ts'

/** Beside the words of the stop there is nothing, or only politeness and praise. An empty text is the press of a mail program. */
export function isOnlyStop(text: string): boolean {
  const said = optOutIn(spoken(text))?.said ?? ''
  const rest = ` ${wordsOf(text)} `
    .replace(` ${wordsOf(said)} `, '  ')
    .replace(PLEAS, ' ')
    .trim()
  return rest === '' || isContented(rest)
}

/** Which stand beside a stop and beside no praise. */
const PLEAS = / (please|kindly|xin|hãy|vui lòng|làm ơn)(?= )/g

const wordsOf = (text: string): string =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')

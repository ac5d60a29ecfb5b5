/**
 * Makes foreign text harmless and bounded before it is read: one normal form, Unix line ends, and no characters that a reader does not see but a
 * screen obeys (controls, zero-width marks, marks that change the direction of writing).
 */

/** The parts that are read: the beginning and the end, where people write. The text between can only be a quote. */
const HEAD = 150_000
const TAIL = 50_000

/** The longest text that is stored of one mail. */
export const LONGEST_TEXT = 10_000

/** Controls except line ends and tabs, and every character that only shapes or turns the text around it. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}]/gu

/** Cuts before it cleans, so that its time is bounded for any text. Removes zero-width joiners too: an emoji may fall into its parts. */
export function readableText(text: string): string {
  const bounded = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`
  return bounded
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNSEEN, '')
    .replace(/[\s--\n]/gv, ' ')
}

/** At most `most` characters, without cutting one in half. */
export const cutTo = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')

/** Trimmed, without blanks at line ends, and with at most one empty line in a row. */
export function tidyLines(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n').map((each) => each.trimEnd())) {
    if (line !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(line)
  }
  return lines.join('\n').trim()
}

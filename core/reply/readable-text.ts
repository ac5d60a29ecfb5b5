/**
 * Foreign text made harmless and bounded before anybody reads it: one normal form, Unix line ends, and nothing that a reader does not see
 * but a screen obeys (controls, zero-width marks, marks that turn the direction of writing).
 */

/** What one reading looks at: the beginning and the end, where people write; what lies between can only be a quote. */
const HEAD = 150_000
const TAIL = 50_000

/** The longest text that is kept of one mail. */
export const LONGEST_TEXT = 10_000

/** Controls but line ends and tabs, and all that only shapes or turns what stands around it. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}]/gu

/** Cuts before it cleans: its time is bounded for any text. Zero-width joiners go too; an emoji may fall into its parts. */
export function readableText(text: string): string {
  const bounded = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`
  return bounded
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNSEEN, '')
    .replace(/[\s--\n]/gv, ' ')
}

/** At most `most` characters, never half of one. */
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

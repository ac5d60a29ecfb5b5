/** Only what the person newly wrote: without what they answer to, wherever it stands, and without what their mail program added. */
import { isQuoted, quoteOpening } from '#core/reply/quote-marks.ts'
import { tidyLines } from '#core/reply/readable-text.ts'
import { withoutSignature } from '#core/reply/signature-marks.ts'

export interface NewlyWritten {
  readonly text: string
  /** Something was quoted. */
  readonly quotes: boolean
}

/**
 * `text` is readable text (readable-text.ts). A mark followed by lines with `>` covers those lines, and what comes after them is the
 * person's again: an answer below or between quotes is kept. A mark followed by plain lines covers all the rest, for nothing tells
 * where such a quote ends.
 */
export function newlyWritten(text: string): NewlyWritten {
  const lines = text.split('\n')
  const runs: string[][] = [[]]
  let quotes = false
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const opening = isQuoted(line) ? null : quoteOpening(lines, at)
    if (isQuoted(line)) {
      quotes = true
      if (runs.at(-1)?.length !== 0) runs.push([])
      at += 1
    } else if (opening) {
      quotes = true
      runs.push([])
      if (!isFollowedByQuoted(lines, at + opening.length)) break
      at += opening.length
    } else {
      runs.at(-1)?.push(line)
      at += 1
    }
  }
  const own = runs.map((run) => tidyLines(withoutSignature(run).join('\n'))).filter((run) => run !== '')
  return { text: own.join('\n'), quotes }
}

function isFollowedByQuoted(lines: readonly string[], from: number): boolean {
  for (let at = from; at < lines.length && at < from + 10; at++) {
    const line = lines[at] ?? ''
    if (line.trim() !== '') return isQuoted(line)
  }
  return false
}

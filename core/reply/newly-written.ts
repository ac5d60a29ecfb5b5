/** The newly written part of a mail, without quotes, wherever they stand, and without what the mail program added. */
import { isRule } from '#core/reply/divider.ts'
import { withoutGluedEnd, withoutGluedProgramWords } from '#core/reply/program-words.ts'
import { isFollowedByQuoted, nextWritten, type QuoteOpening, quoteOpening } from '#core/reply/quote-marks.ts'
import { isQuoted } from '#core/reply/quoted-line.ts'
import { tidyLines } from '#core/reply/readable-text.ts'
import { withoutSignature } from '#core/reply/signature-marks.ts'

/**
 * How the text marks its quotes. marked: line by line. open: a mark shows the beginning, and nothing shows the end. glued: a mark stands in the
 * middle of a line, as in mails that lost their line ends.
 */
export type QuoteForm = 'none' | 'marked' | 'open' | 'glued'

export interface NewlyWritten {
  readonly text: string
  readonly quotes: QuoteForm
}

/**
 * `text` is readable text (readable-text.ts). A mark followed by lines with `>` covers those lines, and the customer's words go on after them: an
 * answer below or between quotes is kept. A mark followed by plain lines covers all the rest, because nothing shows where such a quote ends.
 */
export function newlyWritten(text: string): NewlyWritten {
  const lines = text.split('\n')
  const runs: string[][] = [[]]
  let quotes: QuoteForm = 'none'
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const opening = quoteOpening(lines, at)
    if (opening) {
      const run = runs.at(-1) ?? []
      const before = line.slice(0, opening.column)
      if (before.trim() !== '') run.push(before)
      dropRules(run)
      if (opening.goesOn || opening.column > 0) run.push(withoutGluedProgramWords(run.pop() ?? ''))
      runs.push([])
      const covered = opening.goesOn ? null : linesCovered(lines, at, opening)
      quotes = covered !== null ? 'marked' : opening.goesOn || opening.column > 0 ? 'glued' : 'open'
      if (covered === null) break
      at += covered
    } else if (isQuoted(line)) {
      quotes = 'marked'
      if (runs.at(-1)?.length !== 0) runs.push([])
      at += 1
    } else {
      runs.at(-1)?.push(line)
      at += 1
    }
  }
  const own = runs.map((run) => tidyLines(withoutSignature(run).map(withoutGluedEnd).join('\n'))).filter((run) => run !== '')
  return { text: own.join('\n'), quotes }
}

/** The lines that the mark covers when lines with `>` follow it, or follow a second mark below it; null when none do. */
function linesCovered(lines: readonly string[], at: number, { length }: QuoteOpening): number | null {
  if (isFollowedByQuoted(lines, at + length)) return length
  const next = nextWritten(lines, at + length)
  const second = next === null ? null : quoteOpening(lines, next)
  if (next === null || !second || second.goesOn || second.column > 0) return null
  return isFollowedByQuoted(lines, next + second.length) ? next + second.length - at : null
}

/** A line of dashes above a mark belongs to the mark. */
function dropRules(run: string[]): void {
  while (run.length > 0 && (run.at(-1)?.trim() === '' || isRule(run.at(-1) ?? ''))) run.pop()
}

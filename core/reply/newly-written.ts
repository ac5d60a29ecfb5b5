/** Only what the person newly wrote: without what they answer to, wherever it stands, and without what their mail program added. */
import { isRule } from '#core/reply/divider.ts'
import { withoutGluedEnd, withoutGluedProgramWords } from '#core/reply/program-words.ts'
import { isFollowedByQuoted, nextWritten, type QuoteOpening, quoteOpening } from '#core/reply/quote-marks.ts'
import { isQuoted } from '#core/reply/quoted-line.ts'
import { tidyLines } from '#core/reply/readable-text.ts'
import { withoutSignature } from '#core/reply/signature-marks.ts'

/**
 * How the text shows what is quoted. marked: line by line. open: a mark says where it begins, and nothing where it ends.
 * glued: a mark stands in the middle of a line, as in mails that have lost their line ends.
 */
export type QuoteForm = 'none' | 'marked' | 'open' | 'glued'

export interface NewlyWritten {
  readonly text: string
  readonly quotes: QuoteForm
}

/**
 * `text` is readable text (readable-text.ts). A mark followed by lines with `>` covers those lines, and what comes after them is the
 * person's again: an answer below or between quotes is kept. A mark followed by plain lines covers all the rest, for nothing tells
 * where such a quote ends.
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

/** Lines that the mark takes when lines with `>` follow it, or follow a second mark below it; null when they do not. */
function linesCovered(lines: readonly string[], at: number, { length }: QuoteOpening): number | null {
  if (isFollowedByQuoted(lines, at + length)) return length
  const next = nextWritten(lines, at + length)
  const second = next === null ? null : quoteOpening(lines, next)
  if (next === null || !second || second.goesOn || second.column > 0) return null
  return isFollowedByQuoted(lines, next + second.length) ? next + second.length - at : null
}

/** The line of dashes above a mark belongs to it. */
function dropRules(run: string[]): void {
  while (run.length > 0 && (run.at(-1)?.trim() === '' || isRule(run.at(-1) ?? ''))) run.pop()
}

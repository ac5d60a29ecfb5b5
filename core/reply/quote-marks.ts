/**
 * Where quoted text begins, as mail programs mark it: Gmail, Outlook on desk, web and phone, Apple Mail, Yahoo, Thunderbird, Samsung, Zoho, Zimbra,
 * Yandex, Mail.ru, Notes and others. A mark may stand anywhere in a line: some programs write plain mails without line ends.
 */
import { attributionAt } from '#core/reply/attribution.ts'
import { dividerWithin, isDivider } from '#core/reply/divider.ts'
import { headBlockLength, headLengthBelow, headWithin } from '#core/reply/head-block.ts'
import { isQuoted } from '#core/reply/quoted-line.ts'

export interface QuoteOpening {
  /** The column of its first line at which it begins: the text before it is the customer's. */
  readonly column: number
  /** How many lines it takes. */
  readonly length: number
  /** The quoted text follows in its last line: then all the rest is quoted. */
  readonly goesOn: boolean
}

/** The mark that begins in this line, or null. newly-written.ts decides which lines it covers. */
export function quoteOpening(lines: readonly string[], at: number): QuoteOpening | null {
  const line = lines[at] ?? ''
  if (line.trim() === '' || isQuoted(line)) return null
  if (isDivider(line)) return { column: 0, length: 1 + headLengthBelow(lines, at + 1), goesOn: false }
  const head = headBlockLength(lines, at)
  if (head > 0) return { column: 0, length: head, goesOn: false }
  const glued = [dividerWithin(line), headWithin(line)].filter((column) => column >= 0)
  const said = attributionAt(lines, at)
  if (said && (said.certain || isFollowedByQuoted(lines, at + said.length)) && glued.every((column) => column >= said.column)) {
    return { column: said.column, length: said.length, goesOn: said.goesOn }
  }
  return glued.length === 0 ? null : { column: Math.min(...glued), length: 1, goesOn: true }
}

/** Lines with `>` come next, or another mark that stands above such lines. */
export function isFollowedByQuoted(lines: readonly string[], from: number): boolean {
  const next = nextWritten(lines, from)
  return next !== null && isQuoted(lines[next] ?? '')
}

const MOST_EMPTY = 10

/** The next line with text, close by; null when there is none. */
export function nextWritten(lines: readonly string[], from: number): number | null {
  for (let at = from; at < lines.length && at < from + MOST_EMPTY; at++) if ((lines[at] ?? '').trim() !== '') return at
  return null
}

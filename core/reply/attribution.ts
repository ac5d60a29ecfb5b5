/**
 * The line in which a mail program names the author of the quoted mail: "On … wrote:", "Vào … đã viết:", "10.03.2027, 09:00, X <…>:". Programs wrap
 * it over several lines, put it behind the last word of the answer, or put the first quoted line behind it.
 */
import { isCertain, isNamedAndDated, isNamedFirst, isUncertain, mayHold, WROTE } from '#core/reply/attribution-words.ts'
import { isQuoted } from '#core/reply/quoted-line.ts'

export interface Attribution {
  /** The column of its first line at which it begins. */
  readonly column: number
  /** How many lines it takes. */
  readonly length: number
  /** The first quoted line stands behind it in its last line. */
  readonly goesOn: boolean
  /** True when only a program writes so. An uncertain one counts only above lines with `>`. */
  readonly certain: boolean
}

/** The most lines it is wrapped over. */
const MOST_WRAPPED = 4
/** The most characters from its first word to its last. */
const LONGEST = 300
/** In a mail without line ends one line holds the whole mail. The answer in it is shorter than this. */
const LONGEST_LINE = 20_000
const MOST_ENDS = 100

/** The verb with its colon or at the end of a line; the colon behind an address in brackets; any other colon at the end of a line. */
const ENDS = new RegExp(
  `(?:${WROTE})[ *_\\u00A0]{0,3}[:：]|(?:${WROTE})(?=[ *_.]{0,5}$)|[>)\\]]["'”» ]{0,3}[:：]|[:：](?=[ *_]{0,5}$)`,
  'gimu',
)

/** In the middle of a line it begins with a capital, as programs write it; it may be glued to the word before. */
const BEGINS_WITHIN =
  /(?<![\p{L}\p{N}<@])(?:On|At|Vào|Ngày|Lúc|Thứ|Le|Am|El|Il|Em|Op|在|于|於|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[-/年]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},)|(?<=[\p{Ll}\p{N}.!?…)])(?:On (?=\p{Lu}\p{L}{2}|\d)|Vào (?=Th|lúc|\d))/gu

interface Window {
  /** The line and the lines that may belong to it. */
  readonly text: string
  /** Where each of its lines begins in the text, and its distance from the first line. */
  readonly lines: readonly { readonly start: number; readonly below: number }[]
}

/** The attribution that begins in this line, or null. */
export function attributionAt(lines: readonly string[], at: number): Attribution | null {
  const window = windowFrom(lines, at)
  if (window === null || !mayHold(window.text)) return null
  let ends = 0
  for (const { 0: verb, index } of window.text.matchAll(ENDS)) {
    if (++ends > MOST_ENDS) return null
    const end = index + verb.length
    const last = window.lines.findLast(({ start }) => start < end)
    const lineEnd = window.text.indexOf('\n', end)
    const rest = window.text.slice(end, lineEnd < 0 ? undefined : lineEnd)
    const goesOn = /[^\s*_.]/.test(rest)
    const from = beginningOf(window, { end, goesOn })
    if (from !== null && last !== undefined) return { ...from, length: last.below + 1, goesOn }
  }
  return null
}

function windowFrom(lines: readonly string[], at: number): Window | null {
  const first = (lines[at] ?? '').slice(0, LONGEST_LINE).trimEnd()
  if (first === '') return null
  let text = first
  const taken = [{ start: 0, below: 0 }]
  for (let below = 1; taken.length < MOST_WRAPPED; below++) {
    const line = lines[at + below]
    if (line === undefined || line.length > LONGEST) break
    // Polymail leaves an empty line before the address and wraps within its brackets.
    if (line.trim() === '' && taken.length === 1 && (lines[at + below + 1] ?? '').trim() === '<') continue
    const inBrackets = text.split('<').length > text.split('>').length
    if (line.trim() === '' || (isQuoted(line) && !inBrackets)) break
    taken.push({ start: text.length + 1, below })
    text = `${text}\n${line.trim()}`
  }
  return { text, lines: taken }
}

interface End {
  readonly end: number
  readonly goesOn: boolean
}

/** The column of the first line at which an attribution that ends here begins. Null when there is none, or when it begins in a later line. */
function beginningOf({ text, lines }: Window, { end, goesOn }: End): Pick<Attribution, 'column' | 'certain'> | null {
  const said = (from: number) => text.slice(from, end).replaceAll('\n', ' ')
  const whole = said(0)
  const short = end <= LONGEST
  const firstLine = text.slice(0, (lines[1]?.start ?? text.length + 1) - 1)
  if (
    short &&
    !goesOn &&
    ((/[<([]/.test(firstLine) && isNamedFirst(whole)) || (end <= firstLine.length && isNamedAndDated(whole)))
  )
    return { column: 0, certain: true }
  const earliest = Math.max(0, end - LONGEST)
  const starts = lines.map(({ start }) => start).filter((start) => start > earliest && start < end)
  const within = [...text.slice(earliest, end).matchAll(BEGINS_WITHIN)].map(({ index }) => index + earliest)
  const places = [...new Set([...starts, ...within])]
    .filter((index) => text.slice(0, index).trim() !== '' && isCertain(said(index), { goesOn }))
    .toSorted((a, b) => a - b)
  const wholeIs = short && isCertain(whole, { goesOn })
  const column = wholeIs && !places.some((index) => isAnswer(text.slice(0, index))) ? 0 : firstOfLast(places, text)
  if (column !== undefined) return column < firstLine.length ? { column, certain: true } : null
  return short && isUncertain(whole) && !goesOn ? { column: 0, certain: false } : null
}

/** The last place where an attribution can begin, moved back to its first word: "On Wed, …" begins with "On". */
function firstOfLast(places: readonly number[], text: string): number | undefined {
  let first = places.at(-1)
  for (const place of places.toReversed()) if (first !== undefined && !isAnswer(text.slice(place, first))) first = place
  return first
}

const SMALL =
  /^(?:on|at|vào|lúc|ngày|tháng|thg|thứ|th|năm|le|am|pm|um|à|el|il|sa|ch|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7})$/iu
/** More than the small words of a date: the customer's answer stands before the attribution. */
const isAnswer = (text: string): boolean =>
  /[.!?…]\s*$/.test(text) || text.split(/[^\p{L}]+/u).filter((word) => word !== '' && !SMALL.test(word)).length >= 2

/**
 * Finds where a text stops being JSON and what would be right there, in both languages, with the line that the writer sees. For a file that asks for it, a key that
 * stands twice in one object is a mistake as well: a parser takes the last one and says nothing, and a second `people` in a roster would put everybody of
 * the first one out. Of other files `care check` remarks on it.
 */
import type { LocalizedText } from '#core/campaign/localized-text.ts'

export interface KeyRule {
  readonly keysOnce?: boolean
}

export interface JsonMistake {
  /** From 1. */
  readonly line: number
  readonly column: number
  /** That line as it is written. */
  readonly text: string
  readonly expected: LocalizedText
}

/** No file of ours goes nearly as deep, and each level of one that does costs a call. */
const DEEPEST = 100

/** The first mistake; undefined for a text that is JSON and not too deep. `keysOnce`: and without a key that stands twice. */
export function jsonMistake(text: string, { keysOnce = false }: KeyRule = {}): JsonMistake | undefined {
  const found = mistakeIn(text, keysOnce)
  if (found === undefined) return undefined
  const before = text.slice(0, found.at).split('\n')
  const line = text.split('\n')[before.length - 1] ?? ''
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, text: line.trim(), expected: found.expected }
}

interface Found {
  readonly at: number
  readonly expected: LocalizedText
}
/** The position behind what was read, or the mistake in it. */
type Walk = number | Found

function mistakeIn(text: string, keysOnce: boolean): Found | undefined {
  const end = value(text, { at: blank(text, 0), depth: 0, keysOnce })
  if (typeof end !== 'number') return end
  const after = blank(text, end)
  return after < text.length ? { at: after, expected: WORDS.end } : undefined
}

const blank = (text: string, at: number): number => at + (/^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0)

interface Place {
  readonly at: number
  readonly depth: number
  readonly keysOnce: boolean
}

function value(text: string, { at, depth, keysOnce }: Place): Walk {
  const first = text[at]
  if (first === undefined) return { at, expected: text.trim() === '' ? WORDS.empty : WORDS.unfinished }
  if ((first === '{' || first === '[') && depth === DEEPEST) return { at, expected: WORDS.deep }
  if (first === '{') return members(text, { at, depth: depth + 1, keysOnce }, { closing: '}', member: memberOf(new Set()) })
  if (first === '[') return members(text, { at, depth: depth + 1, keysOnce }, { closing: ']', member: value })
  if (first === '"') return string(text, at)
  const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(text.slice(at, at + 400))?.[0]
  if (word !== undefined) return at + word.length
  if (text.startsWith('//', at) || text.startsWith('/*', at) || first === '#') return { at, expected: WORDS.comment }
  return { at, expected: /['‘’“”]/.test(first) ? WORDS.quotes : WORDS.value }
}

type Member = (text: string, place: Place) => Walk

function members(
  text: string,
  { at: open, ...within }: Place,
  { closing, member }: { readonly closing: string; readonly member: Member },
): Walk {
  let at = blank(text, open + 1)
  if (text[at] === closing) return at + 1
  for (;;) {
    const end = member(text, { at, ...within })
    if (typeof end !== 'number') return end
    at = blank(text, end)
    if (text[at] === closing) return at + 1
    // The missing comma is reported behind the value that was read, even when the next token is on a later line.
    if (text[at] === undefined) return { at: end, expected: WORDS.unfinished }
    if (text[at] !== ',')
      return text.startsWith('//', at) || text.startsWith('/*', at)
        ? { at, expected: WORDS.comment }
        : { at: end, expected: WORDS.comma }
    const next = blank(text, at + 1)
    if (text[next] === closing) return { at, expected: WORDS.noComma }
    at = next
  }
}

/** `keys`: of the object so far. */
const memberOf =
  (keys: Set<string>): Member =>
  (text, { at, ...within }) => {
    if (text[at] === undefined) return { at, expected: WORDS.unfinished }
    if (text.startsWith('//', at) || text.startsWith('/*', at)) return { at, expected: WORDS.comment }
    if (text[at] !== '"') return { at, expected: WORDS.key }
    const end = string(text, at)
    if (typeof end !== 'number') return end
    // A key may be written with escapes.
    const key: string = JSON.parse(text.slice(at, end))
    if (within.keysOnce && keys.has(key)) return { at, expected: WORDS.twice }
    keys.add(key)
    const colon = blank(text, end)
    return text[colon] === ':' ? value(text, { at: blank(text, colon + 1), ...within }) : { at: end, expected: WORDS.colon }
  }

function string(text: string, open: number): Walk {
  for (let at = open + 1; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '"') return at + 1
    if (letter < ' ') return { at, expected: WORDS.closing }
    if (letter !== '\\') continue
    if (!/^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(text.slice(at, at + 6))) return { at, expected: WORDS.escape }
    at++
  }
  return { at: open, expected: WORDS.closing }
}

const WORDS = {
  empty: { vi: 'một đối tượng JSON trong { }: tệp đang trống', en: 'a JSON object in { }: the file is empty' },
  unfinished: { vi: 'dấu } hoặc ] đóng lại: tệp kết thúc ở đây', en: 'a closing } or ]: the file ends here' },
  end: { vi: 'hết tệp ở đây: giá trị JSON đã đóng lại', en: 'the end of the file: the JSON is closed already' },
  value: {
    vi: 'một giá trị: chữ trong dấu ngoặc kép, số, true, false, null, { } hoặc [ ]',
    en: 'a value: a text in quotes, a number, true, false, null, { } or [ ]',
  },
  key: { vi: 'tên khóa trong dấu ngoặc kép thẳng "…"', en: 'a key in straight double quotes "…"' },
  quotes: { vi: 'dấu ngoặc kép thẳng "…"', en: 'straight double quotes "…"' },
  twice: {
    vi: 'mỗi khóa một lần: khóa này đã đứng ở trên, trong cùng dấu { }',
    en: 'each key once: this one stands above already, in the same { }',
  },
  deep: { vi: `ít hơn ${DEEPEST} tầng dấu ngoặc lồng nhau`, en: `fewer than ${DEEPEST} brackets within each other` },
  colon: { vi: 'dấu hai chấm : giữa khóa và giá trị', en: 'a colon : between key and value' },
  comma: { vi: 'dấu phẩy , hoặc dấu đóng ở cuối phần này', en: 'a comma , or the closing bracket behind this' },
  noComma: { vi: 'phần cuối đứng không có dấu phẩy sau nó', en: 'the last entry without a comma behind it' },
  comment: {
    vi: 'tệp không có chú thích: JSON không nhận // và /* */',
    en: 'a file without comments: JSON takes neither // nor /* */',
  },
  closing: { vi: 'dấu " đóng chuỗi trên cùng một dòng', en: 'a closing " on the same line' },
  escape: { vi: 'dấu \\ viết thành \\\\ trong chuỗi', en: 'a backslash written as \\\\ in a text' },
} as const satisfies Readonly<Record<string, LocalizedText>>

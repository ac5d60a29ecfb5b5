/**
 * Makes words comparable, whatever device typed them: lower case, one place for the tone (hủy = huỷ), chat spellings written out, clauses kept
 * apart. Tables of phrases are written in plain Vietnamese and English. They are compared with marks when the writer uses marks, and without when
 * the writer uses none at all ("khong nhan nua").
 */
import { folded } from '#core/customer/written-text.ts'
import { writtenOut } from '#core/reply/chat-spellings.ts'

export interface Spoken {
  /** Words with single blanks between; ` | ` before, between and after clauses. */
  readonly words: string
  /** The same words as written. For a break, the punctuation mark that made it, or `|` for the end of a line. */
  readonly written: readonly string[]
  /** The writer uses Vietnamese marks: a word without them is then another word. */
  readonly marked: boolean
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Moves the tone behind the word: its place in the word is a matter of taste (hòa, hoà). */
function spelled(word: string): string {
  const parts = word.normalize('NFD')
  const tones = parts.match(TONES)?.join('') ?? ''
  return parts.replace(TONES, '').normalize('NFC') + tones
}

/** "k", "kg" and "hong" are a "no" only before a verb: not in "50 k" and "2 kg", and not in the unmarked name Hồng. */
const VERB =
  '(?= (?:nhận|muốn|cần|gửi|gởi|thích|có|đăng ký|đồng ý|hề|phải|thấy|nhan|muon|can|gui|thich|co|dang ky|dong y|phai)(?![\\p{L}\\p{M}]))'
const SHORT_NO = {
  marked: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?<!\\p{N} )(?:k|kg|hong)${VERB}`, 'gu'),
  unmarked: new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?<!\\p{N} )(?:k|kg|(?<!(?:chi|co|em|anh|ba|bac|di) )hong(?= (?:muon|can|thich)))${VERB}`,
    'gu',
  ),
}

/** Read as one word, so that its "e" is not taken for a form of address. */
const E_MAIL = /(?<![\p{L}\p{M}\p{N}])e[- ]mail/gu

const BREAK = ['|', '|'] as const

/** How one word is compared. */
export const wordForm = ({ marked }: Pick<Spoken, 'marked'>): ((word: string) => string) => (marked ? spelled : folded)

/** A program wrapped a line of this length: its end does not end a clause. */
export const WRAPPED = 50

/** Lines longer than people write count as wrapped. Every other line end, and every punctuation mark, ends a clause. */
export function spoken(text: string): Spoken {
  const lower = text.normalize('NFC').toLowerCase().replace(/[ðɖ]/g, 'đ')
  const marked = /[\u0300-\u0323]|đ/.test(lower.normalize('NFD'))
  const form = wordForm({ marked })
  const pieces: (readonly [compared: string, written: string])[] = [BREAK]
  const add = (piece: readonly [string, string]) => {
    if (piece[0] !== '|' || pieces.at(-1)?.[0] !== '|') pieces.push(piece)
  }
  for (const line of lower.split('\n')) {
    const seen = line
      .replace(/(?<=\p{L})['’`´](?=\p{L})/gu, '')
      .replace(E_MAIL, 'email')
      .replace(marked ? SHORT_NO.marked : SHORT_NO.unmarked, 'không')
    for (const piece of seen.match(/[\p{L}\p{M}\p{N}]+|[.,;:!?()"“”…–—&]+|(?<=\s)-+(?=\s)/gu) ?? []) {
      if (!/^[\p{L}\p{N}]/u.test(piece)) add(['|', piece])
      else for (const word of writtenOut(piece).split(' ')) add([form(word), word])
    }
    if (line.length < WRAPPED) add(BREAK)
  }
  add(BREAK)
  return { words: ` ${pieces.map(([compared]) => compared).join(' ')} `, written: pieces.map(([, written]) => written), marked }
}

/** A compiled phrase of a table. */
export interface Wording {
  readonly phrase: string
  readonly marked: RegExp
  /** Null when the phrase proves nothing without marks: a single Vietnamese word ("tệ", "kém") is then another word ("te", "kem"). */
  readonly unmarked: RegExp | null
}

/**
 * `source` is a phrase, or a pattern of whole words: `(a|b)`, `( c)?`, `[^ |]+` for any word, `|` in brackets or behind a backslash for the end of
 * a clause. Its only letters may be those of words.
 */
export function wording(source: string, { alone = false }: { readonly alone?: boolean } = {}): Wording {
  const compiled = (form: (word: string) => string) => {
    const words = source.replace(/[\p{L}\p{M}]+/gu, (word) => form(word.normalize('NFC')))
    return new RegExp(`(?<= )(?:${words})(?= )`, 'gu')
  }
  const oneWord = /^[\p{L}\p{M}]+$/u.test(source)
  return {
    phrase: source,
    marked: compiled(spelled),
    unmarked: oneWord && !alone && folded(source) !== source ? null : compiled(folded),
  }
}

export const wordings = (sources: readonly string[]): readonly Wording[] => sources.map((source) => wording(source))

export interface Place {
  readonly at: number
  readonly end: number
}

/** The text in which phrases are searched. */
export type Heard = Pick<Spoken, 'words' | 'marked'>

/** Every place of the wording in the words. */
export function placesOf({ words, marked }: Heard, said: Wording): readonly Place[] {
  const pattern = marked ? said.marked : said.unmarked
  if (!pattern) return []
  // Not matchAll: it copies the pattern at each call, which takes longer than searching a short mail.
  pattern.lastIndex = 0
  const places: Place[] = []
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    places.push({ at: match.index, end: match.index + match[0].length })
    if (match[0] === '') pattern.lastIndex += 1
  }
  return places
}

export function says({ words, marked }: Heard, said: Wording): boolean {
  const pattern = marked ? said.marked : said.unmarked
  if (!pattern) return false
  pattern.lastIndex = 0
  return pattern.test(words)
}

/** The sentence around a place, and whether a question mark ends it. */
export function sentenceAt({ words, written, marked }: Spoken, { at }: Place): Heard & { readonly asks: boolean } {
  const all = words.trim().split(' ')
  const first = words.slice(0, at).split(' ').length - 2
  const ends = (sign: string | undefined) => sign === undefined || /[.!?;…|]/.test(sign)
  let from = first
  while (from > 0 && !ends(written[from]) && !ends(written[from - 1])) from -= 1
  let to = first + 1
  while (to < all.length && !ends(written[to])) to += 1
  return { words: ` ${all.slice(from, to + 1).join(' ')} `, marked, asks: written[to]?.includes('?') ?? false }
}

/** The words of a place as they were written: staff see them as the reason. */
export function writtenAt({ words, written }: Spoken, { at, end }: Place): string {
  const first = words.slice(0, at).split(' ').length - 2
  const count = words.slice(at, end).split(' ').length
  const said = written.slice(first, first + count).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return said.join(' ').slice(0, LONGEST_REASON)
}
const LONGEST_REASON = 60

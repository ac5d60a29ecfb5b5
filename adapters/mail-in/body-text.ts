/** Which of a mail's two parts is read: the plain text of the writer's program, or the HTML part as text. */
import type { Flowed } from '#adapters/mail-in/flowed-mail.ts'
import { htmlAsText } from '#adapters/mail-in/html-as-text.ts'
import { inTrueLetters, type oldVietnameseCharset } from '#adapters/mail-in/mail-charset.ts'
import { safely } from '#adapters/mail-in/safely.ts'
import { unfoldedText } from '#core/reply/flowed-text.ts'
import { newlyWritten, type QuoteForm } from '#core/reply/newly-written.ts'
import { cutTo, readableText } from '#core/reply/readable-text.ts'
import { saysSomething } from '#core/reply/says-something.ts'

/** The longest text kept before reading; core cuts further. */
const LONGEST_TEXT = 1_000_000

type Charset = ReturnType<typeof oldVietnameseCharset>

export interface BodyText {
  readonly text: string
  readonly limit: readonly string[]
}

export interface Parts {
  readonly said: string | undefined
  readonly html: string | undefined
  readonly old: Charset
  readonly flowed: Flowed | null
}

/**
 * The plain part, because the writer's program made it from their words. The HTML part is read in three cases: there is no other, only it keeps the
 * structure (what is quoted, where a quote ends, line ends), or the plain part does not hold the words at all.
 */
export function bodyText({ said, html, old, flowed }: Parts): BodyText {
  const cut = cutTo(said ?? '', LONGEST_TEXT)
  const plain = boundedText(flowed ? unfoldedText(cut, flowed) : cut, old)
  if (!html) return { text: plain, limit: [] }
  const told = safely(() => htmlAsText(inTrueLetters(html, old)))
  if (!told) return { text: plain, limit: plain === '' ? ['unreadable:html'] : [] }
  const marked = boundedText(told.text, null)
  return { text: chosen({ plain, marked, quotes: told.quotes }), limit: [] }
}

interface Both {
  readonly plain: string
  /** The HTML part as text. */
  readonly marked: string
  /** Whether it marks what is quoted. */
  readonly quotes: boolean
}

function chosen({ plain, marked, quotes }: Both): string {
  if (plain.trim() === '') return marked
  const own = newlyWritten(plain)
  const ownMarked = newlyWritten(marked)
  if (lacksWords(plain, ownMarked.text)) {
    // Two different texts in one mail: the writer saw the HTML part. If the plain part asks for anything, staff must see it as well.
    return isPlaceholder(own.text) || !saysSomething(own.text.split('\n')) ? marked : `${own.text}\n${marked}`
  }
  const written = { own, ownMarked, quotes }
  return keepsStructure(written) ? marked : plain
}

/** How much of the quoting a plain part shows. */
const FORMS: Readonly<Record<QuoteForm, 'all' | 'beginning' | 'nothing'>> = {
  marked: 'all',
  open: 'beginning',
  glued: 'nothing',
  none: 'nothing',
}

interface Written {
  readonly own: ReturnType<typeof newlyWritten>
  readonly ownMarked: ReturnType<typeof newlyWritten>
  readonly quotes: boolean
}

function keepsStructure({ own, ownMarked, quotes }: Written): boolean {
  // The HTML part has only a quote. Only a plain part without any quote mark cannot show that.
  if (ownMarked.text === '' && own.text !== '') return quotes && own.quotes === 'none'
  if (quotes && FORMS[own.quotes] !== 'all') return FORMS[own.quotes] === 'nothing' || ownMarked.quotes === 'marked'
  return lettersOf(own.text) === lettersOf(ownMarked.text) && linesOf(own.text) < linesOf(ownMarked.text)
}

/** Most newly written words of the HTML part are missing from the plain part. */
function lacksWords(plain: string, ownMarked: string): boolean {
  if (ownMarked.includes('\uFFFD')) return false
  const known = new Set(wordsOf(plain))
  const words = wordsOf(ownMarked)
  return words.length > 0 && words.filter((word) => !known.has(word)).length * 2 > words.length
}

/** What programs write in place of a plain text. */
const isPlaceholder = (text: string): boolean => text.length <= LONGEST_PLACEHOLDER && PLACEHOLDER.test(text)
const PLACEHOLDER =
  /html|browser|trình duyệt|(?:mail|email) (?:client|reader)|cannot (?:see|view|display)|(?:không|xem) (?:hiển thị|đúng)|scanned by/iu
const LONGEST_PLACEHOLDER = 300

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const lettersOf = (text: string): string => text.replace(/\s+/g, '')
const linesOf = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length

const boundedText = (text: string, old: Charset): string => readableText(inTrueLetters(cutTo(text, LONGEST_TEXT), old))

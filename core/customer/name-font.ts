/**
 * Tells in which writing the names of a row are: today's, or a font of the nineties. One word often reads well in two (Hoàng is Hồng in VNI), so
 * the row is judged as a whole. A row that leaves it open is judged by the other rows of the file. A doubtful row is never converted.
 */
import { isCommonNameWord } from '#core/customer/common-name-words.ts'
import { hasFontSigns, type OldFont, wordFromFont } from '#core/customer/old-encodings.ts'
import { isVietnameseSyllable } from '#core/customer/vietnamese-syllable.ts'

/** How many rows of a file are certainly in each writing. */
export type FontCounts = Readonly<Record<'today' | OldFont, number>>
export const NO_FONTS: FontCounts = { today: 0, tcvn3: 0, vni: 0 }

export const FONT_NAMES: Readonly<Record<OldFont, string>> = { tcvn3: 'TCVN3 (.VnTime)', vni: 'VNI' }

interface Judged {
  /** The writing that is certain; undefined where the row leaves it open or holds no sign. */
  readonly sure: 'today' | OldFont | undefined
  /** Fonts in which every word would be Vietnamese, different from how it stands. */
  readonly may: readonly OldFont[]
  /** Every word is Vietnamese as it stands. */
  readonly isToday: boolean
  /** There are signs of a font, but no font in which every word is Vietnamese. */
  readonly isDamaged: boolean
}

const FONTS: readonly OldFont[] = ['tcvn3', 'vni']
/** The share of the certain rows that must agree before they decide an open row. */
const AGREED = 0.95

/** What one row adds to what is known of its file. */
export const surelyIn = (names: readonly string[]): 'today' | OldFont | undefined => judged(names).sure

export interface TodaysNames {
  readonly names: readonly string[]
  /** Set when they were converted. */
  readonly font?: OldFont
  /** The names in a font, where that reading is as likely as the text as it stands. */
  readonly perhaps?: { readonly names: readonly string[]; readonly font: OldFont }
}

/** The names in today's letters. `unsure` holds the possible readings; it is empty when no reading fits. */
export function inTodaysLetters(
  names: readonly string[],
  file: FontCounts = NO_FONTS,
): TodaysNames | { readonly unsure: readonly string[] } {
  const { sure, may, isToday, isDamaged } = judged(names)
  const inFont = (font: OldFont): readonly string[] => names.map((name) => converted(name, font))
  if (isDamaged) return { unsure: [] }
  if (sure === 'today') return { names }
  if (sure !== undefined) return { names: inFont(sure), font: sure }
  const fileIs = may.length === 0 ? 'today' : writingOf(file)
  if (fileIs === 'today') return { names }
  if (fileIs === 'tcvn3' || fileIs === 'vni') return may.includes(fileIs) ? { names: inFont(fileIs), font: fileIs } : { names }
  const common = may.filter((font) => areCommon(inFont(font)))
  const [font] = common
  const isLikely = font !== undefined && common.length === 1 && !(isToday && areCommon(names))
  // A single word may as well be a foreign name: there is no other name beside it to rule that out.
  if (isLikely && names.flatMap(wordsIn).length > 1) return { names: inFont(font), font }
  if (fileIs === undefined) return isLikely ? { names, perhaps: { names: inFont(font), font } } : { names }
  if (isToday && areCommon(names) && common.length === 0) return { names }
  return { unsure: [...(isToday ? [names] : []), ...may.map(inFont)].map((one) => one.filter((name) => name !== '').join(' ')) }
}

function writingOf(file: FontCounts): 'today' | OldFont | 'mixed' | undefined {
  const all = file.today + file.tcvn3 + file.vni
  if (all === 0) return undefined
  return (['today', ...FONTS] as const).find((writing) => file[writing] >= all * AGREED) ?? 'mixed'
}

const WORD = /[^\s!-@[-`{-~]+/gu
const wordsIn = (text: string): readonly string[] => text.normalize('NFC').match(WORD) ?? []
const isAscii = (word: string): boolean => /^[\0-\u007F]*$/.test(word)
const areCommon = (names: readonly string[]): boolean => names.flatMap(wordsIn).every(isCommonNameWord)

function converted(text: string, font: OldFont): string {
  const today = text.normalize('NFC').replace(WORD, (word) => (isAscii(word) ? word : (wordFromFont(word, font) ?? word)))
  // A capital of TCVN3 with a mark has the code of the small letter.
  return /[A-Z].*[A-Z]/.test(text) && !/[a-z]/.test(text) ? today.toLocaleUpperCase('vi') : today
}

function judged(names: readonly string[]): Judged {
  const words = names.flatMap(wordsIn)
  const marked = words.filter((word) => !isAscii(word))
  const nothing = { may: [], isToday: true, isDamaged: false }
  if (marked.length === 0) return { sure: undefined, ...nothing }
  // Letters that only Unicode has: no old font can have produced them.
  if (marked.some((word) => /(?=\p{L})[\u0100-\uFFFF]/u.test(word))) return { sure: 'today', ...nothing }
  const isToday = marked.every(isOfToday)
  const may = FONTS.filter((font) => marked.every((word) => wordFromFont(word, font) !== undefined))
  if (isToday) return { sure: may.length === 0 ? 'today' : undefined, may, isToday, isDamaged: false }
  const isAbroad = words.some((word) => isAscii(word) && /^[a-z]{2,}$/i.test(word) && !isVietnameseSyllable(word))
  const weights = new Map(FONTS.map((font) => [font, weightOf(marked, { font, isAbroad })]))
  const sure = may.filter((font) => (weights.get(font) ?? 0) >= ENOUGH)
  const looksOld =
    marked.some(hasFontSigns) || FONTS.some((font) => marked.some((word) => signOf(word, { font, isAbroad }) >= ENOUGH))
  return { sure: sure.length === 1 ? sure[0] : undefined, may, isToday, isDamaged: may.length === 0 && looksOld }
}

/** Ð is how some keyboards write Đ. */
const isOfToday = (word: string): boolean => isVietnameseSyllable(word.replace(/Ð/g, 'Đ').replace(/ð/g, 'đ'))

/** One certain sign, or three weak ones: Loïc alone is a French name, whatever font is tried. */
const ENOUGH = 3

interface Asked {
  readonly font: OldFont
  /** The name stands beside words that are not Vietnamese at all. */
  readonly isAbroad: boolean
}

const weightOf = (words: readonly string[], asked: Asked): number => words.reduce((sum, word) => sum + signOf(word, asked), 0)

function signOf(word: string, { font, isAbroad }: Asked): number {
  const now = wordFromFont(word, font)
  if (now === undefined || isOfToday(word)) return 0
  if (font === 'tcvn3' && (hasFontSigns(word) || /\p{Ll}[À-Þ]/u.test(word))) return ENOUGH
  const isName = isCommonNameWord(now) && !isAbroad
  // In VNI a mark stands behind its vowel, which hardly any foreign word has. Single letters such as ö are ordinary letters elsewhere.
  return isName && (font === 'tcvn3' || VNI_MARK.test(word)) ? ENOUGH : 1
}

const VNI_MARK = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|öô/iu

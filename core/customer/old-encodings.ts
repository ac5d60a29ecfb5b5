/**
 * The fonts of the nineties: TCVN3 (.VnTime) and VNI. Their bytes came into Unicode as Latin letters: "NguyÔn V¨n Hïng" and "Nguyeãn Vaên Huøng"
 * stand for Nguyễn Văn Hùng. This file converts a word letter by letter; name-font.ts decides whether it should.
 */
import { isVietnameseSyllable } from '#core/customer/vietnamese-syllable.ts'

export type OldFont = 'tcvn3' | 'vni'

/** The word as a Vietnamese syllable of today; undefined when that font makes no syllable of it. */
export function wordFromFont(word: string, font: OldFont): string | undefined {
  const converted = font === 'tcvn3' ? fromTcvn3(word) : fromVni(word)
  return converted !== undefined && isVietnameseSyllable(converted) ? converted : undefined
}

/** Signs that no name has in Unicode. */
export const hasFontSigns = (text: string): boolean => /[µ¸¶·¹¨»¾¼½©®ª«¬¡¢£¤¥¦§÷×\u00AD]/u.test(text)

const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const letters = [...to]
  return new Map([...from].map((letter, at) => [letter, letters[at] ?? letter]))
}

const TCVN3 = pairs(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢£¤¥¦§',
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ',
)

/**
 * The capitals of TCVN3 were a font of their own. A word in capitals, or one that begins with a letter of that font, becomes what was seen on
 * paper.
 */
function fromTcvn3(word: string): string | undefined {
  if ([...word].some((letter) => letter > '\u007F' && !TCVN3.has(letter))) return undefined
  const converted = [...word].map((letter) => TCVN3.get(letter) ?? letter).join('')
  if (/.[A-Z]/u.test(word) && !/[a-z]/.test(word)) return converted.toLocaleUpperCase('vi')
  return converted.replace(/^./u, (first) => (first === word[0] ? first : first.toLocaleUpperCase('vi')))
}

/** Marks of VNI stand behind the letter: tone alone, or the letter's own mark with its tone. */
const VNI_TONES: Readonly<Record<string, string>> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const VNI_ROOF: Readonly<Record<string, string>> = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const VNI_BREVE: Readonly<Record<string, string>> = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const VNI_SINGLE = pairs('ñôöæóòîíìÑÔÖÆÓÒÎÍÌ', 'đơưỉĩịỵíìĐƠƯỈĨỊỴÍÌ')

/** A mark without its letter is no VNI. */
function fromVni(word: string): string | undefined {
  const converted: string[] = []
  for (const letter of word) {
    const before = converted.at(-1)
    const marked = before === undefined ? undefined : withMark(before, letter)
    const alone = letter <= '\u007F' ? letter : VNI_SINGLE.get(letter)
    if (marked !== undefined) converted.splice(-1, 1, marked)
    else if (alone !== undefined) converted.push(alone)
    else return undefined
  }
  return converted.join('')
}

function withMark(letter: string, mark: string): string | undefined {
  const small = mark.toLowerCase()
  const tone = VNI_TONES[small]
  if (tone !== undefined && /^[aeouyơư]$/iu.test(letter)) return `${letter}${tone}`.normalize('NFC')
  const roof = VNI_ROOF[small]
  if (roof !== undefined && /^[aeo]$/i.test(letter)) return `${letter}\u0302${roof}`.normalize('NFC')
  const breve = VNI_BREVE[small]
  if (breve !== undefined && /^a$/i.test(letter)) return `${letter}\u0306${breve}`.normalize('NFC')
  return undefined
}

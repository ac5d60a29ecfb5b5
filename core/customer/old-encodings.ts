/**
 * Names typed in the fonts of the nineties: TCVN3 (.VnTime) and VNI. The bytes came into Unicode as Latin letters, so that "NguyÔn V¨n Hïng" and
 * "Nguyeãn Vaên Huøng" stand where Nguyễn Văn Hùng is meant. A name is converted when all of it becomes Vietnamese by that, and was not before.
 */
import { isVietnameseSyllable } from '#core/customer/vietnamese-syllable.ts'

/** The name in today's letters; `damaged` when it has signs of an old font and does not become Vietnamese; undefined when it needs nothing. */
export function fromOldEncoding(name: string): { readonly name: string } | 'damaged' | undefined {
  const words = name.split(/[\s-]+/).filter((word) => word !== '')
  if (words.every((word) => isVietnameseSyllable(word))) return undefined
  for (const convert of [fromTcvn3, fromVni]) {
    const converted = inOneWriting({ name, converted: convert(name) })
    if (converted === name) continue
    const now = converted.split(/[\s-]+/).filter((word) => word !== '')
    if (now.every((word) => isVietnameseSyllable(word))) return { name: converted }
  }
  return TCVN3_SIGNS.test(name) ? 'damaged' : undefined
}

/** The capitals of TCVN3 were a font of their own, so a name in capitals converts to a mixture. */
const inOneWriting = ({ name, converted }: { readonly name: string; readonly converted: string }): string =>
  /[A-Z]{2}/.test(name) && !/[a-z]/.test(name) ? converted.toLocaleUpperCase('vi') : converted

/** What nobody's name has in Unicode. */
const TCVN3_SIGNS = /[µ¸¶·¹¨»¾¼½©®ª«¬¡¢£¤¥¦§÷×]/u

const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const letters = [...to]
  return new Map([...from].map((letter, at) => [letter, letters[at] ?? letter]))
}

const TCVN3 = pairs(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢£¤¥¦§',
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ',
)

const fromTcvn3 = (text: string): string => [...text].map((letter) => TCVN3.get(letter) ?? letter).join('')

/** Marks of VNI stand behind the letter: tone alone, or the letter's own mark with its tone. */
const VNI_TONES: Readonly<Record<string, string>> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const VNI_ROOF: Readonly<Record<string, string>> = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const VNI_BREVE: Readonly<Record<string, string>> = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const VNI_SINGLE = pairs('ñôöæóòîÑÔÖÆÓÒÎ', 'đơưỉĩịỵĐƠƯỈĨỊỴ')

function fromVni(text: string): string {
  const converted: string[] = []
  for (const letter of text) {
    const before = converted.at(-1)
    const marked = before === undefined ? undefined : withMark(before, letter)
    if (marked !== undefined) converted.splice(-1, 1, marked)
    else converted.push(VNI_SINGLE.get(letter) ?? letter)
  }
  return converted.join('')
}

function withMark(letter: string, mark: string): string | undefined {
  const small = mark.toLowerCase()
  const tone = VNI_TONES[small]
  if (tone !== undefined && /^[aeouyơư]$/i.test(letter)) return `${letter}${tone}`.normalize('NFC')
  const roof = VNI_ROOF[small]
  if (roof !== undefined && /^[aeo]$/i.test(letter)) return `${letter}\u0302${roof}`.normalize('NFC')
  const breve = VNI_BREVE[small]
  if (breve !== undefined && /^a$/i.test(letter)) return `${letter}\u0306${breve}`.normalize('NFC')
  return undefined
}

/** Puts names of today into the fonts of the nineties, as programs of that time stored them. */

const VNI_TONES: Readonly<Record<string, string>> = { '\u0301': 'ù', '\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' }
const ROOF: Readonly<Record<string, string>> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
}
const BREVE: Readonly<Record<string, string>> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
}
const I_TONES: Readonly<Record<string, string>> = { '\u0301': 'í', '\u0300': 'ì', '\u0309': 'æ', '\u0303': 'ó', '\u0323': 'ò' }

export const inVni = (name: string): string => [...name.normalize('NFC')].map(vniLetter).join('')

function vniLetter(letter: string): string {
  const small = letter.toLocaleLowerCase('vi')
  const written = vniSmall(small)
  return letter === small ? written : written.toLocaleUpperCase('vi')
}

function vniSmall(letter: string): string {
  if (letter === 'đ') return 'ñ'
  const [base = '', ...marks] = letter.normalize('NFD')
  const tone = marks.find((mark) => mark in VNI_TONES) ?? ''
  if (marks.includes('\u0302')) return base + ROOF[tone]
  if (marks.includes('\u0306')) return base + BREVE[tone]
  if (marks.includes('\u031B')) return (base === 'o' ? 'ô' : 'ö') + (VNI_TONES[tone] ?? '')
  if (base === 'i' && tone !== '') return I_TONES[tone] ?? ''
  if (base === 'y' && tone === '\u0323') return 'î'
  return base + (VNI_TONES[tone] ?? '')
}

const TODAY = [...'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ']
const TCVN3 = [...'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ']
const CAPITALS: Readonly<Record<string, string>> = { Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦', Đ: '§' }

/** Capitals with a tone had a font of their own, with the codes of small letters. */
export const inTcvn3 = (name: string): string =>
  [...name.normalize('NFC')]
    .map((letter) => CAPITALS[letter] ?? TCVN3[TODAY.indexOf(letter.toLocaleLowerCase('vi'))] ?? letter)
    .join('')

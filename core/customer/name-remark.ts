/**
 * Separates a name from what staff noted beside it: whose mother the customer is, a phone number, VIP. The greeted name holds letters only. The
 * rest is kept as a remark, in the order in which it was written.
 */
import { apartFromBrackets } from '#core/customer/bracketed-text.ts'
import { isFamilyName } from '#core/customer/common-name-words.ts'

export interface NameWithRemark {
  /** Empty when no part of the text is a name. */
  readonly name: string
  readonly remark: string | null
}

/** Words that are in no name: the remark begins at the first of them, in any writing. */
const REMARK_WORDS =
  listed(`vip vvip svip zalo fb facebook viber sđt sdt đt tel phone mobile kh khtt ctv npp ncc gđ pgđ nvkd sỉ lẻ nợ mẹ vợ chồng khách
  và and or hoặc aka tức`)
/** Remark words only in small letters beside a name that has capitals. With a capital they may be a name. */
const SMALL_REMARK_WORDS =
  listed(`mới cũ quen con cháu bé bạn em anh chị cô chú bác ông bà má ba bố ở tại của số nhà lầu tầng kho quận phường xã
  huyện tỉnh đường ngõ hẻm lớp trường công cty khó hay thích đã chưa không rất hàng mua bán`)
const TITLES = listed('mr mrs ms miss mister madam dr bs ths pgs gs')
/** Anh, chị and the like, shortened before the name: `C.Lan`. */
const SHORT_TITLE = /^(?:a|c|e|o|ô|b|mr|mrs|ms|dr|bs|ts|ths|pgs|gs|anh|chị)\.(?=\p{L}{2})/iu
const OTHER_PERSON = /[/\\|;:_+&,]|\s[-–—]+|[-–—]+\s/u

/** Takes one line of visible text in today's letters. */
export function apartFromRemark(text: string): NameWithRemark {
  const { outside, inside } = apartFromBrackets(text)
  if (!/\p{L}/u.test(outside)) return inside.length === 0 ? { name: '', remark: null } : inBrackets(inside)
  const isMixed = /\p{Ll}/u.test(outside) && /\p{Lu}/u.test(outside)
  const remarks: string[] = []
  let name = ''
  for (const part of outside.replace(/^(\s*\p{L}+\s*),/u, familyBeforeComma).split(OTHER_PERSON)) {
    const words = part
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
    const found = name === '' ? nameIn(words, isMixed) : { name: '', remarks: [words.join(' ')] }
    if (name === '') name = found.name
    remarks.push(...found.remarks)
  }
  const kept = inOrder([...remarks, ...inside], text).filter((remark) => !/^[\s.,!?…'’-]*$/u.test(remark))
  return { name, remark: kept.length === 0 ? null : kept.join('; ') }
}

/** `(Lan)` is called Lan. */
function inBrackets([first = '', ...others]: readonly string[]): NameWithRemark {
  const { name, remark } = apartFromRemark(first)
  const remarks = [...(remark === null ? [] : [remark]), ...others]
  return { name, remark: remarks.length === 0 ? null : remarks.join('; ') }
}

const familyBeforeComma = (whole: string, family: string): string => (isFamilyName(family.trim()) ? `${family} ` : whole)

/** Notes before the name are skipped. The first note after the name ends it. */
function nameIn(words: readonly string[], isMixed: boolean): { readonly name: string; readonly remarks: readonly string[] } {
  const name: string[] = []
  const before: string[] = []
  for (const [at, written] of words.entries()) {
    const title = SHORT_TITLE.exec(written)?.[0] ?? ''
    const word = wordOf(written.slice(title.length))
    const isLast = at === words.length - 1
    if (title !== '') before.push(title)
    if (
      name.length === 0 &&
      (word.name === '' || REMARK_WORDS.has(plain(word.name)) || (TITLES.has(plain(word.name)) && !isLast))
    )
      before.push(written.slice(title.length))
    else if (word.name === '' || endsName(word.name, isMixed && name.length > 0, name.length > 0))
      return { name: name.join(' '), remarks: [...before, words.slice(at).join(' ')] }
    else {
      name.push(word.name)
      if (word.rest !== '') return { name: name.join(' '), remarks: [...before, [word.rest, ...words.slice(at + 1)].join(' ')] }
    }
  }
  return { name: name.join(' '), remarks: before }
}

const endsName = (word: string, isMixed: boolean, hasBegun: boolean): boolean =>
  hasBegun &&
  (REMARK_WORDS.has(plain(word)) || (isMixed && word === word.toLocaleLowerCase('vi') && SMALL_REMARK_WORDS.has(word)))

/** The letters at the beginning of a word, and what is attached to them: `Lan2`, `Lan★`. A code such as Q7 or KH001 is no part of a name. */
function wordOf(written: string): { readonly name: string; readonly rest: string } {
  const bare = written.replace(/^[^\p{L}\p{M}]+/u, '')
  const letters = /^[\p{L}\p{M}'’ʼ‘`·.-]*/u.exec(bare)?.[0] ?? ''
  const rest = bare.slice(letters.length)
  const isCode =
    /\p{Nd}/u.test(written) && (bare !== written || letters.length < 2 || !/[aeiouy]/iu.test(letters.normalize('NFD')))
  // `P.KD` is a department; `J.R.` are initials.
  const isShort = /\p{L}\.\p{L}/u.test(letters) && !/^(\p{Lu}\.)+\p{Lu}?\.?$/u.test(letters) && /\p{Lu}{2}/u.test(letters)
  if (isCode || isShort || !/\p{L}/u.test(letters)) return { name: '', rest: written }
  return { name: withoutStop(letters), rest }
}

/** The full stop of an initial or of Jr. is kept. */
const withoutStop = (word: string): string => (/^(\p{Lu}|jr|sr|st)\.$/iu.test(word) ? word : word.replace(/[.’'`-]+$/u, ''))

const inOrder = (remarks: readonly string[], text: string): readonly string[] =>
  remarks.map((remark) => remark.trim()).toSorted((a, b) => text.indexOf(a) - text.indexOf(b))

const plain = (word: string): string => word.replace(/\.$/, '').toLocaleLowerCase('vi')

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}

/**
 * Words beside a score that would mislead its grammar: words that only make it stronger ("mười điểm không có nhưng", "10, no buts"), words that
 * open an honest answer ("Honestly? Three."), and numbers that certainly name or count something else (house 9, order 9, 9 million).
 */
import { folded } from '#core/customer/written-text.ts'

/** Stands for text with digits that is no score. */
export const NOTHING = '§'

const wholeWords = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${pattern})(?![\\p{L}\\p{M}])`, 'gu')

/** Simple patterns only: words, blanks, groups. With marks and without. */
const said = (...patterns: readonly string[]): readonly RegExp[] =>
  patterns.map((pattern) => wholeWords(`${pattern}|${folded(pattern)}`))

const NO = '(?:không|ko|k|hông|hổng|hong|chẳng)'
const STRONGER = said(
  `${NO} (?:có )?(?:chữ )?nhưng(?: nhị)?(?: gì)?(?: hết| cả)?`,
  '(?:khỏi|khỏi phải|khỏi cần) (?:bàn|nghĩ|suy nghĩ|nói|chê|đắn đo|lăn tăn)(?: nhiều| gì| thêm| nữa| cãi)?',
  `${NO} (?:cần|phải) (?:bàn|nghĩ|suy nghĩ|nói|đắn đo|lăn tăn)(?: nhiều| gì| thêm| nữa| cãi)?`,
  `${NO} (?:đắn đo|do dự|lăn tăn|suy nghĩ)(?: gì)?`,
  `${NO} (?:phải |cần )?bàn cãi(?: gì| nữa)?`,
  `${NO} chê (?:vào đâu được|được|vào đâu)`,
  `${NO} hơn,? ${NO} kém`,
  'no (?:ifs? )?(?:ands? )?(?:or |and |no )?buts?(?: about it)?',
  'no (?:doubt|question|hesitation|brainer)(?: about it)?',
  'too bad (?:that )?(?:i|we) (?:cant|cannot|couldnt) give(?: you| it)?(?: an?)?(?: 11| eleven| 12| more)?',
  'without (?:a |any )?(?:doubt|question|hesitation)',
)

/** With the punctuation mark behind them: "Honestly?" asks nothing. */
const HONEST = said(
  'nói (?:thật|thiệt)(?: lòng| tình)?(?: với shop| với bạn)?(?: thì| nhé| nha| nghe| hả| ra)?',
  '(?:thật|thực|thiệt|thành thật)(?: lòng| tình| ra)?(?: mà)? nói(?: thì| ra)?',
  '(?:thật lòng|thật tình|thực lòng|thiệt tình|thiệt lòng|thành thật|công bằng|khách quan)(?: mà nói)?(?: thì)?',
  '(?:honestly|frankly|truthfully)(?: speaking)?',
  'if im (?:being )?(?:totally |completely |perfectly )?honest',
  'to be (?:totally |completely |perfectly |brutally )?(?:honest|fair|frank)',
  'in all honesty|my honest (?:answer|score|opinion)|honest answer|real talk',
  'tbh|ngl',
).map((pattern) => new RegExp(`${pattern.source}(?: ?[?!.,:…]+)?`, 'gu'))

const UNIT_OF_MONEY = 'nghìn|ngàn|triệu|trăm|vnđ|vnd|usd|dollars?|bucks'
const WHOSE = '(?: mình| tôi| em| tui| anh| chị)?'
/** "9", "9a", "12/3". */
const NUMBER = '\\d+[a-z]?(?:/\\d+[a-z]?)*'
const NAMED = [
  // Without marks these are other words ("to 10", "can 9").
  ...[`(?:tổ|lô|căn|lầu|phố)(?: số)? ${NUMBER}`, '(?:q|p|tp|kp)\\.? ?\\d+', '\\d+ ?(?:đồng|tỷ)'].map(wholeWords),
  ...said(
    `số ${NUMBER} (?:ngách|ngõ|hẻm|kiệt|đường|phố|phường|quận)(?: ${NUMBER})?`,
    `số nhà(?: là)?:? ${NUMBER}`,
    `(?:nhà|căn hộ|căn|phòng|tòa)${WHOSE}(?: ở)? số ${NUMBER}`,
    `(?:hẻm|ngõ|ngách|kiệt|đường|quận|phường|tầng)(?: số)? ${NUMBER}`,
    '(?:mã|số)? ?(?:đơn|đơn hàng|vận đơn|hóa đơn)(?: số| mã)?(?: là)?:? \\d+',
    '(?:máy lẻ|số máy|nhánh|lẻ) \\d+',
    '(?:order|invoice|ticket|case|ref|reference|apt|apartment|unit|suite|ext|extension)(?: no\\.?| number| nr\\.?)?:? \\d+[a-z]?',
    '(?<!đánh |danh )giá(?: là| chỉ| có| khoảng)?:? \\d+',
    `\\d+ ?(?:${UNIT_OF_MONEY})`,
  ),
]

const all = (text: string, patterns: readonly RegExp[], to: string): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, to), text)

/** "Honestly?" is no question. */
export const withoutOpeners = (text: string): string => all(text.toLowerCase(), HONEST, ' ')

/** Without words that only make a score stronger or open it. */
export const withoutEmphasis = (text: string): string =>
  all(withoutOpeners(text.replace(/(?<=\p{L})['’`´](?=\p{L})/gu, '')), STRONGER, ' ')

/** `lower` in small letters, without apostrophes. */
export const withoutAsides = (lower: string): string => all(all(all(lower, HONEST, ' '), STRONGER, ' '), NAMED, NOTHING)

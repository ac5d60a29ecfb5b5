/**
 * Numbers that look like a score and are none: "góp ý 2 điểm" counts suggestions, "10 điểm" on a member's card is a balance, and 1/5 is a holiday.
 * `counted` is certainly no score; `open` may be one, so staff must look.
 */
import { type Heard, says, type Wording, wordings } from '#core/reply/spoken.ts'

/** Before "N điểm" or "N points", in the same clause. */
const COUNTS_POINTS = wordings([
  'góp ý',
  '(cần|nên|phải|muốn)( [^ |]+){0,2}',
  '(thích|khen|chê|lưu ý|nêu|nhận xét|cải thiện|khắc phục|sửa|bổ sung|nói|nhắc|thắc mắc|quan tâm)( [^ |]+){0,2}',
  '(mention|raise|make|suggest|note|improve|like|liked|these|those|following|couple|few)( [^ |]+){0,1}',
])
/** Anywhere before it. */
const BALANCES = wordings([
  '(thẻ|thành viên|tích lũy|tích được|tài khoản|ví|quy đổi|voucher)',
  '(card|account|membership|member|rewards?|loyalty|balance)',
])
/** Behind it. */
const POINTS_OF_WHAT = wordings([
  '(cần|nên|phải|góp ý|lưu ý|mạnh|yếu|hay|dở|sau|sau đây|như sau|thích|tích lũy|thưởng|trong thẻ|trong tài khoản)',
  '(to|on|in|that|about) (raise|mention|make|improve|note|card|account|fix|my card|my account|the card)',
])
/** A number of points up to this, before a colon, may as well be the length of a list. */
const LONGEST_LIST = 5
const GIVING = wordings(['(cho|chấm|đánh giá|vote|bình chọn|được|give|giving|rate|score|rating|its|is)'])

/** A date of a feast, a birthday or an appointment, whatever its digits. */
const DATED = wordings([
  '(ngày|lễ|nghỉ|hôm|mùng|mồng|sinh nhật|sinh|tháng|mai|mốt|kỷ niệm|chúc|mừng|dịp|quốc tế|hẹn|thứ|chủ nhật|lịch|nhân)',
  '(date|birthday|holiday|born|anniversary|since|until)',
])
/** Goods arrive on a date, and goods are given a score. */
const MAY_BE_DATED = wordings([
  '(giao|nhận|nhận hàng|nhận được|đặt|đặt hàng|mua|ship|ghé|tới|đến|về|qua|lấy|từ|đợi|chờ)( [^ |]+){0,2}',
  '(ordered|order|delivered|arrived|received|bought|shipped|came|due|promised)( [^ |]+){0,2}',
])
const HAPPENS_THEN = wordings([
  '(ghé|qua lấy|qua shop|qua cửa hàng|đến lấy|tới lấy|lấy hàng|nhận hàng|nhận được|mới nhận|mới giao|giao nhé|giao cho|hẹn|gặp|vẫn chưa|chưa|nghỉ|là ngày|là sinh nhật)',
  '(is my birthday|i will|ill|we will|please|still|delivery|deliver)',
])

const any = (text: Heard, table: readonly Wording[]): boolean => table.some((each) => says(text, each))
/** Ends where the number begins, or begins where the number ends. */
const near = (text: Heard, table: readonly Wording[], { before }: { readonly before: boolean }): boolean =>
  table.some(({ marked, unmarked }) => {
    const pattern = text.marked ? marked : unmarked
    return [...text.words.matchAll(pattern ?? /(?!)/g)].some((match) =>
      before ? match.index + match[0].length >= text.words.length - 1 : match.index <= 1,
    )
  })

export interface AroundNumber {
  /** The clause before the number, and behind it and its unit. */
  readonly before: string
  readonly after: string
  readonly marked: boolean
}

const heard = (words: string, marked: boolean): Heard => ({ words: ` ${words} `, marked })

/** Of a number with "điểm" or "points" behind it. */
export function pointsCount(
  { before, after, marked }: AroundNumber,
  { value, listFollows }: { readonly value: number; readonly listFollows: boolean },
): 'counted' | 'open' | null {
  const [said, goesOn] = [heard(before, marked), heard(after, marked)]
  if (near(said, COUNTS_POINTS, { before: true }) || any(said, BALANCES)) return 'counted'
  if (near(goesOn, POINTS_OF_WHAT, { before: false })) return 'counted'
  return listFollows && value <= LONGEST_LIST && !any(said, GIVING) ? 'open' : null
}

/** Of "N/M", where M is the top of the scale. */
export function fractionDates({ before, after, marked }: AroundNumber): 'counted' | 'open' | null {
  if (any(heard(before, marked), DATED)) return 'counted'
  if (near(heard(before, marked), MAY_BE_DATED, { before: true }) || any(heard(after, marked), HAPPENS_THEN)) return 'open'
  return null
}

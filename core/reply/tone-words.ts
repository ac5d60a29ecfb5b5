/**
 * Words of complaint and words of praise. A word directly under a "no" does not count: "không tệ", "chưa bao giờ thất vọng", "no complaints". A
 * denied praise is no complaint either, unless it has a phrase of its own ("không hài lòng").
 */
import { COMPLAINTS } from '#core/reply/complaint-words.ts'
import { HARMLESS_USES } from '#core/reply/harmless-uses.ts'
import { type Place, placesOf, type Spoken, type Wording, wording, wordings, writtenAt } from '#core/reply/spoken.ts'

const PRAISES: readonly Wording[] = wordings([
  '(rất|quá|cực kỳ|vô cùng|thật|khá|luôn|đều|khá là|rất là) (tốt|hài lòng|tuyệt|ngon|đẹp|nhanh|thích|ưng|hay|ổn|vui|nhiệt tình|chu đáo|dễ thương|tiện|tận tâm|chuyên nghiệp)',
  '(tốt|tuyệt|ngon|thơm|đẹp|xịn|mê|nhanh|thích|ưng|ổn) (lắm|quá|ghê|thật)',
  'tuyệt( vời| cú mèo)?',
  'xuất sắc',
  'hoàn hảo',
  '(hài lòng|ưng ý)',
  '(chất lượng|dịch vụ|phục vụ|hàng|sản phẩm|trà|giao hàng|shop)( (rất|quá|thì|cũng|đều|khá|luôn|thật|này|của|shop|bạn|bên|vẫn|lại|là|giao|hàng|gói)){0,3} (tốt|ngon|nhanh|ổn|đẹp|tuyệt)',
  '(nhiệt tình|chu đáo|tận tâm|thân thiện|chuyên nghiệp)',
  '(sẽ|nhất định)( (luôn|còn|tiếp tục|lại|vẫn|sẽ|tôi|mình|em)){0,3} (ủng hộ|quay lại|mua tiếp|giới thiệu|mua nữa)',
  '(great|excellent|wonderful|fantastic|amazing|awesome|perfect|brilliant|outstanding|superb|lovely)',
  '(very|really|so|always|pretty) (good|happy|satisfied|pleased|nice|helpful|friendly|fast|quick|professional)',
  '(love|loved|enjoyed) (it|the|your|this|my|everything|them)',
  '(good|great|nice) (service|job|work|quality|product|products|tea|experience|people|staff|team)',
  'well done',
  '(happy|satisfied|pleased) with',
  'keep (it|up)',
])

/** No complaints on their own. Beside a top score or praise they show that it is not meant. */
const DOUBTS: readonly Wording[] = wordings([
  '(khỏi|đừng|không bao giờ|chẳng bao giờ)( [^ |]+){0,1} (mua|quay lại|ghé)',
  '(đùa|nói đùa|giỡn|mỉa mai|châm biếm|nói ngược|nói móc)',
  '(chờ|đợi)( [^ |]+){0,3} (ngày|tiếng|giờ)',
  '(cho ai rồi|đi đâu rồi|đâu không biết|không biết)',
  '(kidding|joking|sarcasm|sarcastic|ironic|irony|as if|not really|in your dreams)',
  'never again',
  '(waited|waiting|wait)( [^ |]+){0,3} (days|hours)',
])

const THANKS: readonly Wording[] = wordings([
  '(cảm ơn|cám ơn|xin cảm ơn|chân thành cảm ơn)',
  '(thanks|thank you|many thanks|thank u|ty)',
  '(chúc|chúc mừng)',
])

/** A "no", with the words that may stand before the word it denies. */
const DENIED = wording(
  '(không|chẳng|chả|chưa|đừng|khỏi|hết|no|not|never|without|nothing|dont|doesnt|didnt|wasnt|isnt|havent|hasnt|wont|cant|any|zero|nor|hardly)' +
    '( (có|hề|gì|phải|bị|bao giờ|thấy|cảm thấy|thực sự|thật sự|là|để|một|chút|nào|ai|đến nỗi|quá|lắm|cái|điều|vỡ|bể|móp|trầy|hay|hoặc|làm tôi|làm mình|khi nào|từng|đáng|còn|mà|điểm|' +
    'any|a|an|at|all|have|had|has|to|really|been|so|that|very|ever|too|do|about|i|we|me|the|is|was|be|once|got|your|slightest|bit)){0,5}',
)

/** A zero stands for "không" before praise ("0 hài lòng"); before a complaint it is the score ("0 quá tệ"). */
const NOUGHT = wording('0( (hề|thấy|được|có|còn|thật sự|thực sự)){0,2}')

interface Meant {
  readonly phrase: string
  readonly written: string
}

interface Unless {
  readonly denials: readonly Wording[]
  /** The places where the words of the table mean nothing. */
  readonly harmless?: readonly Place[]
}

function meantOf(text: Spoken, table: readonly Wording[], { denials, harmless = [] }: Unless): readonly Meant[] {
  return table.flatMap((each) => {
    const place = placesOf(text, each).find(({ at, end }) => {
      if (harmless.some((use) => use.at <= at && end <= use.end)) return false
      return !isDeniedBy(denials, text, at)
    })
    return place ? [{ phrase: each.phrase, written: writtenAt(text, place) }] : []
  })
}

/** A "no" of its clause stands directly before the place. */
export const isDenied = (text: Spoken, { at }: Place): boolean => isDeniedBy([DENIED], text, at)

function isDeniedBy(denials: readonly Wording[], text: Spoken, at: number): boolean {
  const before = text.words.slice(0, at)
  const clause = before.slice(before.lastIndexOf('|') + 1)
  const said = { words: clause, marked: text.marked }
  return denials.some((denial) => placesOf(said, denial).some(({ end }) => end >= clause.length - 1))
}

/** Complaints about not being satisfied: in a survey of satisfaction they are an answer on its scale. */
const ABOUT_CONTENTMENT = /hài lòng|satisfied|happy/

/** The words of complaint as they were written. */
export const complaintsIn = (text: Spoken, asked: { readonly contentment: boolean }): readonly string[] =>
  meantOf(text, COMPLAINTS, {
    denials: [DENIED],
    harmless: HARMLESS_USES.flatMap((use) => placesOf(text, use)),
  }).flatMap(({ phrase, written }) => (asked.contentment && ABOUT_CONTENTMENT.test(phrase) ? [] : [written]))

export const praises = (text: Spoken): boolean => meantOf(text, PRAISES, { denials: [DENIED, NOUGHT] }).length > 0

/** Praise in quotation marks is a quotation of other people's words. */
const SCARE_QUOTED =
  /["“”«‘](?:rất |quá |so |very )?(?:tuyệt|tốt|xuất sắc|hoàn hảo|nhanh|chu đáo|nhiệt tình|tận tâm|chuyên nghiệp|great|excellent|amazing|wonderful|perfect|fast|quick|professional|helpful)[^"“”»’\n]{0,15}["“”»’]/iu

/** The text holds something that contradicts its praise. */
export const doubtsPraise = (text: string, said: Spoken): boolean =>
  SCARE_QUOTED.test(text) || meantOf(said, DOUBTS, { denials: [DENIED] }).length > 0

export const thanks = (text: Spoken): boolean => meantOf(text, THANKS, { denials: [DENIED] }).length > 0

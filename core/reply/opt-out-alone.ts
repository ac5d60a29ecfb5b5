/**
 * A message that is only "stop": one word, politeness, and at most a name below. Some of these words are names (Huy, Dung, Dừng, Ngưng, initials),
 * and "dung" without marks is "đúng" (right) as well. Such a word stops only where no greeting, thanks or title makes it a signature or an answer.
 * When the rest of the mail has marks, the unmarked word is a name.
 */
import { type Heard, type Place, placesOf, type Spoken, type Wording, wording } from '#core/reply/spoken.ts'

/** Not names, and not other words without marks. */
const PLAIN =
  'dừng lại|hủy|hủy đi|hủy bỏ|hủy nhận|hủy tin|hủy đăng ký|bỏ đăng ký|ngừng|ngừng lại|ngưng lại|ngừng gửi|ngưng gửi|dừng gửi|đừng gửi|' +
  'đừng gửi nữa|không nhận|không nhận nữa|không gửi nữa|thôi không nhận nữa|từ chối|từ chối nhận|từ chối nhận tin|từ chối quảng cáo|tc qc|' +
  'tc all|tc tất cả|stop|stop all|stopall|stop it|stop this|stop these|please stop|cancel|end|quit|unsub|unsubscribe|unsubscribe all|unsubscribe me|remove|' +
  'remove me|opt out|optout|not interested|hủy sub|no longer interested|i want out|không quan tâm|không có nhu cầu|leave me alone|no more'
/** Names, or initials. */
const LIKE_NAMES = 'dừng|ngưng|tc'

const PLEA =
  'xin|vui lòng|làm ơn|hãy|please|kindly|đi|giúp|giùm|dùm|ngay|cho|nhé|nha|ạ|dạ|nghen|nhen|nè|thôi|luôn|hết|tôi|mình|em|tui|shop|ad|admin|ơi|tất cả|all|now|nghe'
const THANKS = 'cảm ơn|cám ơn|thanks|thank you'
const POLITE = `(\\||enough|nhưng|but|đủ rồi|phiền quá|vâng|anh|chị|nữa|rồi|đâu|bạn|hi|hello|dear|chào|ok|${THANKS}|${PLEA})`
const ASKING = `(\\||${PLEA})`
const AFTER = `(\\|( (${THANKS}))?|anh|chị|bạn|${PLEA})`
const FAREWELL =
  '(trân trọng|thân mến|thân ái|thân|kính thư|kính|cảm ơn|regards|best regards|kind regards|best|thanks|thank you|sincerely|cheers)'
/** A word of a name: not one that continues a sentence. */
const NAME =
  ' (?!(?:it|i|im|tôi|mình|em|sẽ|the|this|that|you|we|đơn|hàng|đặt|giao|không|but|nhưng|and|và|vì|because|at|by|in|my) )[^ |]+'
const SIGNED = `( ${FAREWELL} \\|){0,2}(${NAME}){0,4}( \\|)?`

const alone = (source: string): Wording => wording(source, { alone: true })

const CLEAR = alone(`\\|( ${POLITE}){0,10} (${PLAIN})( tất cả| hết| all)?( ${POLITE}){0,10} \\|${SIGNED}`)
const NAMELIKE = alone(
  `\\|(( ${POLITE}){0,6} (nhưng|but))?( ${ASKING}){0,6} (${LIKE_NAMES})( tất cả| hết| all)?( ${AFTER}){0,8} \\|${SIGNED}`,
)

/** Without marks: "hủy" and "Huy", "dừng" and "đúng". */
const HUY = alone(`\\|( ${ASKING}){0,4} (huy|tc|ngung)( ${ASKING}){0,6} \\|`)
const PRESSED = 'xin|vui long|lam on|hay|please|cho (toi|minh|em|tui)'
const DUNG = alone(
  `\\|( ${ASKING}){0,2} ((${PRESSED}) dung|dung (giup|gium|dum|ngay|het|tat ca|all)|dung di)( ${ASKING}){0,5} \\|`,
)
/** The clear words without "huy" and "ngung", which are checked on their own. */
const CLEAR_UNMARKED = alone(
  `\\|( ${POLITE}){0,10} (${without(PLAIN, ['hủy', 'hủy đi', 'ngừng'])})( tất cả| hết| all)?( ${POLITE}){0,10} \\|${SIGNED}`,
)

function without(words: string, left: readonly string[]): string {
  return words
    .split('|')
    .filter((word) => !left.includes(word))
    .join('|')
}

const LONGEST = 160

/** The place of a stop that is the whole message, or null. */
export function stopAlone(text: Spoken): Place | null {
  if (text.words.length > LONGEST) return null
  const tables = text.marked ? [CLEAR, NAMELIKE] : [CLEAR_UNMARKED, HUY, DUNG]
  for (const table of tables) {
    const place = whole(text, table)
    if (place) return place
  }
  const unscored = text.words.replace(SCORE_BEFORE, ' | ')
  const less = text.words.length - unscored.length
  const place = less > 0 ? whole({ words: unscored, marked: text.marked }, text.marked ? CLEAR : CLEAR_UNMARKED) : null
  return place && { at: place.at + less, end: place.end + less }
}

/** "9. STOP". Below a score a name is a signature, so name-like words are no stop there. */
const SCORE_BEFORE = /^ \|(?: [0-9]+){1,2}(?: (?:điêm̉|diem|đ|d|sao|points?|stars?))?(?: \|)? /

function whole(text: Heard, table: Wording): Place | null {
  const place = placesOf(text, table)[0]
  return place?.at === 1 && place.end >= text.words.length - 1 ? place : null
}

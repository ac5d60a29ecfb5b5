/** A stop may be meant, but its object is not named, or the customer only asks for less: staff read it. */
import { ANY, EVERY, FILL_EN, MAIL, NAMED_EN, NO_MORE, PRONOUN, SOFT, WRITE } from '#core/reply/opt-out-grammar.ts'
import { type Wording, wordings } from '#core/reply/spoken.ts'

export const LIKELY: readonly Wording[] = wordings([
  `${NO_MORE}( có| phải| mà){0,2} (${WRITE}|liên hệ|liên lạc|gọi|gọi điện|điện|làm phiền|phiền|quấy|giao)`,
  `(đừng|ngừng|dừng|ngưng|nghỉ)( có| bắt ${PRONOUN}){0,2} (hỏi|đánh giá|chấm điểm|tới nhà|đến nhà|tới|chúc)`,
  `(không|chẳng)( còn)? (cần|muốn|thích)( nhận)?( ${EVERY}){0,2} (thứ|cái|${MAIL}) (này|đó|kiểu này|nữa)`,
  `(bớt|hạn chế) ${WRITE}`,
  `${WRITE}( ${ANY}){0,3} (ít|bớt|thưa|quá trời|nhiều quá|quá nhiều|lắm thế|lắm vậy)`,
  `${WRITE}( ${ANY}){0,3} một lần( thôi| là đủ| là được)`,
  `(nhiều|lắm|quá trời|quá nhiều) (mail|email|thư|tin nhắn|thông báo)( quá| lắm| dữ| thế| vậy)?`,
  `gửi gì mà gửi`,
  `\\|( xin| cho ${PRONOUN}| ${PRONOUN}){0,3} rút( ${SOFT}){0,3} \\|`,
  `(xóa|gỡ)( giùm| giúp| cho){0,2} (tên|email|mail|gmail|số|địa chỉ)`,
  `(thôi )?đủ rồi( đó| đấy| nha| nhé){0,2} \\|`,
  // English.
  `(too many|so many|fewer|less)( ${FILL_EN}){0,3} (${NAMED_EN})`,
  `(do not|dont) like( ${FILL_EN}){0,4} (${NAMED_EN})`,
  `(stop|quit|please stop) (calling|phoning|ringing|texting|sending|emailing|mailing|asking|contacting|writing|bothering|harassing)`,
  `(do not|dont|never|no need to|please no|no|no more)( ever)? (call|calls|phone|phone calls|ring|text|texts|send|contact)`,
  `(do not|dont) want (this|these|it) \\|`,
  `please (stop|cease)( ${ANY}){1,3} \\|`,
  `no longer (want|need|wish)`,
  `(remove|delete) my( email| e mail| phone)? (name|email|e mail|number|address)`,
  `(unsubscribe|unsubscribed)`,
])

/** The word alone. Without marks it is "đúng" (right), or a name. */
export const LIKELY_MARKED: readonly Wording[] = wordings([
  `\\|( xin| vui lòng| làm ơn| thôi| hãy){0,3} (dừng|ngừng|ngưng)( cái này| này| lại| ${SOFT}){1,4} \\|`,
  `\\| (dừng|ngưng)( ${SOFT}){0,2} \\|`,
])

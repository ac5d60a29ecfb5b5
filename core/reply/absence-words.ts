/** The phrases of absence notes and automatic answers. machine-note.ts decides whether a mail is one. */
import { GOODS, GOODS_EN, GOODS_WITH_MARKS, HANDING_OVER } from '#core/reply/goods.ts'
import { type Wording, wording, wordings } from '#core/reply/spoken.ts'

const MAIL = '(thư|email|e mail|mail|tin|tin nhắn|message|reply|response|notification|answer|phản hồi)'
const MAILBOX = '(hộp thư|hòm thư|địa chỉ|địa chỉ email|email|mailbox|inbox|account|email address|address)'

export const AUTOMATIC = wordings([
  `this is an( [^ |]+)? (automatic|automated|auto|auto generated|automatically generated)( ${MAIL}){1,2}`,
  `this ${MAIL} (is|was|has been)( [^ |]+){0,1} (automated|automatic|generated automatically|sent automatically|automatically generated|automatically sent|auto generated)`,
  `this ${MAILBOX}( [^ |]+)? (is not|is no longer|isnt|is not being) (monitored|in use|used|read|checked|active)`,
  `(đây là|thư này là|email này là)( một)? (${MAIL}|trả lời|thư trả lời|email trả lời|thư phản hồi|email phản hồi) tự động`,
  `${MAIL} này (được|đã được|do hệ thống)( hệ thống)? (tự động|gửi tự động|trả lời tự động|phản hồi tự động|tạo tự động|gửi đi tự động|tự động gửi)`,
  `${MAILBOX} này( hiện| hiện tại)? (không còn|không|đã ngừng)( còn)?( được)? (sử dụng|theo dõi|hoạt động|dùng|kiểm tra)`,
])

export const ABSENT = wordings([
  '(i am|im|i will be|ill be|i shall be|currently|now|we are)( [^ |]+){0,3} (out of office|out of the office|ooo|away|away from my desk|away from the office|out of town|out of the country|travelling|traveling)',
  '(i am|im|i will be|ill be|currently)( [^ |]+){0,2} on( [^ |]+){0,2} (leave|vacation|holiday|holidays|pto)',
  '\\| (out of office|out of the office)( \\|| [0-9]| until| till| from)',
  '(tôi|em|mình|chúng tôi|hiện|hiện tại)( hiện| tại| hiện tại| đang| sẽ| đã| tôi| em| mình){0,4} (nghỉ phép|nghỉ lễ|nghỉ tết|nghỉ ốm|nghỉ bệnh|nghỉ thai sản|nghỉ mát|trong kỳ nghỉ|trong kỳ nghỉ phép|đi công tác|vắng mặt|đi vắng|đi du lịch|không có mặt tại văn phòng|không có mặt ở văn phòng)',
])

/** An answer that only acknowledges our mail. */
export const RECEIVED = wordings([
  '(we|our team)( have)? received your (email|message|mail|request|enquiry|inquiry)',
  '(chúng tôi|hệ thống)( đã)? (nhận được|đã nhận được|ghi nhận)( [^ |]+){0,3}',
])
export const WILL_ANSWER = wordings([
  '(will|shall)( [^ |]+){0,3} (respond|reply|get back|answer|be in touch)',
  'sẽ( [^ |]+){0,3} (trả lời|phản hồi|hồi âm|liên hệ)',
])

export const BESIDES = wordings([
  '(will|ill|shall)( [^ |]+){0,3} (return|be back|reply|respond|answer|get back|be returning|read)',
  '(upon|on|when|after|once)( [^ |]+){0,2} (return|returning|back|return to)',
  '(back|returning)( on| in| by| next| to the office)',
  '(for|in case of)( [^ |]+){0,3} (urgent|urgency|emergencies|emergency)',
  '(check|checking|kiểm tra|xem)( [^ |]+){0,3} (email|emails|mail|mails|messages|thư)',
  '(for|please)( [^ |]+){0,4} contact',
  '(limited|no|little|without|intermittent|restricted) access',
  '(please )?(contact|reach|reach out to|email|write to)( [^ |]+){0,4} (colleague|in the meantime|instead|meantime)',
  '(urgent|urgently|immediate assistance|in the meantime|in my absence)',
  '(sẽ|được)( [^ |]+){0,3} (trả lời|phản hồi|hồi âm|liên hệ lại)( [^ |]+){0,6} (khi|sau khi|sau|sớm|ngay|lúc|vào)',
  '(email|thư|mail)( [^ |]+){0,2} sẽ được trả lời',
  '(khi|sau khi|lúc)( [^ |]+){0,3} (quay lại|trở lại|đi làm lại|trở về)',
  '(hạn chế|không thể|không)( [^ |]+){0,3} (truy cập|kiểm tra|check)( [^ |]+){0,2} (email|mail|thư)',
  '(gấp|khẩn cấp|công việc)( [^ |]+){0,6} liên hệ',
  '(vui lòng|xin|hãy) liên hệ( với)?( [^ |]+){0,3} (đồng nghiệp|anh|chị|bạn|số)',
  '(việc gấp|cần gấp|khẩn cấp)( [^ |]+){0,3} gọi',
])

export const OF_OUR_BUSINESS: Wording = wording(
  `(${GOODS}|${GOODS_EN}|${HANDING_OVER}|đổi|trả hàng|mua|refund|` +
    '(gọi|gọi lại|điện|điện lại) cho (tôi|mình|em|anh|chị)|call me|call back|call me back)',
)

/** Goods whose words mean something else without marks. */
export const OF_MARKED_GOODS: Wording = wording(`(${GOODS_WITH_MARKS})`)

/** The phrases around a note: greetings, thanks for the mail, an excuse. */
export const COURTESY = wordings([
  '(cảm ơn|cám ơn|thank you|thanks)( [^ |]+){0,8} (email|e mail|mail|thư|tin nhắn|message|liên hệ|contacting us|writing|reaching out)',
  '\\| (hi|hello|hey|dear|xin chào|chào|kính gửi|thân gửi|kính chào|chào bạn)( [^ |]+){0,4} \\|',
  '(xin lỗi|rất tiếc|sorry|apologies|apologize|apologise)( [^ |]+){0,8} \\|',
  '(mong|rất mong)( [^ |]+){0,4} thông cảm',
])

/** Phrases of a person: a note asks no favour of a shop and uses no "nhé". */
export const OF_A_PERSON: readonly Wording[] = wordings([
  ...'nhé|nhe|nha|nhen|nghen|hen|giùm|gium|dùm|giúp|giup|giữ|ghé|ghe|nhớ|nhờ|uống|nếm|thử|lấy|khen|trà|ấm'.split('|'),
  '(số|email|mail|địa chỉ|điện thoại) (mới|khác)',
  'new (number|phone|address|email)',
  '(taste|tasted|try|tried|drink|tea|teapot|collect|leave it|keep it|hold it|pick (it|them)? ?up|my neighbou?r|at the (gate|door))',
])

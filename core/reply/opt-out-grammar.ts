/** The parts of sentences that say "stop": whom, what, and how such a clause ends. Used inside wordings (spoken.ts). */

export const PRONOUN =
  '(tôi|mình|em|anh|chị|tui|tao|ta|chúng tôi|tụi mình|tụi tui|cô|chú|bác|dì|cậu|con|bà|ông|e|c|a|t|anh ấy|cô ấy|bà ấy|ông ấy|(mẹ|má|ba|bố|vợ|chồng|con) (tôi|mình|em|tui))'
/** What only we send, whatever else the sentence is about. */
const LETTER =
  'mail|email|e mail|gmail|mails|emails|thư(?! (hai|ba|nhất|tư|sáu|bảy) )|thơ|thư từ|thơ từ|thư điện tử|tin|tin nhắn|sms|thông báo|bản tin|thư rác|thư mời|thư chúc mừng|thư chúc|lời chúc|lời chúc mừng|' +
  'lời mời|thiệp|thiệp điện tử|newsletter|spam|khảo sát|bảng hỏi|bảng câu hỏi|câu hỏi|phiếu khảo sát|phiếu hỏi'
export const MAIL = `(${LETTER}|thông tin|quảng cáo|qc|khuyến mãi)`
export const EVERY =
  '(thêm|nhiều|những|các|mấy|ba cái|loại|kiểu|cái|thứ|tất cả|toàn bộ|mọi|bất kỳ|bất cứ|gì|chi|nào|này|đó|kia|ấy|như|vậy|thế|nữa|hết|một|cả)'
export const SOFT =
  '(nữa|lại nữa|nhé|nha|nhá|ạ|đi|luôn|hết|thôi|à|nghe không|nghe|nghen|nhen|nè|á|giùm|dùm|giúp|ngay|được không|đâu|cái|trời|vậy|mà|ơi|shop|ad|coi|với)'
/* Repetitions are bounded: words of two tables overlap, and an open number of them could be read in endless ways. */
/** What may follow the verb: for me, of any kind, mail. Then the clause ends or gives its reason. */
export const OBJECT = `( cho| (đến|tới|vào|với|lại) ${PRONOUN}| ${PRONOUN}| ${EVERY}| ${MAIL}| từ (shop|công ty|bạn|các bạn)| của (shop|công ty|bạn|các bạn|quý công ty)| (qua|bằng) (mail|email|zalo|tin nhắn)){0,8}`
export const ENDS = `( ${SOFT}| ${PRONOUN}){0,6}( \\|| vì| do| và| nếu| thì| mất công| kẻo)`
/** "Mấy cái khảo sát vớ vẩn này": any word that the customer calls it by. */
export const ANY = '[^ |]+'

export const NAMED_EN =
  'emails?|e mails?|mails?|messages?|newsletters?|surveys?|spam|ads|adverts?|advertising|advertisements?|promotions?|promos?|offers?|' +
  'communications?|correspondence|notifications?|texts?|sms|greetings?|letters?|mailings?|questionnaires?|feedback (?:requests?|forms?)'
/** Words that may also be goods in a parcel: they are ours only where the sentence is about sending. */
export const SENT_EN = `${NAMED_EN}|cards?|wishes|reminders?`
export const VAGUE_EN = 'stuff|things?|crap|junk|anything|everything'
export const MAIL_EN = `(${NAMED_EN}|${VAGUE_EN})`
export const FILL_EN =
  '(any|all|the|these|this|those|that|such|your|more|further|other|of|promotional|marketing|unwanted|stupid|annoying|kind|sort|birthday|holiday|automated|automatic|yearly)'
export const ENDS_EN =
  '( (again|anymore|any more|any longer|ever|now|please|immediately|at once|at all|to me|to us|from you|from your company|from coming|from arriving|like this|like this one|like these|thanks?|thank you)){0,4}( \\|| and| or| because| as| i)'
export const NOT_EN = '(do not|dont|never|please no|no longer|stop to|not)'
export const UNWANTED_EN = '(do not|dont|no longer|not)( really| even)? (wish|want|need|care|interested)( to| in)?'
export const RECEIVE_EN =
  '(receive|receiving|get|getting|hear|hearing|be contacted|be emailed|be bothered|be asked|be surveyed|read)'
export const FROM_YOU = 'from (you|your company|anyone)'
export const CONTACT = '(gửi|nhắn|nhắn tin|gửi mail|gửi email|mail|email|liên hệ|liên lạc|gọi|gọi điện)'
/** Asked of us directly, not told about a third person. */
export const NO_MORE =
  '(đừng|xin đừng|thôi đừng|ngừng|dừng|ngưng|chấm dứt|nghỉ|khỏi|không cần|miễn|stop|(xin|hãy|vui lòng|làm ơn) thôi)'
export const WRITE = '(gửi|nhắn|nhắn tin|gửi mail|gửi email|gửi tin|mail|email|spam|viết)'
export const BOTHER = '(làm phiền|phiền|quấy rầy|quấy|spam)'
export const ASK = '(hỏi|hỏi han|hỏi ý kiến|hỏi thăm|khảo sát|chấm điểm|đánh giá)'

const ADDRESS = `[a-z0-9]+(( \\|)? [a-z0-9]+){1,5}( \\|)? (com|vn|net|org)( \\| vn)?`
/** Where mail goes: "đừng gửi vào 0912 345 678 nữa". A house ("địa chỉ cũ") gets parcels; "địa chỉ này" is the mail address that we wrote to. */
export const BOX = `(số|[0-9]{4,}|(địa chỉ )?(mail|email|e mail|gmail)|địa chỉ này|đây|hộp thư|hòm thư|thư|zalo|điện thoại|máy|${ADDRESS})`
export const LISTED = `(me|us|him|her|them|(my|this|his|her) (email|e mail|mail|address|email address|e mail address|name|details|contact details|contact)|${ADDRESS})`

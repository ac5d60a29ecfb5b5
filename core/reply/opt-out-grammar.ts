/** The pieces that sentences of "stop" are made of: whom, what, and how such a clause ends. For use inside wordings (spoken.ts). */

export const PRONOUN = '(tôi|mình|em|anh|chị|tui|tao|ta|chúng tôi|tụi mình|cô|chú|bác|con|bà|ông)'
export const MAIL =
  '(mail|email|e mail|mails|emails|thư|thư từ|thư điện tử|tin|tin nhắn|sms|thông báo|thông tin|quảng cáo|qc|khảo sát|bản tin|' +
  'thư rác|thư mời|lời mời|khuyến mãi|newsletter|spam)'
export const EVERY =
  '(thêm|nhiều|những|các|mấy|loại|kiểu|cái|thứ|tất cả|toàn bộ|mọi|bất kỳ|bất cứ|gì|nào|này|đó|kia|ấy|như|vậy|thế|nữa|hết|một|cả)'
export const SOFT =
  '(nữa|lại nữa|nhé|nha|ạ|đi|luôn|hết|thôi|à|nghe không|nghe|nghen|nhen|nè|á|giùm|dùm|giúp|ngay|được không|đâu|cái|trời|vậy|mà|ơi|shop|ad)'
/* Repetitions are bounded: words of two tables overlap, and an open number of them could be read in endless ways. */
/** What may follow the verb: for me, of any kind, mail; and then the clause ends or goes on with its reason. */
export const OBJECT = `( cho| (đến|tới|vào|với|lại) ${PRONOUN}| ${PRONOUN}| ${EVERY}| ${MAIL}| từ (shop|công ty|bạn|các bạn|quý công ty)| của (shop|công ty|bạn|các bạn)){0,8}`
export const ENDS = `( ${SOFT}| ${PRONOUN}){0,6}( \\|| vì| do| và| nếu| thì)`

export const NAMED_EN =
  'emails?|e mails?|mails?|messages?|newsletters?|surveys?|spam|ads|adverts?|advertising|advertisements?|promotions?|promos?|offers?|' +
  'communications?|notifications?|texts?|sms|greetings?|letters?'
export const VAGUE_EN = 'stuff|things?|crap|junk|anything|everything'
export const MAIL_EN = `(${NAMED_EN}|${VAGUE_EN})`
export const FILL_EN =
  '(any|all|the|these|this|those|that|such|your|more|further|other|of|promotional|marketing|unwanted|stupid|annoying|kind|sort)'
export const ENDS_EN =
  '( (again|anymore|any more|ever|now|please|immediately|at once|at all|to me|to us|from you|from your company|thanks?|thank you)){0,4}( \\|| and| or| because| as| i| to)'
export const NOT_EN = '(do not|dont|never|please no|no longer|stop to|not)'
export const UNWANTED_EN = '(do not|dont|no longer|not)( really| even)? (wish|want|need|like|care|interested)( to| in)?'
export const RECEIVE_EN = '(receive|receiving|get|getting|hear|hearing|be contacted|be emailed|be bothered|read)'
export const FROM_YOU = 'from (you|your company|anyone)'
export const CONTACT = '(gửi|gởi|nhắn|nhắn tin|gửi mail|gửi email|mail|email|liên hệ|liên lạc|gọi|gọi điện)'

/** Where mail goes: "đừng gửi vào 0912 345 678 nữa". A house ("địa chỉ cũ") gets parcels. */
export const BOX = `(số|[0-9]{4,}|(địa chỉ )?(mail|email|e mail|gmail)|hộp thư|hòm thư|thư|zalo|điện thoại|máy|[a-z0-9]+(( \\|)? [a-z0-9]+){1,5}( \\|)? (com|vn|net|org)( \\| vn)?)`

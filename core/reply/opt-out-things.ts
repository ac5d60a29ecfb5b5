/** What else customers refuse in the words of a stop: calls, goods, a visit, a class, a receipt. Checked around a stop, never alone. */
import { MAIL, NAMED_EN } from '#core/reply/opt-out-grammar.ts'
import { wording } from '#core/reply/spoken.ts'

/** Our letters, signing up for them, or a survey. */
export const OF_MAIL = wording(
  `(${MAIL}|${NAMED_EN}|unsubscribe|subscribe|subscribed|sign up|signed up|mailing|emailing|danh sách|list)`,
)
/** The letters themselves: "đăng ký" and a list may be about a class. */
export const LETTERS = wording(`(${MAIL}|${NAMED_EN}|emailing|mailing|spamming|surveying)`)

export const GOODS = wording(
  '((?<!khách )hàng|đơn|sản phẩm|giao|ship|shipper|kiện|bưu kiện|hộp|món|voucher|order|orders|parcels?|packages?|box|boxes|tins|tin of|tea|teas|kettle|cups?|teapot|' +
    'goods|items?|couriers?|drivers?|flowers|bags?|size|deliver|delivery|product|products|' +
    'trà (sen|lài|xanh|đen|ô long|thảo mộc|này|đó)|bộ (ấm|chén|trà|tách)|ấm (trà|chén|tử sa|này)|túi lọc|hoàn tiền|trả tiền|trả lại tiền|money back|refund)',
)
/** Without marks these are other words: "qua", "tra", "goi", "tui", "am". */
export const MARKED_GOODS = wording(
  '(quà|trà|ấm(?! (áp|lòng))|chén|(?<!(toàn|cán|nội|đồng) )bộ|cốc|tách|khay|túi|gói|chai|lọ|bánh|mứt|kẹo|thùng|cái thứ hai|màu|mẫu|bể|vỡ|mẻ|nứt|mốc)',
)
/** "Khỏi gửi, mai mình qua lấy." */
export const FETCHED = wording(
  '((ghé|qua|tới|đến|tự|ra|lên|xuống)( ngang| shop| cửa hàng| tiệm| qua| đó){0,2} (lấy|nhận|mua|mở cửa)|lấy hàng|đổi ý|pick it up|pick them up|collect it|moving house|chuyển nhà|(gửi|tặng|đưa) cho (chồng|vợ|con|mẹ|ba|bố|sếp|bạn|hàng xóm))',
)
export const RECEIPTS = wording(
  '(hóa đơn|biên lai|biên nhận|thư báo|giấy báo|phiếu giao|mã xác nhận|otp|receipts?|invoices?|confirmations?|catalogues?)',
)
/** What customers sign up for that is no letter. */
export const CLASSES = wording(
  '(lớp (học|pha|trà|nấu)|khóa học|workshop|sự kiện|(đặt|giữ) chỗ|tour|thành viên|bảo hành|class|classes|course|event|booking|membership|warranty|webinar|tea box|seat)',
)
/** Writing on something. */
export const LETTERING = wording('(letters?|messages?) (on|in|of) (the|your|my|its|that|this)( new| old)? (?!list|mailing)[^ |]+')

const CALLED = '(gọi|gọi điện|điện thoại|điện|call|calls|calling|phone|phoning|phone calls?|ring|ringing|voicemail)'
export const CALLS = wording(CALLED)
export const TEXTS = wording(
  '(nhắn|nhắn tin|sms|zalo|texts?|texting|gọi|liên hệ|liên lạc|contact|contacting|gửi vào|gửi tới|gửi đến)',
)
export const OLD = wording('((mail|email|gmail|số|địa chỉ|zalo|điện thoại|máy) cũ|old|former|previous)')
/** Where the customer would rather be written to. */
export const BY_MAIL_INSTEAD = wording(
  '((gửi|nhắn|viết|liên hệ|báo|trao đổi)( qua| bằng| vào| cho [^ |]+){0,2} (mail|email|gmail)( [^ |]+){0,3} (thôi|nhé|nha|đi|được|ok|nghen)|(gửi|nhắn|viết|liên hệ|báo)( qua| bằng| vào)? (mail|email)( thôi| cho (tôi|mình|anh|chị|em))?|' +
    '(mail|email) (thôi|là được|được rồi)|(email|mail|write) me( instead)?|(just|only) (email|mail)|(email|mail|e mail) (is|s) (fine|ok|okay|better|enough)|(by|via|per) (email|mail) (only|please|instead)|' +
    '(mail|email|số|số điện thoại|địa chỉ|zalo) mới|(use|to) my new|new (email|address|number)|contact me instead|gửi vào [^ |]+ [^ |]+( \\|)? com)',
)

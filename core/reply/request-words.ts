/** The mail asks for something: a question, or a thing to do. These words only decide who reads the mail first. */
import { withoutOpeners } from '#core/reply/score-asides.ts'
import { type Spoken, says, wordings } from '#core/reply/spoken.ts'

const REQUESTS = wordings([
  '(cho|xin) (hỏi|biết)',
  '(cho )?(tôi|mình|em|anh|chị) (hỏi|xin|muốn|cần|đặt|mua|nhờ)',
  '(khi nào|bao lâu|bao nhiêu|ở đâu|làm sao|thế nào|như thế nào|tại sao|vì sao)',
  '(gọi|liên hệ|điện|nhắn|trả lời|phản hồi)( lại)?( giúp| giùm)? cho (tôi|mình|em|anh|chị)',
  '(gọi|liên hệ|điện) lại',
  '(tư vấn|hỗ trợ|giúp đỡ|hướng dẫn|kiểm tra)( [^ |]+){0,2} (giúp|giùm|cho|tôi|mình|em|lại|đơn)',
  '(nhờ|mong|yêu cầu|đề nghị|vui lòng|làm ơn|xin)( [^ |]+){0,4} (gọi|gửi|giúp|kiểm tra|xử lý|liên hệ|đổi|cho|giải quyết|xem|hỗ trợ|tư vấn)',
  '(hủy|đổi|hoãn|dời|thay đổi|sửa|hẹn lại|đặt lại)( giúp| giùm| cho| lại| tôi| mình| em){0,3} (đơn|đơn hàng|lịch|lịch hẹn|địa chỉ|hàng|size|mẫu|màu|giờ|ngày|dịch vụ|gói)',
  '(đừng|không|khoan)( [^ |]+){0,2} (hủy|giao|gửi|đổi)( [^ |]+){0,2} (đơn|hàng|đơn hàng)',
  '(xuất|gửi)( [^ |]+){0,3} (hóa đơn|báo giá|bảo hành|catalog|mẫu)',
  'bảo hành',
  '(email|mail|số điện thoại|sđt|số|địa chỉ)( [^ |]+){0,1} (cũ|mới)( [^ |]+){0,4}',
  '(đổi|chuyển|thay)( sang)? (số|số điện thoại|sđt|email|mail|địa chỉ|nhà|chỗ ở|chỗ làm)( [^ |]+){0,1}',
  '(có|còn)( [^ |]+){1,5} (chưa|không)( [^ |]+){0,2} \\|',
  '(bao giờ|chừng nào|khi nào)( [^ |]+){0,4} (báo|gọi|có|về|giao)',
  '(gửi|viết|nhắn|mail)( [^ |]+){0,2} (ít|bớt|ít lại)( thôi)?',
  '(nhiều|quá nhiều) (mail|email|thư|tin nhắn|khảo sát)( quá)?',
  '(too many|so many|fewer|less) (emails|mails|messages|surveys|letters)',
  '(gọi|điện) lại( cho)? (tôi|mình|em|anh|chị)',
  '(đăng ký lại|nhận lại|gửi lại)',
  '(call|contact|email|phone|ring) me( back)?( please)?',
  '(can|could|would|will|may) (you|i|we|someone|somebody)',
  '(how|when|where|which|what|who|why)( [^ |]+){0,3} (do|does|is|are|can|will|much|many|long|did|should)',
  '(i|we)( would| just)? (need|want|like|am looking|are looking)( to)?',
  '(id|wed) like( to)?',
  '(please|pls|kindly) (call|send|contact|help|check|change|cancel|update|let|tell|advise|confirm|give|provide|exchange|replace)',
  '(cancel|change|track|return|exchange|replace)( my| the| this) (order|booking|appointment|address|subscription|delivery|item|size)',
  '(warranty|invoice|catalogue|quotation|price list)',
  '(sign me up again|resubscribe|add me back)',
])

/** Does the text ask? A question mark after words does; a question mark alone does not. */
export const asksSomething = (text: string, said: Spoken): boolean =>
  /\p{L} ?\?+(?:$|\s)/u.test(withoutOpeners(text.slice(0, 10_000))) || REQUESTS.some((each) => says(said, each))

/**
 * "Stop" as a clear sentence. A word alone is never enough: "đừng hủy đơn hàng", "stop by the shop" and "hủy đơn 123" are about other things. So
 * every pattern names its object: mail, messages, surveys, being bothered, or no object at all. opt-out-meaning.ts then decides whether the
 * sentence is meant, and is about our letters.
 */
import {
  ANY,
  ASK,
  BOTHER,
  BOX,
  CONTACT,
  ENDS,
  ENDS_EN,
  EVERY,
  FILL_EN,
  FROM_YOU,
  LISTED,
  MAIL,
  MAIL_EN,
  NAMED_EN,
  NO_MORE,
  NOT_EN,
  OBJECT,
  PRONOUN,
  RECEIVE_EN,
  SENT_EN,
  SOFT,
  UNWANTED_EN,
  VAGUE_EN,
  WRITE,
} from '#core/reply/opt-out-grammar.ts'
import { type Wording, wordings } from '#core/reply/spoken.ts'

const LISTS_EN = '(list|lists|mailing|database|mailings|emails|mails|newsletter|system|systems|records|contacts)'
const WHOM_EN =
  'me|us|him|her|them|it|this address|my (?:wife|husband|son|daughter|mother|father|mom|mum|dad|address|e ?mail|inbox|work address)'
const WRITING_EN =
  '(sending|emailing|e mailing|mailing|messaging|contacting|texting|spamming|bothering|bugging|pestering|harassing|nagging|disturbing|writing|surveying|asking)'

export const SENTENCES: readonly Wording[] = wordings([
  // Writing to the customer.
  `(${NO_MORE}|thôi khỏi)( có mà| có| phải| bao giờ)?( ngay)?( việc)? (${WRITE}|liên hệ|liên lạc|${BOTHER}|${ASK}(?= [^|]{0,60}(nữa|khảo sát))|khảo sát|gọi|gọi điện)(?! lại )${OBJECT}${ENDS}`,
  `(đừng|ngừng|dừng|ngưng) ${CONTACT} lại${OBJECT} nữa`,
  `(dừng|ngừng|ngưng) (gửi|mail|email|nhắn tin)( ${MAIL}| ${EVERY}){1,4} lại${ENDS}`,
  `(đừng|dừng|ngừng|ngưng|nghỉ|khỏi|không|không cần|thôi đừng)( có| có mà| phải)?( việc)? ${WRITE}( cho)?( ${ANY}){0,3} ${MAIL}( ${ANY}){0,6} nữa`,
  `(đừng|dừng|ngừng|ngưng|nghỉ)( ngay)?( việc)? gửi( cho ${PRONOUN})?( ${EVERY}){0,3} ${MAIL}( ${ANY}){0,3}${ENDS}`,
  `(dừng|ngừng|ngưng|chấm dứt)( ngay)? việc gửi( ${EVERY}){0,3} ${MAIL}`,
  `(đừng|ngừng|dừng|ngưng|nghỉ) (mail|email|spam|khảo sát|nhắn tin)( ${ANY}){0,3} nữa`,
  `(dừng|ngừng|ngưng|chấm dứt)( ngay| hết)?( (tất cả|toàn bộ|mọi|các|những|mấy|mấy cái|chương trình)){1,3} ${MAIL}( ${ANY}){0,2}${OBJECT}${ENDS}`,
  `không gửi${OBJECT} nữa`,
  `(đừng|ngừng|dừng|ngưng|không|thôi) ${CONTACT}( ${MAIL}| ${EVERY}){0,3} (vào|tới|đến|về|qua) ${BOX}( ${ANY}){0,6} nữa`,
  `\\|( (xin|vui lòng|làm ơn|thôi|hãy)){0,3} (dừng|ngừng|ngưng)( lại)?( ${SOFT}){1,3} \\|`,
  // Asking the customer and sending wishes.
  `${NO_MORE}( có)? (chúc|chúc mừng)( ${ANY}){0,3} nữa`,
  `(stop|quit) wishing (me|us)`,
  `(${NO_MORE}|không muốn bị|không thích bị)( có| có mà| bắt ${PRONOUN}){0,2} ${ASK}( ${ANY}){0,4} nữa`,
  `lần sau( xin| thì| thôi| làm ơn){0,2} (đừng|khỏi|miễn|không cần)( phải| có)? (${ASK}|${WRITE})${OBJECT}${ENDS}`,
  `(dừng|ngừng|ngưng|tắt)( giùm| giúp| dùm| hết| luôn| ngay){0,2}( ${EVERY}){0,2} (thông báo|mail|email|thư|tin nhắn|bản tin|khảo sát)( tại đây| ở đây)?${ENDS}`,
  `không( muốn| thích)? (làm|trả lời|tham gia|chấm)( ${EVERY}){0,3} (khảo sát|bảng hỏi|câu hỏi)( ${EVERY}| tiếp theo| sau| sắp tới){0,3}${ENDS}`,
  `\\|( (xin|hãy|làm ơn|vui lòng|thôi|mà|nhưng|và|đm|dm)){0,3} để( cho)? ${PRONOUN}( được)? yên( ${SOFT}){0,3}( \\|| và)`,
  // Receiving mail.
  `(không|chẳng|chả|đừng|không còn)( còn| hề)? (muốn|cần|thích|đồng ý|có nhu cầu|mong|mong muốn|có nhu cầu muốn)( được)?( tiếp tục)? (nhận|nhận được|đọc|bị làm phiền|bị quấy rầy|bị gửi|bị spam|nhận thêm|liên lạc|liên hệ|được gửi|khảo sát|trả lời khảo sát|làm khảo sát|tham gia khảo sát|tham gia)${OBJECT}${ENDS}`,
  `(không|chẳng|chả|không còn)( còn| hề)? (muốn|cần|thích|có nhu cầu) (nhận|đọc|nhận thêm)( ${EVERY}){0,3} ${MAIL}( ${ANY}){0,5} nữa`,
  `(không|đừng) nhận( ${MAIL}| ${EVERY}){1,6}( từ [^ |]+){0,3}${ENDS}`,
  `(hủy|bỏ|ngừng|dừng|ngưng|thôi|rút)( việc)?( đăng ký)? (nhận|theo dõi)${OBJECT}${ENDS}`,
  `(hủy|bỏ|rút) đăng ký( giúp| giùm| cho ${PRONOUN}| cho| ${PRONOUN}| nhận| ${MAIL}| này| tất cả| hết){0,6}${ENDS}`,
  `\\|( xin| mình| tôi| em| anh| chị| và| nên| cho){0,4} từ chối( tiếp tục)?( nhận| tham gia| tiếp nhận)?${OBJECT}${ENDS}`,
  `(xóa|bỏ|gỡ|loại|đưa|cho|rút|lấy)( ${ANY}){0,6} (khỏi|ra khỏi) (danh sách(?! (thành phần|yêu thích|đặt|mua|quà|khách mời|chờ|sản phẩm|hàng|món))|list|mailing list|ds|hệ thống)`,
  `(xóa|gỡ)( giùm| giúp| cho){0,2} (tên|email|mail|gmail|địa chỉ|địa chỉ email|địa chỉ mail)( này| của)? ?( ${PRONOUN}| này)( ${SOFT}){0,4} \\|`,
  `(đừng|không|không muốn) (bị )?${BOTHER}( ${PRONOUN})?( bằng( ${ANY}){1,6})?( nữa)?${ENDS}`,
  `không muốn bị ${BOTHER}( ${ANY}){0,8} nữa`,
  `\\|( (dm|đm|vl|suốt ngày|toàn)){0,2} spam( (hoài|quá|dữ|vcl|vl|vãi|suốt|miết|riết)){1,2}( vậy| ghê)? \\|`,
  // English.
  `(stop|quit|cease|discontinue) ${WRITING_EN}( to)?( (${WHOM_EN}))?( with)?( ${FILL_EN}){0,5}( ${MAIL_EN})?${ENDS_EN}`,
  `(stop|quit|cease|discontinue) (sending|mailing|posting)( to)?( me| us)?( ${ANY}){0,4} (${SENT_EN})`,
  `(stop|quit) (sending|mailing) (them|these|those)( to me)?${ENDS_EN}`,
  `(stop|quit|end|cease|enough) (with )?(the|these|those|your|all|all the|all these|all your)( ${ANY}){0,2} (${SENT_EN})( please| now)? \\|`,
  `(stop|end|cancel|cease|discontinue|halt)( ${FILL_EN}){0,5} ${MAIL_EN}${ENDS_EN}`,
  `\\|( please| just| now| and)? stop( it| this| that| now| please| everything| at once| immediately){1,4} \\|`,
  `unsub(scribe)?( me| us)?`,
  `(wish|want|like|ask|asking|asked|prefer|need|demand) to be (unsubscribed|opted out|taken off( ${ANY}){1,3}|(removed|deleted)( (from|off)( ${ANY}){1,3} ${LISTS_EN})?)( please| now)?${ENDS_EN}`,
  `(remove|delete|take|drop|get) ${LISTED}( off| out| from| of){1,2}( ${ANY}){0,4} ${LISTS_EN}`,
  `(leave|keep|count) me out of( ${ANY}){0,3} (${NAMED_EN})`,
  `(remove|delete) my (email|e mail|email address|e mail address|address|name|number)( please| now)? \\|`,
  `(remove|take) me( off)?( this| it| from this| please)? \\|`,
  `opt(ing)?( me| us)? out`,
  `no more of (these|those|this|that|them)( please| thanks| again){0,2} \\|`,
  `(do not|dont) include me( ${ANY}){0,4} (${NAMED_EN})`,
  `exclude me( ${ANY}){0,4} (${NAMED_EN}|list|lists)`,
  `${NOT_EN}( ever)? (send|email|e mail|mail|message|contact|write|text|spam|bother|bug|pester|survey|disturb)( to)? (${WHOM_EN})( with)?( ${FILL_EN}){0,5}( ${MAIL_EN})?( by (email|e mail|mail))?${ENDS_EN}`,
  `${NOT_EN}( ever)? (ask|survey|question)( me| us)?( ${ANY}){0,3} (again|anymore|any more|ever|questions)${ENDS_EN}`,
  `${NOT_EN}( ever)? send( ${FILL_EN}){0,5} ${MAIL_EN}`,
  `${NOT_EN}( ever)? send me( ${ANY}){0,3} (${SENT_EN})`,
  `no( ${FILL_EN}){0,5} ${MAIL_EN}( any)?( more|more please| anymore) \\|`,
  `\\| no( more)? (emails|e mails|mails|surveys|newsletters|messages|letters) (please|thanks|thank you) \\|`,
  `no more( of)?( ${FILL_EN}){0,5} (${NAMED_EN})`,
  `no more( ${ANY}){0,2} (${SENT_EN})( for me| please| thanks?| thank you| at all| from you){0,3} \\|`,
  `no more( of)?( ${FILL_EN}){0,5} (${VAGUE_EN})( please| ${FROM_YOU})? \\|`,
  `${UNWANTED_EN}( ${RECEIVE_EN})?( ${FILL_EN}){0,5}( (${NAMED_EN})| ${FROM_YOU}){1,2}`,
  `${UNWANTED_EN.replace('need|', 'need|like|')} ${RECEIVE_EN}( ${FILL_EN}){0,5} (${NAMED_EN}|${VAGUE_EN})`,
  `${UNWANTED_EN}( ${FILL_EN}){0,5} (${VAGUE_EN})( else| more| further)? ${FROM_YOU}`,
  `never (want|wish) to (hear|receive|get|see)( ${ANY}){0,3} (again|anymore|from you)`,
  `(do not|dont|no longer) (wish|want) to be (contacted|emailed|bothered|surveyed|disturbed|asked)`,
  `(stop|quit|cease) (emailing|e mailing|texting|messaging|spamming)( ${ANY}){1,4}( \\| [^ |]+){0,2} \\|`,
  `\\|( (please|just|and|now|so|you)){0,3} leave me alone`,
])

/**
 * Who says "stop" to whom. The customer asks us to stop; or tells that we stopped, that they nearly stopped us, or that a filter did; or a footer
 * tells its own readers how to.
 */
import { endsWith, type Surroundings } from '#core/reply/opt-out-surroundings.ts'
import { says, wording } from '#core/reply/spoken.ts'

/** stop: in force at once. unsure: staff read it. none: no stop is meant. */
export type Meaning = 'stop' | 'unsure' | 'none'

/** Directly before it: the opposite, a mistake to correct, or a question about it. */
const NOT_MEANT = wording(
  '((do not|dont|never|didnt) want( (you|this|them|it|these|that))? to|hope( that)? you never|did not mean to|didnt mean to|not going to|(hate|sorry|sad) to|hate for you to|' +
    'đừng bao giờ|không bao giờ|chớ bao giờ|chớ|đừng có|không phải|không muốn|chưa muốn|không hề|không có ý|đừng|lỡ tay|lỡ|bấm nhầm|nhầm|vô tình|chưa|không|' +
    'do not|dont ever|dont|did not|didnt|never|not|cannot|cant|accidentally|mistakenly|by mistake|without|will not|wont)( [^ |]+){0,1}',
)
/** A threat: "if you do not stop emailing me". */
const UNLESS = wording(
  '((if|unless) (you|this|they)|nếu( (shop|bên|công ty|các bạn|bạn|vẫn|mà))*) (do not|dont|không|vẫn không|still)( [^ |]+){0,1}',
)
/** They nearly stopped us, or thought about it. */
const NEARLY = wording(
  '(about to|was going to|were going to|almost|nearly|tempted to|thought (about|of)|considered|did i|i thought i|định|tính|suýt|xém|mém|chút nữa|tưởng|tưởng đâu)( [^ |]+){0,4}',
)
const AFTER_ALL = wording('(but|glad|changed my mind|mà|nên thôi|may|may mà|thôi)')
/** The customer calls it a mistake behind it. */
const MISTAKEN = wording('(by mistake|by accident|accidentally|nhầm|lỡ tay|vô tình)')

/** The customer says that a stop would be a pity. */
const PITY = wording('thì( [^ |]+){0,3} (uổng|tiếc|phí|buồn)')
const MISSED = wording(
  '(buồn|tiếc|uổng|nhớ thư|hụt hẫng|trông thư|mong thư|miss|missed|pity|shame|sad|kiểm tra|thích đọc|thích lắm|mình thích|mong)',
)
/** These forms tell that no letters arrive as often as they ask for none. */
const TELLS = wording(
  '(không (gửi|nhận|nhắn)|(ngừng|ngưng|dừng) (gửi|việc gửi|nhắn)|no longer (send|email|write)|no [^|]{0,40}(more|anymore)|(gửi|nhắn|mail|email|spam)[^|]{0,40}(hoài|suốt|liên tục|mãi))',
)
const KEEP_ON = wording('cứ (gửi|mail|nhắn|email)[^|]{0,40}(hoài|suốt|liên tục|mãi)( luôn| hoài)? (nha|nhé|nghen|nhen|đi|nhá)')
const US = wording('(shop|bên|công ty|các bạn|bạn|họ|team|you|they|he|she|nó|ad|tiệm|quán)( [^ |]+){0,2}')
const IF_US = wording('(nếu|lỡ|giả sử|if)( [^ |]+){0,3}')
const DEMANDS = wording('(yêu cầu|đề nghị|mong|xin|vui lòng|nhờ|hãy|làm ơn|muốn|bảo|nói|please|demand|ask|want)')
const URGES = wording('(đi|giùm|giúp|dùm|nhé|nha|ngay|nghen|nhen|được không|please)')
const LATELY = wording(
  '((?<!từ )(dạo này|giờ|bây giờ)|lâu rồi|lâu nay|từ đó|từ hồi|từ ngày|từ khi|hồi trước|mấy tháng|tháng này|tháng nay|năm nay|gần đây|bữa giờ|mấy bữa|thấy|since|lately)',
)
const GOT = wording('(get|got|getting|receive|received|receiving|see|have|had)( [^ |]+){0,1}')

/** Words of the customer about themselves. */
const OWN = wording('(me|my|i|im|ive|id|(?<!(let|contact|tell|notify|inform|email) )us|(?<!chúng )tôi|mình|tui|em)')
const TO_READERS = wording(
  '((if|should) (you|one|recipients?)( [^ |]+){0,2} (wish|want|like|prefer|rather|longer)|nếu (quý khách|quý vị|bạn|ông bà|anh chị|người nhận)?( [^ |]+){0,3} (muốn|mong)|' +
    '(you|recipients|subscribers|members|customers) (can|may|could|might)( [^ |]+){0,3} (opt|unsubscribe|stop)|(our|acme) (mailings?|newsletters?|emails|e mails|mailing list|messages|communications)|' +
    '\\| (to|để) (unsubscribe|opt out|stop|ngừng|dừng|ngưng|hủy|không|từ chối)[^|]{0,60}( \\|[^|]{0,30})? (click|visit|reply|go to|press|follow|send|soạn|bấm|nhấn|nhấp|truy cập|trả lời|gửi [0-9]+))',
)
const INSTRUCTS = wording(
  '(reply|respond|click|press|tap|send|type|soạn|trả lời|bấm|nhấn|nhấp|gõ)( with| the word| chữ| từ| here to| vào đây để| here){0,2}( \\|)?',
)

/** The filter of the mailbox, not an act of the customer. */
const SPAM = wording('(spam)')
const FILTERED = wording(
  '(gmail|outlook|yahoo|hotmail|icloud|apple|google|mailbox|bộ lọc|hộp thư|filter|máy|bị|was|were|been|got|it|they)( [^ |]+){0,4}',
)
const RESCUED = wording(
  '(moved|inbox|not spam|không phải spam|nhầm|lôi|chuyển ra|đưa ra|kéo ra|vớt|xin lỗi|sorry|by mistake|rescued|found it)',
)
const MARKS_SPAM = wording('(báo|báo cáo|đánh dấu|report|reporting|reported|mark|marking|marked)( [^ |]+){0,3} spam')

/** About the letters of other senders. */
const BUT_NOT_OURS = wording('((but|except)( not| for)? (yours|you|i keep yours)|yours i keep|(trừ|riêng) (shop|thư|mail))')
/** "Stop, you are too kind!" */
const STOP_ALONE = wording('\\|( (please|just|so)){0,2} stop( it)? \\|')
const FLATTERED = wording('(too kind|so kind|so sweet|too sweet|so cute|adorable|blush|blushing|crying|love it|love you)')

export function isDenied({ before, behind, said, clause }: Surroundings): boolean {
  if ((endsWith(before, NOT_MEANT) && !endsWith(before, UNLESS)) || says(behind, PITY)) return true
  return says(clause, MISTAKEN) && !says(said, MISTAKEN)
}

/** A footer speaks to its own readers: "If you no longer wish to receive emails from Lan Spa, please unsubscribe here." */
export function isToldToReaders({ sentence, before, clause }: Surroundings): boolean {
  if (endsWith(before, INSTRUCTS) && !says(clause, OWN)) return true
  return says(sentence, TO_READERS) && !says(sentence, OWN)
}

/** Whether the customer tells of it: our silence, what they nearly did, a spam folder. */
export function toldMeaning({ said, before, clause, sentence, message }: Surroundings): Meaning {
  if (endsWith(before, NEARLY)) return says(message, AFTER_ALL) ? 'none' : 'unsure'
  if (says(message, BUT_NOT_OURS) || (says(said, STOP_ALONE) && says(message, FLATTERED))) return 'unsure'
  if (says(said, MARKS_SPAM)) return says(message, RESCUED) || endsWith(before, FILTERED) ? 'none' : 'stop'
  if (says(said, SPAM) && endsWith(before, FILTERED)) return 'none'
  if (says(clause, KEEP_ON)) return 'none'
  if (endsWith(before, GOT) && !says(said, GOT)) return 'none'
  if (!says(said, TELLS)) return 'stop'
  if (says(sentence, MISSED) && !says(before, DEMANDS)) return 'none'
  if (says(before, DEMANDS)) return 'stop'
  if (endsWith(before, IF_US)) return 'none'
  if (endsWith(before, US)) return says(clause, URGES) ? 'stop' : 'none'
  return says(sentence, LATELY) && !says(said, LATELY) ? 'unsure' : 'stop'
}

/**
 * "Stop", as people say it. Two ways: the whole message is one of the words ("STOP", "hủy", "TC"), or a clear sentence says so.
 * A word alone in a sentence is never enough: "đừng hủy đơn hàng", "stop by the shop" and "hủy đơn 123" are about other things, so that
 * every sentence pattern names its object: mail, messages, surveys, being bothered, or nothing at all. A question stops nothing, unless it
 * asks us to stop.
 */
import {
  BOX,
  CONTACT,
  ENDS,
  ENDS_EN,
  EVERY,
  FILL_EN,
  FROM_YOU,
  MAIL,
  MAIL_EN,
  NAMED_EN,
  NOT_EN,
  OBJECT,
  PRONOUN,
  RECEIVE_EN,
  UNWANTED_EN,
  VAGUE_EN,
} from '#core/reply/opt-out-grammar.ts'
import { PROTESTS, REFUSALS, STOPPED_BEFORE } from '#core/reply/protest-words.ts'
import { type Place, placesOf, type Spoken, says, sentenceAt, type Wording, wording, writtenAt } from '#core/reply/spoken.ts'

export interface OptOut {
  /** Everything is to stop, not only this kind. */
  readonly all: boolean
  /** The consent itself is withdrawn, in so many words. */
  readonly withdrawal: boolean
  readonly reason: string
}

/** Words that are opt-outs when nothing else is said. "TC", "HUY", "DUNG": what text messages taught people to answer. */
const WHOLE =
  '(dừng|dừng lại|hủy|hủy đi|hủy bỏ|hủy nhận|hủy tin|hủy đăng ký|bỏ đăng ký|ngừng|ngừng lại|ngưng|ngừng gửi|ngưng gửi|dừng gửi|đừng gửi|' +
  'đừng gửi nữa|không nhận|không nhận nữa|không gửi nữa|thôi không nhận nữa|từ chối|từ chối nhận|từ chối nhận tin|từ chối quảng cáo|tc|tc qc|' +
  'tc all|tc tat ca|stop|stop all|stopall|stop it|please stop|cancel|end|quit|unsub|unsubscribe|unsubscribe all|unsubscribe me|remove|' +
  'remove me|opt out|optout|not interested|hủy sub|no longer interested|i want out|không quan tâm|không có nhu cầu|leave me alone|no more|dung|dung lai|huy|huy dang ky|huy nhan|tu choi|ngung)'
const POLITE =
  '(\\||enough|đủ rồi|phiền quá|xin|vui lòng|làm ơn|hãy|please|kindly|dạ|vâng|ạ|nhé|nha|đi|giúp|giùm|dùm|cho|tôi|mình|em|anh|chị|tui|nữa|ngay|thôi|rồi|shop|ad|admin|nghen|nhen|nè|bạn|ơi|' +
  'cảm ơn|thanks|thank you|hi|hello|dear|chào|now|ok)'
const FAREWELL =
  '(trân trọng|thân mến|thân ái|thân|kính thư|kính|cảm ơn|regards|best regards|kind regards|best|thanks|thank you|sincerely|cheers)'
/** A word of a name: not one that goes on talking. */
const NAME =
  ' (?!(?:it|i|im|tôi|mình|em|sẽ|the|this|that|you|we|đơn|hàng|đặt|giao|không|but|nhưng|and|và|vì|because|at|by|in|my) )[^ |]+'
/** Nothing else may be said, bar politeness and a name of at most four words after the end of the clause. */
const WHOLE_MESSAGE = wording(
  `\\|( ${POLITE}){0,10} ${WHOLE}( tất cả| hết| all)?( ${POLITE}){0,10} \\|( ${FAREWELL} \\|){0,2}(${NAME}){0,4}( \\|)?`,
  {
    alone: true,
  },
)

const SENTENCES: readonly Wording[] = [
  `(đừng|xin đừng|ngừng|dừng|ngưng|chấm dứt|thôi đừng|khỏi|không cần|miễn)( có mà| có| phải| bao giờ)?( việc)? (gửi|gởi|nhắn|nhắn tin|gửi mail|gửi email|mail|email|liên hệ|liên lạc|làm phiền|quấy rầy|spam|khảo sát|hỏi thăm|gọi|gọi điện)(?! lại )${OBJECT}${ENDS}`,
  `(đừng|ngừng|dừng|ngưng) ${CONTACT} lại${OBJECT} nữa`,
  `(dừng|ngừng|ngưng|chấm dứt)( ngay| hết)?( (tất cả|toàn bộ|mọi|các|những|mấy|mấy cái|chương trình)){1,3} ${MAIL}${OBJECT}${ENDS}`,
  `không gửi${OBJECT} nữa`,
  `(đừng|ngừng|dừng|ngưng|không|thôi) ${CONTACT}( ${MAIL}| ${EVERY}){0,3} (vào|tới|đến|về|qua) ${BOX}( [^ |]+){0,6} nữa`,
  `(không|chẳng|chả|đừng|không còn)( còn| hề)? (muốn|cần|thích|đồng ý|có nhu cầu|mong|mong muốn|có nhu cầu muốn)( được)?( tiếp tục)? (nhận|nhận được|đọc|bị làm phiền|bị quấy rầy|bị gửi|bị spam|nhận thêm|liên lạc|liên hệ|được gửi|khảo sát|trả lời khảo sát|làm khảo sát|tham gia khảo sát|tham gia)${OBJECT}${ENDS}`,
  `(không|đừng) nhận( ${MAIL}| ${EVERY}){1,6}( từ [^ |]+){0,3}${ENDS}`,
  `(hủy|bỏ|ngừng|dừng|ngưng|thôi|rút)( việc)?( đăng ký)? (nhận|theo dõi)${OBJECT}${ENDS}`,
  `(hủy|bỏ|rút) đăng ký( giúp| giùm| cho ${PRONOUN}| cho| ${PRONOUN}| nhận| ${MAIL}| này| tất cả| hết){0,6}${ENDS}`,
  `\\|( xin| mình| tôi| em| anh| chị| và| nên| cho){0,4} từ chối( tiếp tục)?( nhận| tham gia| tiếp nhận)?( ${MAIL}| ${EVERY}){0,6}${ENDS}`,
  `(xóa|bỏ|gỡ|loại|đưa|cho|rút|lấy)( [^ |]+){0,6} (khỏi|ra khỏi) (danh sách|list|mailing list|ds|hệ thống gửi)`,
  `(đừng|không|không muốn) (bị )?(làm phiền|quấy rầy)( ${PRONOUN})?( nữa)${ENDS}`,
  `(đừng|không muốn) (bị )?(làm phiền|quấy rầy)( ${PRONOUN})?${ENDS}`,
  `(stop|quit|cease|discontinue)( (sending|emailing|e mailing|mailing|messaging|contacting|texting|spamming|bothering|writing|surveying|asking|calling))( to)?( me| us)?( with)?( ${FILL_EN}){0,5}( ${MAIL_EN})?${ENDS_EN}`,
  `(stop|end|cancel|cease|discontinue|halt)( ${FILL_EN}){0,5} ${MAIL_EN}${ENDS_EN}`,
  `\\|( please| just| now| and)? stop( it| this| that| now| please| everything| at once| immediately){1,4} \\|`,
  `unsub(scribe)?( me| us)?`,
  `(remove|delete|take|drop|get) (me|us|him|her|them|(my|this|his|her) (email|e mail|mail|address|email address|e mail address|name))( off| out| from| of){1,2}( [^ |]+){0,4} (list|lists|mailing|database|mailings|emails|mails|newsletter)`,
  `(remove|delete) my (email|e mail|email address|e mail address|address|name|number)( please| now)? \\|`,
  `(remove|take) me( off)?( this| it| from this| please)? \\|`,
  `opt( me| us)? out`,
  `${NOT_EN}( ever)? (send|email|e mail|mail|message|contact|write|text|call|spam|bother|survey|disturb)( to)?( me| us)( with)?( ${FILL_EN}){0,5}( ${MAIL_EN})?${ENDS_EN}`,
  `${NOT_EN}( ever)? send( ${FILL_EN}){0,5} ${MAIL_EN}`,
  `no( ${FILL_EN}){0,5} ${MAIL_EN}( any)?( more|more please| anymore) \\|`,
  `no more( of)?( ${FILL_EN}){0,5} ${MAIL_EN}`,
  `${UNWANTED_EN}( ${RECEIVE_EN})?( ${FILL_EN}){0,5}( (${NAMED_EN})| ${FROM_YOU}){1,2}`,
  `${UNWANTED_EN} ${RECEIVE_EN}( ${FILL_EN}){0,5} (${VAGUE_EN})`,
  `${UNWANTED_EN}( ${FILL_EN}){0,5} (${VAGUE_EN})( else| more| further)? ${FROM_YOU}`,
  `(do not|dont|no longer) (wish|want) to be (contacted|emailed|bothered|surveyed|disturbed)`,
  `(stop|quit|cease) (emailing|e mailing|texting|messaging|spamming)( [^ |]+){1,4}( \\| [^ |]+){0,2} \\|`,
  `leave me alone`,
].map((source) => wording(source))

const WITHDRAWALS: readonly Wording[] = [
  `(rút|rút lại|hủy|hủy bỏ|thu hồi)( lại)?( sự| việc)? đồng ý`,
  `(withdraw|revoke|retract|withdrawing|revoking)( all)? (my|our|any)( [^ |]+){0,2} consent`,
].map((source) => wording(source))

/** Directly before it: the opposite, a mistake to be put right, or a question about it. */
const NOT_MEANT = wording(
  '(đừng bao giờ|không bao giờ|chớ|chớ bao giờ|' +
    'không phải|không muốn|chưa muốn|không hề|không có ý|đừng|lỡ|lỡ tay|nhầm|bấm nhầm|vô tình|chưa|không|do not|dont|did not|didnt|never|not|accidentally|' +
    'mistakenly|by mistake|without|dont ever|do not want to|dont want to|didnt want to|did not mean to|didnt mean to|not going to|will not|wont)( [^ |]+){0,1}',
)
const BACK_AGAIN = wording(
  '(đăng ký lại|nhận lại|gửi lại cho|sign me up again|resubscribe|re subscribe|subscribe me again|add me back)',
)

/** Behind it: that would be a pity. */
const PITY = wording('thì( [^ |]+){0,3} (uổng|tiếc|phí|buồn)')
const WHY = wording('((?<!(không|làm|ra|[0-9]) )sao|why|how come)')
/** A question that asks us to stop. */
const PLEA = wording(
  '(được không|được chứ|được chưa|giúp|giùm|dùm|vui lòng|làm ơn|nhờ|(cho|cho tôi|cho mình|cho em|xin|xin hãy) (hủy|ngừng|dừng|bỏ|rút|đừng)|' +
    'làm sao|làm thế nào|cách nào|hiểu không|hiểu chưa|nghe không|ok|okay|please|(can|could|would|will|may) (you|i|we)|how (do|can|to|could)|is there (a|any) way)',
)
/** "Không nhận nữa" in a sentence where goods are spoken of is said of the goods, unless mail is named. */
const TAKEN_IN = wording('(nhận|từ chối)')
const OF_MAIL = wording(`(${MAIL}|đăng ký)`)
const GOODS = wording('((?<!khách )hàng|đơn|sản phẩm|giao|ship|shipper|kiện|bưu kiện|hộp|món|quà|voucher|order)')

const ALL = wording(
  '(tất cả|toàn bộ|mọi|mọi thứ|bất kỳ|bất cứ|hết|gì nữa|gì cả|cái gì|all|any|anything|everything|every|stopall|ever again|never contact|leave me alone)',
)
const ANY_MORE = / any (more|longer)(?= )/g
/** One kind is named: "all surveys" are not all mails. */
const ONE_KIND = wording(
  '(khảo sát|quảng cáo|qc|khuyến mãi|surveys?|promotions?|promotional|ads|adverts?|advertising|marketing|greetings?|newsletters?)',
)

/** What was said, or null. The whole message comes first, then the sentences in the order of their table. */
export function optOutIn(text: Spoken, { answersYesOrNo }: { readonly answersYesOrNo: boolean }): OptOut | null {
  const withdrawn = firstMeant(text, WITHDRAWALS)
  if (withdrawn) return { all: true, withdrawal: true, reason: `word:${writtenAt(text, withdrawn)}` }
  const place =
    wholeMessage(text, answersYesOrNo) ??
    firstMeant(text, STOPPED_BEFORE, { asked: true }) ??
    firstMeant(text, SENTENCES) ??
    firstMeant(text, REFUSALS) ??
    firstMeant(text, PROTESTS, { asked: true, protest: true })
  if (!place) return null
  const around = text.words.slice(Math.max(0, place.at - 30), place.end + 30).replace(ANY_MORE, '')
  const said = { words: around, marked: text.marked }
  return { all: says(said, ALL) && !says(said, ONE_KIND), withdrawal: false, reason: `word:${writtenAt(text, place)}` }
}

/** "Dung" without marks is "đúng" where yes or no was asked. */
function wholeMessage(text: Spoken, answersYesOrNo: boolean): Place | null {
  if (text.words.length > 160 || (answersYesOrNo && text.words === ' | dung | ')) return null
  const place = placesOf(text, WHOLE_MESSAGE)[0]
  return place?.at === 1 && place.end >= text.words.length - 1 && !isQuestion(text, place) ? place : null
}

/** More places of one wording than this are no person's, and would be slow to look around in. */
const MOST_PLACES = 20

/** `asked`: a question counts too. `protest`: never where goods are spoken of, unless mail is named. */
function firstMeant(
  text: Spoken,
  sentences: readonly Wording[],
  { asked = false, protest = false }: { readonly asked?: boolean; readonly protest?: boolean } = {},
): Place | null {
  if (says(text, BACK_AGAIN)) return null
  for (const sentence of sentences) {
    const place = placesOf(text, sentence)
      .slice(0, MOST_PLACES)
      .find((each) => isMeant(text, each) && (asked || !isQuestion(text, each)) && !(protest && isOfGoods(text, each)))
    if (place) return place
  }
  return null
}

function isMeant(text: Spoken, place: Place): boolean {
  const { words, marked } = text
  const { at, end } = place
  const before = words.slice(words.lastIndexOf('|', at - 1) + 1, at)
  if (placesOf({ words: before, marked }, NOT_MEANT).some((denial) => denial.end >= before.length - 1)) return false
  if (says({ words: words.slice(at - 1, clauseEnd(words, end)), marked }, PITY)) return false
  return !says({ words: words.slice(at - 1, end + 1), marked }, TAKEN_IN) || !isOfGoods(text, place)
}

function isOfGoods(text: Spoken, place: Place): boolean {
  const said = { words: text.words.slice(place.at - 1, place.end + 1), marked: text.marked }
  return !says(said, OF_MAIL) && says(sentenceAt(text, place), GOODS)
}

/** A "why" in its clause, or a question mark behind its sentence that is no plea. */
function isQuestion(text: Spoken, place: Place): boolean {
  const { words, marked } = text
  // A wording may begin with the end of the clause before.
  const clause = words.slice(words.lastIndexOf('|', place.at) + 1, clauseEnd(words, place.end))
  if (says({ words: clause, marked }, WHY)) return true
  const sentence = sentenceAt(text, place)
  return sentence.asks && !says(sentence, PLEA)
}

function clauseEnd(words: string, from: number): number {
  const at = words.indexOf('|', from - 1)
  return at < 0 ? words.length : at
}

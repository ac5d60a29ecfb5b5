/**
 * Paragraphs that an office, a virus scanner or a mailing list adds to every mail. Their "confidential" and "unsubscribe" are not the customer's
 * words. Only a whole paragraph counts: "Thư này có bảo mật không?" is a customer's question.
 */
import { asksToStop, saysSomething } from '#core/reply/says-something.ts'

const NOTICE_BEGINS =
  /^[\s*_"“]{0,6}(?:(?:this|the information (?:contained |transmitted )?in this|the contents? of this) (?:e-?mail|message|communication|transmission)\b|(?:e-?mail )?confidentiality (?:notice|note|statement)|privileged (?:and|&|\/) confidential|important notice|confidential(?:ity)?\s*:|legal (?:notice|disclaimer)|disclaimer\b|tuyên bố (?:miễn trừ|từ chối|bảo mật)|miễn trừ trách nhiệm|lưu ý(?: bảo mật)?\s*:|thông báo bảo mật|lưu ý bảo mật|bảo mật\s*:|(?:email|e-mail|thư điện tử|thư|thông điệp|nội dung (?:của )?(?:email|e-mail|thư)|thông tin trong (?:email|e-mail|thư)) này|if you (?:are not|have received)|nếu (?:bạn|quý vị|anh\/chị|quý khách|ông\/bà) không phải)/iu
/** The terms of such paragraphs: two of them are no coincidence. */
const TERMS: readonly RegExp[] = [
  /confidential|bảo mật|bí mật|tuyệt mật/iu,
  /privileged|legally|pháp luật|pháp lý/iu,
  /intended (?:only |solely |exclusively )?(?:for|recipient)|intended to be|addressee|named recipient|người nhận|dành riêng|chỉ dành/iu,
  /attachments?|attached files?|tệp đính kèm|file đính kèm|tập tin đính kèm/iu,
  /disclos|disseminat|distribut|copying|copied|tiết lộ|sao chép|phát tán|phân phối/iu,
  /unauthori[sz]ed|prohibited|nghiêm cấm|không được phép/iu,
  /in error|by mistake|mistakenly|nhầm lẫn|nhận nhầm|gửi nhầm|do nhầm|do sơ suất/iu,
  /delete (?:it|this|the|all)|destroy|xóa|xoá|hủy (?:email|thư|bỏ thư)/iu,
  /notify|inform(?:ing)? the sender|contact the sender|reply to the sender|thông báo (?:lại |ngay )?(?:cho )?người gửi|báo (?:lại )?(?:cho )?người gửi/iu,
  /virus|malware|mã độc/iu,
  /liab|responsib|trách nhiệm|views (?:or|and) opinions|opinions expressed|quan điểm/iu,
]
/** An office writes neither "I" nor "nhé". */
const PERSONAL =
  /(?<!chúng )(?<![\p{L}])(?:tôi|toi|mình|tui|em|shop|nhé|nha|ạ|à|ơi|nữa|lắm|quá|đâu|mà|chứ|rồi|giúp|giùm|i|im|ive|my|me|mine|wife|husband)(?![\p{L}])|\?/iu
const LONGEST_PARAGRAPH = 4_000
/** A text with more false beginnings than this is no office's. */
const MOST_TRIES = 20

/** Whole lines of scanners, printers and lists. */
const KNOWN: readonly RegExp[] = [
  /^(?:virus-free|không có vi-?rút)\.?(?: (?:https?:\/\/)?www\.[^\s]{1,100})?\.?$/iu,
  /^(?:this (?:e-?mail|message) has been (?:checked|scanned) (?:for viruses|by)|email này đã được (?:kiểm tra|quét) vi-?rút)[^?\n]{0,120}$/iu,
  /^(?:please )?(?:consider|think of|think about|save|protect) (?:the |our )?(?:environment|planet|trees)[^?\n]{0,30} before (?:you )?print[^?\n]{0,50}$/iu,
  /^(?:hãy |xin (?:hãy )?|vui lòng )?(?:nghĩ đến|cân nhắc|bảo vệ|vì) môi trường[^?\n]{0,30} trước khi in(?: [^?\n]{0,50})?$/iu,
  /^(?:[Tt]his (?:e-?mail|message) (?:has been|was) )?[Ss]canned (?:for \p{L}{3,10} )?(?:by|with) [\p{Lu}\p{N}][^?\n]{0,60}$/u,
  /^you (?:received|are receiving) this (?:message|e-?mail) because you are subscribed to (?:the )?[^?\n]{1,120}(?:group|list|google groups)[^?\n]{0,120}$/iu,
  /^to (?:unsubscribe from (?:this|the) (?:group|list|mailing list)|post to this (?:group|list)|view (?:this|the) discussion|change your (?:subscription|options)|manage your subscription)[^?\n]{0,120}(?: to | visit |: ?)<?(?:https?:\/\/|mailto:|[\w.+-]{1,80}@)[^\s]{1,300}$/iu,
  /^for more options,? visit (?:this group at )?https?:\/\/[^\s]{1,200}\.?$/iu,
  /^[\p{L}\p{N}_.-]{2,60} mailing list(?:\s[-–]\s.{0,80})?$/iu,
  /^(?:un)?subscribe(?: or unsubscribe)?\s?[:(]\s?<?(?:https?:\/\/|mailto:|[\w.+-]{1,60}@)[^\s]{1,200}$/iu,
]
/** Stands alone under a known line, and in front of the line of a mailing list. */
const BARE_LINK = /^\s*(?:[<([]?(?:https?:\/\/|www\.)[^\s]{1,300}[>)\]]?|[\w.+-]{1,80}@[\w.-]{1,100})\s*$/iu
const RULE = /^\s*[_-]{3,}\s*$/

/** The lines without such paragraphs. */
export function withoutNotices(lines: readonly string[]): readonly string[] {
  const own: string[] = []
  let tries = 0
  for (let at = 0; at < lines.length; ) {
    const begins = tries < MOST_TRIES && NOTICE_BEGINS.test((lines[at] ?? '').slice(0, 300))
    const length = knownLength(lines, at) || (begins ? noticeLength(lines, at) : 0)
    if (begins) tries += 1
    if (length === 0) {
      own.push(lines[at] ?? '')
      at += 1
      continue
    }
    while (own.length > 0 && (own.at(-1)?.trim() === '' || RULE.test(own.at(-1) ?? ''))) own.pop()
    own.push('')
    at += length
  }
  return own
}

/** Such a sentence takes two lines at most. Lines below it that hold only links and addresses belong to it. */
function knownLength(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? '').trim()
  if (first === '' || first.length > 400) return 0
  const joined = `${first} ${(lines[at + 1] ?? '').trim()}`
  let length = KNOWN.some((known) => known.test(first)) ? 1 : 0
  if (length === 0 && (lines[at + 1] ?? '').trim() !== '' && joined.length <= 400 && KNOWN.some((known) => known.test(joined)))
    length = 2
  while (length > 0 && BARE_LINK.test(lines[at + length] ?? '')) length += 1
  return length
}

function noticeLength(lines: readonly string[], at: number): number {
  let length = 1
  let size = (lines[at] ?? '').length
  while (at + length < lines.length && (lines[at + length] ?? '').trim() !== '' && size <= LONGEST_PARAGRAPH) {
    size += (lines[at + length] ?? '').length
    length += 1
  }
  return size <= LONGEST_PARAGRAPH && isNotice(lines.slice(at, at + length)) ? length : 0
}

/** Every sentence is about such terms, at least two terms occur, and no sentence uses the first person or asks us to stop. */
function isNotice(lines: readonly string[]): boolean {
  const paragraph = lines.join(' ')
  if (PERSONAL.test(paragraph) || TERMS.filter((term) => term.test(paragraph)).length < 2) return false
  const sentences = paragraph.split(/(?<=[.!])\s+/).filter((sentence) => /\p{L}{4}/u.test(sentence))
  return (
    sentences.every((sentence) => speaksOfIt(sentence) || isHeading(sentence) || isClosing(sentence)) &&
    !asksToStop(paragraph) &&
    !lines.some((line) => !speaksOfIt(line) && saysSomething([line]))
  )
}

/** "Thank you.", with a name. */
const isClosing = (sentence: string): boolean => sentence.length <= 25 && !saysSomething([sentence])

const speaksOfIt = (text: string): boolean => TERMS.some((term) => term.test(text))

/** "Lưu ý:", "Disclaimer." */
const isHeading = (sentence: string): boolean => sentence.length <= 60 && NOTICE_BEGINS.test(sentence)

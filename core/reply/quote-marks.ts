/**
 * Where quoted text begins, as mail programs mark it: Gmail, Outlook on desk, web and phone, Apple Mail, Yahoo, Thunderbird, Samsung, Zoho,
 * Zimbra; in Vietnamese and English, and the commonest words of a few other languages.
 */

/** A mark stands on short lines: a longer line is somebody's sentence. This also bounds every pattern below. */
const LONGEST_MARK = 300
/** "On ... wrote:" is broken over a few lines by programs that wrap. */
const MOST_WRAPPED = 4

/** `> ` before a line. */
export const isQuoted = (line: string): boolean => /^ {0,3}>/.test(line)

/** Dashes around one of these words: `-----Original Message-----`, `-------- Thư gốc --------`. */
const DIVIDER_WORDS = new Set([
  'original message',
  'original email',
  'original appointment',
  'forwarded message',
  'reply message',
  'thư gốc',
  'thông báo gốc',
  'tin nhắn gốc',
  'thông điệp gốc',
  'email gốc',
  'thư điện tử gốc',
  'thư đã chuyển tiếp',
  'thư được chuyển tiếp',
  'thư chuyển tiếp',
  'tin nhắn đã chuyển tiếp',
  'message d’origine',
  'ursprüngliche nachricht',
])
const FORWARD = /^(begin forwarded message|bắt đầu thư (được|đã) chuyển tiếp|bắt đầu chuyển tiếp thư) ?:$/i

/** Beginnings and ends of the sentence that says who wrote what follows. */
const SAYS_WHEN = /^[\s*"“]*(on|vào|vao|ngày|ngay|lúc|luc|trong|thứ|le|am|el|il|op)[\s:,]/i
const SAYS_WROTE =
  /(\bwrote|đã viết|da viet|[\s,>)]viết|\ba écrit|\bschrieb|\bescribió|\bha scritto|\bschreef)[\s*]{0,3}:[\s*]*$/i
const NAMES_WRITER = /[<[(][^<>()[\]\s]{1,120}@[^<>()[\]\s]{1,120}[>\])]/
/** `Trà Sen <cskh@...> đã viết vào Th 4, 10 thg 3, 2027 lúc 09:00:`, and Gmail's old `2027-03-10 9:00 GMT+07:00 Trà Sen <cskh@...>:` */
const WROTE_AT = /(đã viết|viết|wrote) (vào|ngày|lúc|on|at)\b[^\n]{0,120}:[\s*]*$/i
const OLD_GMAIL = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}[^\n]{0,200}>:\s*$/
/** `---- On Wed, 10 Mar 2027 ... wrote ----` */
const DASHED = /^-{2,} ?(on|vào|ngày|lúc|bật) [^\n]{5,250}(wrote|viết) ?-{2,}$/i

const FROM = /^[\s*|>]{0,4}(from|từ|người gửi|tu|nguoi gui|de|von)[\s*]{0,3}:/i
const OTHER_HEADS =
  /^[\s*|>]{0,4}(sent|date|to|cc|subject|reply-to|importance|đã gửi|gửi|gửi lúc|ngày gửi|ngày|đến|tới|gửi đến|gửi tới|người nhận|kính gửi|chủ đề|tiêu đề|thời gian|thứ|da gui|ngay|den|chu de|envoyé|à|objet|gesendet|an|betreff)[\s*]{0,3}:/i
const ALL_IN_ONE =
  /^[\s*]{0,4}(from|từ)[\s*]{0,3}:.{3,200}(?<=\s)(sent|date|đã gửi|ngày)[\s*]{0,3}:.{3,200}(?<=\s)(to|subject|đến|chủ đề)[\s*]{0,3}:/i

export interface QuoteOpening {
  /** How many lines the mark takes. */
  readonly length: number
  readonly mark: 'attribution' | 'divider' | 'header-block'
}

/** The mark that begins at this line, or null. What it means for what follows is newly-written.ts's to say. */
export function quoteOpening(lines: readonly string[], at: number): QuoteOpening | null {
  const line = lines[at] ?? ''
  if (line.length > LONGEST_MARK || line.trim() === '') return null
  if (isDivider(line)) return { length: 1 + headLinesFrom(lines, at + 1), mark: 'divider' }
  if (FROM.test(line) && (ALL_IN_ONE.test(line) || headLinesFrom(lines, at + 1) >= 2))
    return { length: 1 + headLinesFrom(lines, at + 1), mark: 'header-block' }
  const wrapped = attributionLength(lines, at)
  return wrapped > 0 ? { length: wrapped, mark: 'attribution' } : null
}

function isDivider(line: string): boolean {
  const trimmed = line.trim()
  if (FORWARD.test(trimmed) || /^_{20,}$/.test(trimmed) || DASHED.test(trimmed)) return true
  if (trimmed.length > 120 || !/^[-_–—=*~]{2}/.test(trimmed)) return false
  return DIVIDER_WORDS.has(
    trimmed
      .replace(/[-_–—=*~:]/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
      .toLowerCase(),
  )
}

/** How many of the next lines belong to a block of From, Sent, To, Subject; its long lines may be wrapped, and one may be empty. */
function headLinesFrom(lines: readonly string[], from: number): number {
  let last = 0
  let seen = 0
  for (let step = 0; step < 12 && seen < 8; step++) {
    const line = lines[from + step]
    if (line === undefined) break
    if (line.length <= LONGEST_MARK && (OTHER_HEADS.test(line) || FROM.test(line))) {
      seen += 1
      last = step + 1
    } else if (step - last >= 2) break
  }
  return seen >= 2 ? last : 0
}

function attributionLength(lines: readonly string[], at: number): number {
  let joined = ''
  for (let length = 1; length <= MOST_WRAPPED; length++) {
    const line = lines[at + length - 1]
    if (line === undefined || line.trim() === '' || isQuoted(line)) return 0
    joined = length === 1 ? line.trim() : `${joined} ${line.trim()}`
    if (joined.length > LONGEST_MARK) return 0
    if (isAttribution(joined)) return length
    // A sentence that nobody can have written to say who wrote: not worth looking further.
    if (length === 1 && !SAYS_WHEN.test(joined) && !joined.includes('@') && !/[<("]$/.test(joined)) return 0
  }
  return 0
}

function isAttribution(line: string): boolean {
  if (OLD_GMAIL.test(line)) return true
  const knowsWhenOrWho = /\d/.test(line) || line.includes('@')
  if (!knowsWhenOrWho) return false
  if (SAYS_WROTE.test(line)) return SAYS_WHEN.test(line) || NAMES_WRITER.test(line)
  return NAMES_WRITER.test(line) && WROTE_AT.test(line)
}

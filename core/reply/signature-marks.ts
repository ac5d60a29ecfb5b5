/**
 * Signatures below a person's words. A farewell or a line of dashes ends the text to read only when the lines below look like a signature: names,
 * titles, phones, addresses, and no request, complaint, stop or score. "Cảm ơn." above a sentence is the middle of a letter. A name alone under
 * "Trân trọng" stays, because the writer wrote it.
 */
import { withoutNotices } from '#core/reply/legal-notice.ts'
import { isPersonName, mayBeName, mayBeOrdinary } from '#core/reply/person-names.ts'
import { isProgramLine } from '#core/reply/program-words.ts'
import { isProse } from '#core/reply/prose.ts'
import { saysSomething } from '#core/reply/says-something.ts'

/** Dashes alone, as programs (`-- `) and people put them above a signature. */
const DASHES = /^\s*(?:-{2,3}|[–—―─━]{1,40}|_{2,40}|\*{3,40}|={3,40}|-{4,40}|~{3,40}) ?$/u
const DELIMITER_OF_PROGRAMS = '-- '
const DELIMITER = /^-- ?$/

const FAREWELLS =
  'trân trọng|xin trân trọng cảm ơn|trân trọng cảm ơn|trân trọng kính chào|thân mến|thân ái|thân|kính thư|kính|kính chào|trân trọng|cảm ơn|xin cảm ơn|xin chân thành cảm ơn|chân thành cảm ơn|cám ơn|chào thân ái|' +
  'tran trong|than men|than|cam on|xin cam on|(?:(?:many )?thanks|thank you)(?: and| &| và)? (?:best |kind |warm )?regards|(?:best|kind|warm|kindest|warmest|many thanks and|thanks and|thanks &|thanks and best|with best|with kind) regards|regards|best|best wishes|all the best|sincerely|' +
  'yours|yours (?:sincerely|faithfully|truly)|sincerely yours|respectfully|cheers|br|rgds|many thanks|thanks|thanks a lot|thank you|thank you very much|thanks again|thx|ty|' +
  'mit freundlichen grüßen|freundliche grüße|viele grüße|liebe grüße|mfg|lg|cordialement|bien cordialement|bien à vous|saludos|un saludo|atentamente|cordiali saluti|с уважением|此致|顺祝商祺|よろしくお願いします|よろしくお願いいたします|감사합니다'
const FAREWELL = new RegExp(`^\\s*(?:${FAREWELLS})[\\s,.!;:~-]*$`, 'iu')

const LONGEST_BLOCK = 12
const LONGEST_LINE = 160

const LABEL =
  '(?:tel|phone|mobile|cell|hotline|đt|đtdđ|sđt|điện thoại|di động|dđ|địa chỉ|đ\\/c|add|address|fax|zalo|viber|skype|facebook|fb|email|e-mail|mail|web|website|mst|mã số thuế|m|t|e|w|f)\\s?:'
const CONTACT = new RegExp(`\\d[\\d .()-]{6,}\\d|[^\\s@]{1,80}@[^\\s@]{1,80}|https?:\\/\\/|www\\.|(?:^|[\\s|])${LABEL}`, 'iu')
/** Titles with a capital only in the first word. */
const TITLE =
  /^(?:(?:phó )?(?:tổng )?giám đốc|(?:phó |trưởng )(?:phòng|ban|khoa|nhóm|bộ phận)|nhân viên (?:kinh doanh|bán hàng|kế toán|văn phòng|hành chính|nhân sự|kỹ thuật|marketing|mua hàng)|chuyên viên|kế toán|thư ký|giảng viên|bác sĩ|kỹ sư|luật sư|phòng (?:kinh doanh|kế toán|hành chính|nhân sự|kỹ thuật|marketing|mua hàng|dự án)|ban giám đốc|công ty|cty|tập đoàn|ngân hàng|chi nhánh|khoa|trường(?! hợp)|viện|bệnh viện|đại học|trung tâm|văn phòng)(?!\p{L})/iu
const LONGEST_TITLE = 8
const SMALL = new Set('và|of|and|the|for|ext|máy|lẻ|nội|bộ|de|van|von|at|in|tại|thuộc|đường|phường|quận|ngõ|tầng'.split('|'))

/** The lines between two quotes, without what the customer did not write. */
export function withoutSignature(lines: readonly string[]): readonly string[] {
  const own = withoutNotices(lines.filter((line, at) => !isProgramLine(line) && !isLinkOfProgram(lines, at)))
  const start = own.findIndex((line, at) => isMark(line) && isSignature(own, at))
  if (start < 0) return own
  // Below the standard delimiter of programs (`-- `), a motto among names and numbers stays.
  return [...own.slice(0, start), ...own.slice(start + 1).filter((line) => !isBadge(line) && !isMark(line))]
}

/** `<https://aka.ms/…>` below "Get Outlook for iOS". */
const isLinkOfProgram = (lines: readonly string[], at: number): boolean =>
  /^\s*[<([]?https?:\/\/[^\s]{1,300}[>)\]]?\s*$/.test(lines[at] ?? '') && at > 0 && isProgramLine(lines[at - 1] ?? '')

function isSignature(lines: readonly string[], at: number): boolean {
  if (lines.length - at > LONGEST_BLOCK * 4) return false
  const mark = lines[at] ?? ''
  const block = lines.slice(at + 1).filter((line) => line.trim() !== '' && !isMark(line))
  if (block.length === 0) return DELIMITER.test(mark)
  if (block.length > LONGEST_BLOCK || block.some((line) => line.length > LONGEST_LINE) || saysSomething(block)) return false
  if (mark === DELIMITER_OF_PROGRAMS) return true
  if (!block.every(isBadge)) return false
  const named = isName(block[0] ?? '')
  const reachable = block.some((line) => CONTACT.test(line))
  return DASHES.test(mark) ? named || reachable : named && reachable
}

/** Whether a text that a program marks as the writer's signature may be left out: no sentence of it holds anything to act upon. */
export function isSilent(text: string): boolean {
  if (text.length > LONGEST_SILENT) return false
  const lines = text.split('\n').filter((line) => !isProgramLine(line))
  return !lines.some(isProse) && !saysSomething(lines)
}
const LONGEST_SILENT = 4_000

const isMark = (line: string): boolean => DASHES.test(line) || FAREWELL.test(line)

const isName = (line: string): boolean => isBadge(line) && /\p{L}{2}/u.test(bareOf(line))

/** A line of names, titles, numbers and addresses: every word has a capital, and each part is known as one of these. */
function isBadge(line: string): boolean {
  const bare = bareOf(line)
  if (/[?!;]/.test(bare) || isProse(bare)) return false
  if (TITLE.test(line.trim()) && wordsOf(bare).length <= LONGEST_TITLE) return true
  return isCapital(bare) && bare.split(/\s[|·•–-]\s|[|·•]|,\s/u).every(isOfSignature)
}

/** A line of capitals only is a shout, no signature: "THIẾU MỘT HỘP TRÀ", "LID MISSING". */
const isOfSignature = (piece: string): boolean =>
  !/\p{L}{2}/u.test(piece) ||
  isPersonName(piece) ||
  STREET_OF_HANOI.test(piece.trim()) ||
  (OF_OFFICES.test(piece) && !mayBeOrdinary(piece)) ||
  mayBeName(piece)

/** Streets of Hà Nội are named after goods. */
const STREET_OF_HANOI = /^(?:số )?\d{1,4}\p{L}? (?:phố )?Hàng \p{Lu}\p{Ll}+$/u
/** Words of offices, places and professions. */
const OF_OFFICES =
  /(?<![\p{L}\p{M}])(?:co|ltd|llc|inc|corp|jsc|gmbh|group|holdings?|company|bank|hotel|school|university|hospital|clinic|manager|director|head|officer|engineer|executive|sales|marketing|accountant|assistant|ceo|cfo|cto|mba|phd|ext|công ty|cty|tnhh|cp|cổ phần|tập đoàn|ngân hàng|chi nhánh|trường|viện|khoa|phòng|ban|giám đốc|trưởng|nhân viên|kế toán|bác sĩ|luật sư|kỹ sư|hà nội|hn|hcm|hcmc|tp|tphcm|sài gòn|đà nẵng|huế|hải phòng|cần thơ|việt nam|vietnam|vn|quận|huyện|phường|xã|đường|phố|ngõ|tầng|tòa nhà|street|st|road|floor|building|district|ward|city|lý|lê|trần|nguyễn)(?![\p{L}\p{M}])/iu

/** Without links, addresses and the labels before them. */
const bareOf = (line: string): string =>
  line
    .replace(/[<([]?(?:https?:\/\/|www\.)\S{1,300}/giu, ' ')
    .replace(/\S{1,100}@\S{1,100}/g, ' ')
    .replace(/(?<!\S)[\p{L}\p{N}]{2,30}[._][\p{L}\p{N}._]{2,30}(?!\S)/gu, ' ')
    .replace(LABELS, ' ')
const LABELS = new RegExp(`(?<!\\p{L})${LABEL}`, 'giu')

const wordsOf = (bare: string): readonly string[] => bare.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /\p{L}/u.test(word))

const isCapital = (bare: string): boolean =>
  wordsOf(bare).every((word) => /^[^\p{Ll}]/u.test(word) || SMALL.has(word.toLowerCase()))

/** Lines that say that a mail is quoted below: words between dashes, `-----Original Message-----`, alone on a line or glued into one. */
import { WROTE } from '#core/reply/attribution-words.ts'
import { isTold } from '#core/reply/told-words.ts'

const WORDS = [
  'original message',
  'original email',
  'original mail',
  'original appointment',
  'forwarded message',
  'forwarded by',
  'reply message',
  'reply above this line',
  'mensaje original',
  'mensaje reenviado',
  'messaggio originale',
  'mensagem original',
  "message d[’']origine",
  'message original',
  'mail original',
  'message transféré',
  'courriel original',
  'oorspronkelijk bericht',
  'ursprüngliche nachricht',
  'originalnachricht',
  'original-nachricht',
  'weitergeleitete nachricht',
  'исходное сообщение',
  'оригинальное сообщение',
  'пересылаемое сообщение',
  'перенаправленное сообщение',
  '原始邮件',
  '原始郵件',
  '转发邮件信息',
  '转发的邮件',
  'original',
  '元のメッセージ',
  '転送メッセージ',
  '원본 ?메(?:일|시지)(?: ?내용)?',
  '전달된 메(?:일|시지)',
  '(?:thư|thông báo|tin nhắn|thông điệp|email|e-mail|thư điện tử|tin) (?:gốc|ban đầu)',
  '(?:thư|tin nhắn|email) (?:đã |được )?(?:được )?chuyển tiếp',
].join('|')

/** ‐ and ‑ are the dashes of ProtonMail, ─ and ━ those of Japanese programs. */
/** The plain dash stands last, for it means a range between two others. */
const DASHES = '‐‑–—―─━_=*~-'
const DASH = `[${DASHES}]`
const ALONE = new RegExp(`^\\s{0,10}${DASH}{2,60} {0,3}(?:${WORDS}) {0,3}:?${DASH}{0,60}\\s{0,10}$`, 'iu')
const WITHIN = new RegExp(`${DASH}{3,60} {0,3}(?:${WORDS}) {0,3}${DASH}{3,60}`, 'iu')
const FORWARD =
  /^\s{0,10}(?:begin forwarded message|bắt đầu thư (?:được|đã) chuyển tiếp|bắt đầu chuyển tiếp thư|début du message transféré|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado) ?:\s{0,10}$/iu
/** `---- On Wed, 10 Mar 2027 … wrote ----` and `---- X wrote ----`. */
const DASHED_WROTE = new RegExp(
  `^\\s{0,10}${DASH}{2,20} {0,3}[^\\n]{1,250}\\s(?:${WROTE}) {0,3}:? {0,3}${DASH}{2,20}\\s{0,10}$`,
  'iu',
)
const DASHED_WROTE_WITHIN = new RegExp(
  `${DASH}{3,20} {0,3}[^\\n${DASHES}]{1,200}\\s(?:${WROTE}) {0,3}:? {0,3}${DASH}{3,20}`,
  'iu',
)

const LONGEST = 320

export const isDivider = (line: string): boolean =>
  line.length <= LONGEST && (ALONE.test(line) || FORWARD.test(line) || (DASHED_WROTE.test(line) && !isTold(line)))

/** Where in a line such words begin behind others; -1 when they do not. */
export function dividerWithin(line: string): number {
  const wrote = DASHED_WROTE_WITHIN.exec(line)
  const at = [line.search(WITHIN), wrote && !isTold(wrote[0]) ? wrote.index : -1].filter((each) => each >= 0)
  return at.length === 0 ? -1 : Math.min(...at)
}

/** A line of nothing but dashes or the like: it means something only by what stands below. */
export const isRule = (line: string): boolean => line.length <= 200 && /^\s*[-‐‑–—―─━_=*~]{3,}\s*$/u.test(line)

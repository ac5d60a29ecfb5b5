/**
 * The head of a quoted mail, as Outlook, Samsung, Zimbra, Notes and others write it: From, Sent, To, Subject, line by line or all in one line.
 * People write such words too, in formal letters ("Kính gửi: … Người gửi: … Ngày: 10/3") and about times ("Từ: 8h, Đến: 10h"). So a few of them
 * prove nothing, and none do without the day and the time that every program writes.
 */

type HeadKind = 'from' | 'date' | 'to' | 'subject' | 'other'

/** Vietnamese, English, French, German, Spanish, Italian, Portuguese, Dutch, Russian, Chinese, Japanese and Korean programs. */
const LABELS: Readonly<Record<HeadKind, string>> = {
  from: 'from|từ|người gửi|tu|nguoi gui|de|von|da|van|от|от кого|发件人|寄件者|寄件人|差出人|送信元|送信者|보낸 ?사람',
  date: "sent|date|sent date|sent at|đã gửi|gửi|gửi lúc|gửi vào|ngày gửi|ngày|thời gian|da gui|ngay gui|ngay|envoyé|envoyé le|date d[’']envoi|gesendet|datum|enviado|enviado el|enviada em|fecha|inviato|data|verzonden|отправлено|дата|发送时间|日期|寄件日期|傳送時間|送信日時|日時|보낸 ?날짜|날짜|日付",
  to: 'to|đến|tới|gửi đến|gửi tới|người nhận|den|toi|nguoi nhan|à|an|para|a|per|aan|кому|收件人|收件者|宛先|받는 ?사람',
  subject: 'subject|chủ đề|tiêu đề|chu de|tieu de|objet|betreff|asunto|oggetto|assunto|onderwerp|тема|主题|主題|主旨|件名|제목',
  other:
    'sent by|cc|bcc|reply-to|importance|attachments|đồng gửi|tệp đính kèm|trả lời đến|copie à|kopie|копия|抄送|副本|참조|priority|organization|mailed-by',
}

/** A program's head stands on short lines; this also bounds the patterns. */
const LONGEST_HEAD = 300
const MOST_LINES = 12

const HEAD_LINE = new RegExp(
  `^[\\s*_|>]{0,6}(?:${Object.entries(LABELS)
    .map(([kind, labels]) => `(?<${kind}>${labels})`)
    .join('|')})[\\s*_\\u00A0]{0,4}[:：]`,
  'iu',
)
const KINDS = ['from', 'date', 'to', 'subject', 'other'] as const

function headKind(line: string): HeadKind | null {
  if (line.length > LONGEST_HEAD) return null
  const groups = HEAD_LINE.exec(line)?.groups
  return (groups && KINDS.find((kind) => groups[kind] !== undefined)) ?? null
}

const holdsAddress = (text: string) => /[^\s<>()[\]]{1,100}@[^\s<>()[\]]{1,100}/.test(text)

/** "Từ: X" before an indent marks a quote. */
export const isHeadLine = (line: string): boolean => headKind(line) !== null

const TIME =
  /\d{1,2} ?[:h點点時时시] ?\d{2}|(?<![\d.])\d{1,2}\.\d{2}(?![\d.])|\d{1,2} ?(?:am|pm|sa|ch|giờ|uhr|時|时|시)(?!\p{L})/iu
const DAY = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?<!\d)20\d\d(?!\d)|\d[年년]/u
/** Shortened by people who forward a mail: only a day of the week. */
const WEEKDAY_ALONE = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)$/iu
/** A whole date, as programs write it. */
const isWholeDate = (text: string): boolean => (TIME.test(text) && DAY.test(text)) || WEEKDAY_ALONE.test(text.trim())

/** Outlook's label, which no letter on paper has; with its translations. */
const OUTLOOKS =
  /^[\s*_|>]{0,6}(?:sent|đã gửi|envoyé|gesendet|enviado|enviada em|inviato|verzonden|отправлено|发送时间|寄件日期|傳送時間|送信日時|보낸 ?날짜)[\s*_\u00A0]{0,4}[:：]/iu

interface Found {
  readonly kinds: ReadonlySet<HeadKind>
  readonly lines: number
  readonly text: string
  /** The text of its date line, with the label; empty when there is none. */
  readonly date: string
}

/** The lines of a head that begin here; long ones may be wrapped, and one line may be empty. */
function headFrom(lines: readonly string[], at: number): Found {
  const kinds = new Set<HeadKind>()
  let last = 0
  let date = ''
  for (let step = 0; step < MOST_LINES; step++) {
    const line = lines[at + step]
    if (line === undefined) break
    const kind = headKind(line)
    // No program repeats a label: another head begins there.
    if (kind && kind !== 'other' && kinds.has(kind)) break
    if (kind) {
      kinds.add(kind)
      if (kind === 'date') date = line
      last = step + 1
    } else if (step - last >= 2) break
  }
  return { kinds, lines: last, text: lines.slice(at, at + last).join('\n'), date }
}

/** How many lines the head that begins at this line takes; 0 when none begins. */
export function headBlockLength(lines: readonly string[], at: number): number {
  const first = headKind(lines[at] ?? '')
  if (first === null || first === 'other') return 0
  const { kinds, lines: length, text, date } = headFrom(lines, at)
  if (!isWholeDate(date.replace(HEAD_LINE, ''))) return 0
  const main = KINDS.filter((kind) => kind !== 'other' && kinds.has(kind)).length
  if (main >= 3 && (holdsAddress(text) || (kinds.has('subject') && OUTLOOKS.test(date)))) return length
  return main === 2 && /[<[][^\s<>[\]]{1,100}@[^\s<>[\]]{1,100}[>\]]/.test(lines[at] ?? '') ? length : 0
}

/** The same below a divider: two labels are enough there. */
export function headLengthBelow(lines: readonly string[], at: number): number {
  const { kinds, lines: length } = headFrom(lines, at)
  return kinds.size >= 2 ? length : 0
}

const label = (kind: HeadKind) => `(?:${LABELS[kind]})[\\s*_]{0,3}[:：]`
/** Begins a sentence or a line, or is glued to a sign or to a letter of the other case (`ơnTừ:`). */
const FROM_WITHIN = new RegExp(`(?<![\\p{Lu}\\p{N}@])${label('from')}`, 'giu')
const WITHIN: readonly RegExp[] = (['date', 'to', 'subject'] as const).map((kind) => new RegExp(label(kind), 'iu'))
const DATE_WITHIN = new RegExp(label('date'), 'iu')
const LONGEST_WITHIN = 700
const MOST_TRIES = 50

/**
 * Where within a line a whole head begins, as in plain mails without line ends: From with an address, and two of Date, To and Subject close behind.
 * -1 when none begins.
 */
export function headWithin(line: string): number {
  const labels = [...line.slice(0, LONGEST_LINE).matchAll(FROM_WITHIN)].filter(({ 0: from }) => startsWithCapital(from))
  for (const [nth, { 0: from, index }] of labels.slice(0, MOST_TRIES).entries()) {
    const end = Math.min(index + LONGEST_WITHIN, labels[nth + 1]?.index ?? line.length)
    const rest = line.slice(index + from.length, end)
    if (holdsAddress(rest) && isDated(rest) && WITHIN.filter((pattern) => pattern.test(rest)).length >= 2) return index
  }
  return -1
}
const LONGEST_LINE = 20_000

/** Its date stands close behind the label. */
const isDated = (text: string): boolean => {
  const at = DATE_WITHIN.exec(text)
  return at !== null && isWholeDate(text.slice(at.index + at[0].length, at.index + LONGEST_DATE))
}
const LONGEST_DATE = 80

const startsWithCapital = (text: string) => /^[^\p{Ll}]/u.test(text)

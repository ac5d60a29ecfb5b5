/**
 * Tells a mail program's "X wrote:" from a person's ("On Monday your staff wrote: …"). A program's has an address in brackets, or a whole date with
 * its time, at the end of a line, and nothing between but a name. English, Vietnamese, French, German, Spanish, Italian, Portuguese, Dutch,
 * Russian, Chinese, Japanese, Korean.
 */
import { isNameAlone, isTold } from '#core/reply/told-words.ts'

/** The verbs of attributions and of dividers (`---- X wrote ----`) in mail programs. */
export const WROTE =
  'wrote|writes|has written|đã viết|da viet|viết|a écrit|schrieb|escribió|escribio|ha scritto|escreveu|schreef|skrev|napisał(?:\\(a\\)|a)?|написал(?:\\(а\\)|а)?|пишет|пише|menulis|写道|寫道|のメール|のメッセージ|(?:さん)?(?:は|が)書きました|님이 작성|작성'
/** Above quoted lines only: elsewhere customers use these words about parcels and couriers. */
const SENT = 'đã gửi|sent|said'

const BEGINS =
  /^[\s*"“>_-]{0,6}(?:(?:on|at|vào|vao|ngày|ngay|lúc|luc|trong|thứ|th|le|am|el|il|em|op|den|dnia|w dniu|pe|pada)(?!\p{L})|於|于|在|\d{1,2}[./-]\d{1,2}[./-]\d|\d{4}[-/.年년]|\d{4}\. |\d{1,2}\.? (?:de )?\p{L}{3,9}\.? (?:de )?20\d\d|["'“<]|(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?:s?day|nesday|rsday|urday)?[,.])/iu
/** The date comes soon after the beginning: there is no room for a sentence between. */
const DATE_SOON = /^.{0,45}?\d/u

const ADDRESS = /[<[(]\s{0,2}(?:mailto:[^<>@]{0,100}<?)?[^<>()[\]\s@]{1,120}@[^<>()[\]\s]{1,120}\s{0,2}[>\])]/u
const TIME = /\d{1,2} ?[:.h点點時时시] ?\d{2}|\d{1,2} ?(?:am|pm|giờ|uhr|시|時|时)(?!\p{L})/iu
const MONTHS =
  'thg|tháng|thang|jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|août|ago|sep|oct|okt|nov|dec|déc|dez|dic|ene|янв|фев|апр|мая|июн|июл|авг|сен|окт|ноя|дек'
const DATE = new RegExp(
  `(?<!\\d)\\d{1,4}(?:[/-]|\\. ?)\\d{1,2}(?!\\d)|\\d{1,2}(?:st|nd|rd|th|\\.)?,? (?:de )?(?:${MONTHS}|мар)|(?:${MONTHS})\\p{L}{0,7}\\.? \\d{1,2}|\\d{1,2} ?[月월]`,
  'iu',
)
const YEAR = /(?<!\d)20\d\d(?!\d)/
/** A weekday such as in "Wednesday, 10 March 2027" marks a program as well as a time does. */
const WEEKDAY =
  /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun|th(?:ứ)? ?(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật|cn|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so)(?:\p{L}{0,6})[.,]/iu
const endsWith = (verbs: string) =>
  new RegExp(`(?:${verbs})[ *_\\u00A0]{0,3}[:：]?[ *_.]{0,3}$|(?:schrieb|schreef|skrev) [^:]{1,80}[:：][ *_]{0,3}$`, 'iu')
const ENDS_WITH_VERB = endsWith(WROTE)
const ENDS_WITH_ANY_VERB = endsWith(`${WROTE}|${SENT}`)
/** An attribution ends with its only colon. Other colons stand in times and links. */
const COLON_WITHIN = /(?<!mailto)[:：](?![\s*_]*$|\d|\/\/)/iu
const SENTENCE_WITHIN = /\p{L}{4}[.!?]\s+\p{L}/u
const VERB = new RegExp(`(?:${WROTE})`, 'iu')

/** A cheap check first: every attribution has a digit or a mark of an address. */
export const mayHold = (text: string): boolean => /\d|[@<]/.test(text) && (/[:：]/.test(text) || TIME.test(text))

/** `goesOn`: more text stands behind it in the same line. */
export function isCertain(said: string, { goesOn }: { readonly goesOn: boolean }): boolean {
  if (!BEGINS.test(said) || !DATE_SOON.test(said) || COLON_WITHIN.test(said) || SENTENCE_WITHIN.test(said)) return false
  const dated = DATE.test(said) || YEAR.test(said)
  const timed = TIME.test(said) || (YEAR.test(said) && WEEKDAY.test(said))
  const verb = ENDS_WITH_VERB.test(said.trimEnd())
  const address = ADDRESS.exec(said)
  if (!address)
    return !goesOn && dated && timed && verb && isNameAlone(said) && hasCommaBeforeName(said) && isDatedByProgram(said)
  if (!dated || isTold(said.slice(0, address.index)) || isTold(said.slice(address.index + address[0].length))) return false
  // Round brackets without pointed ones prove a program only at the end of a line.
  return address[0].includes('<') || address[0].startsWith('[') ? timed || verb : verb && !goesOn
}

/** "On 10/03/2027 09:00, X wrote:" is a program's; "On 10 March 2027 at 9:00 DHL wrote:" is a person's. */
const hasCommaBeforeName = (said: string): boolean =>
  !SETS_COMMA.test(said) || /(?:\d|[\d ][AP]M|[SC][AH]|[)\]]) ?,\s*["“']?[^\d]{1,80}$/u.test(said)
/** Without an address: Vietnamese programs pad the digits ("10/03/2027 09:00"), people write "10/3/2027 lúc 9:00". */
const isDatedByProgram = (said: string): boolean =>
  !/vi[ếe]t[ *_]{0,3}[:：]?[ *_.]{0,3}$/iu.test(said) ||
  (/\d{2}:\d{2}/.test(said) && !/(?<!\d)\d[/.-]\d|\d[/.-]\d(?!\d)[/.-]/.test(said))
const SETS_COMMA = /(?:wrote|viết|viet)[ *_]{0,3}[:：]?[ *_.]{0,3}$/iu

/** `Trà Sen <cskh@…> đã viết vào Th 4, 10 thg 3, 2027 lúc 09:00:`, `X <…> 于2027年3月10日周三 09:00写道：`, `X <…> wrote:`. */
export function isNamedFirst(said: string): boolean {
  const address = ADDRESS.exec(said)
  if (!address || !/[:：][ *_]*$/.test(said)) return false
  const name = said.slice(0, address.index)
  const behind = said.slice(address.index + address[0].length)
  return (
    /^[^\d:：.!?]{0,60}$/.test(name.replace(/(?<=\b\p{L}{1,4})\./gu, '')) &&
    !isTold(name) &&
    behind.length <= 120 &&
    !COLON_WITHIN.test(behind) &&
    VERB.test(behind) &&
    isNameAlone(behind)
  )
}

/** The same without an address: a name with capitals, then the whole time. `Trà Sen đã viết vào lúc 09:00 ngày 10/03/2027:`. */
export const isNamedAndDated = (said: string): boolean => {
  const match = NAME_THEN_VERB.exec(said)
  return (
    match !== null &&
    DATE.test(match[1] ?? '') &&
    YEAR.test(said) &&
    TIME.test(match[1] ?? '') &&
    isNameAlone(said) &&
    !COLON_WITHIN.test(said)
  )
}
const NAME_THEN_VERB =
  /^[\s"“]{0,3}(?:\p{Lu}[\p{L}\p{M}.]{0,20}["”]? ){2,6}(?:wrote|đã viết|viết|schrieb|a écrit|написал(?:а|\(а\))?) ((?:on|at|vào|lúc|ngày|am|um|le|à) .{8,60})[:：][ *_]*$/u

/** Proof enough above quoted lines, and only there. */
export const isUncertain = (said: string): boolean =>
  BEGINS.test(said) && /\d|@/.test(said) && !isTold(said) && ENDS_WITH_ANY_VERB.test(said.trimEnd()) && /[:：][ *_]*$/.test(said)

/**
 * A person who reports another's mail ("ngày 10/3 lúc 9:30 tôi đã gửi mail cho shop (…): …") writes more than a date and a name. That tells the
 * person's sentence from a program's attribution.
 */

/** In small letters only: with a capital they are names (Minh, Shop Trà Sen). */
const TOLD =
  /(?<![\p{L}\p{M}])(?:your|my|our|his|her|their|they|she|he|we|you|me|us|who|staff|someone|somebody|because|but|and|told|called|emailed|mailed|replied|answered|promised|reply|letter|sent|said|wrote to|nhân viên|nhan vien|công ty|cong ty|cty|cửa hàng|quý|tôi|toi|mình|minh|tui|bạn|shop|shipper|bên|họ|các|mà|nhưng|vì|nên|có|co|thì|em|anh|chị|cô|chú|bác|khách|ai|người|một|không|khong|k|đã gửi|da gui|gửi|gởi|viết cho|viết trong|đã viết cho|nói|báo|bảo|hứa|trả lời|nhận|được|bị|cho|thư|rằng)(?![\p{L}\p{M}])|(?<!\p{L})I(?![\p{L}.])/u

/** How some programs name the writer of a quote, and their other words for "wrote". */
const OF_PROGRAMS =
  /(?<!\p{L})(?:(?:you|bạn) (?=(?:wrote|đã viết|viết)[\s*_]{0,3}[:：]?[\s*_]{0,3}$)|(?:sent|said|đã gửi)[\s*_]{0,3}[:：]?[\s*_]{0,3}$)/u

export const isTold = (text: string): boolean => TOLD.test(text.replace(OF_PROGRAMS, ' '))

/** The words between a date and a name, in the languages of programs; months and weekdays by their first letters. */
const OF_DATES =
  /^(?:on|at|in|by|from|vào|vao|ngày|ngay|lúc|luc|tháng|thang|thg|thứ|thu|th|năm|nam|giờ|gio|sáng|chiều|tối|le|à|am|um|uhr|el|las?|los|il|giorno|alle|ore|em|às|de|del|den|der|op|om|o|kl|pe|pada|g|r|г|в|от|st|nd|rd|th|am|pm|sa|ch|gmt|utc|via|và|of|van|von|da|di|dos|a|as|h|écrit|ha|has|đã|da|(?:jan|feb|fév|fev|mar|mär|mrt|apr|avr|abr|may|mai|mei|jun|juin|jul|juil|aug|août|aou|ago|sep|set|oct|okt|out|nov|dec|déc|dez|dic|ene|gen|mag|giu|lug|ott|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|mon|tue|wed|thu|fri|sat|sun|lun|mer|mié|mie|jeu|ven|vie|sam|sáb|sab|dim|dom|seg|ter|qua|qui|sex|mo|di|mi|do|fr|so|ma|wo|vr|za|zo|пн|вт|ср|чт|пт|сб|вс|пон|вто|сре|чет|пят|суб|вос)\p{Ll}{0,9})$/u
const OF_WRITING =
  /(?:wrote|writes|written|đã viết|da viet|viết|écrit|schrieb|escribi[óo]|scritto|escreveu|schreef|skrev|napisał(?:\(a\)|a)?|написал(?:\(а\)|а)?|пишет|пише|menulis)/giu

/** Only a date, a verb and words with capitals. */
export const isNameAlone = (text: string): boolean =>
  !isTold(text) &&
  text
    .replace(OF_PROGRAMS, ' ')
    .replace(/<[^<>]*>|\S+@\S+/g, ' ')
    .replace(OF_WRITING, ' ')
    .split(/[^\p{L}\p{M}]+/u)
    .every((word) => !/^\p{Ll}/u.test(word) || OF_DATES.test(word))

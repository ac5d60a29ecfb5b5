/**
 * What mail programs add below a person's words about themselves: "Sent from my iPhone", "Tải Outlook cho iOS". Such a line holds only the
 * program's words: "Sent from my phone, is much easier" and "Gửi qua Zalo cho mình nhé" are a person's sentences.
 */
import { isProse } from '#core/reply/prose.ts'

const MY = '(?:my |mein(?:em|er)? |mon |mi |meu |il mio |mijn |a |an )?'
const OF_MINE = '(?: (?:của|cua) (?:tôi|toi|mình|em|anh|chị))?'
const APP =
  '(?:Outlook|Yahoo!? ?Mail|Yahoo|Gmail|Google Mail|Mail|Windows Mail|Samsung (?:Email|Mail|Mobile)|Zalo Mail|Zoho Mail|Proton ?Mail|Tutanota|Tuta|Spark|Mailspring|TypeApp|BlueMail|Polymail|AOL(?: Mail)?|iCloud|myMail|Thunderbird|K-9 Mail|FairEmail|Aqua Mail|AquaMail|Nine|Airmail|Edison Mail|Superhuman|Shortwave|Newton|Canary|Roundcube(?: Webmail)?|Zimbra|HCL (?:Notes|Verse)|Workspace Email|Workspace ONE Boxer|Boxer|Email|E-mail|Thư|Mail\\.ru|Почты Mail\\.ru|мобильной Почты Mail\\.ru|Яндекс[. ]Почты|Яндекс\\.Почта)'
const DEVICE =
  '(?<brand>(?:(?!thiết|bị|điện|thoại|máy|của)[\\p{L}\\p{N}&-]{1,20},? ){0,2})(?:iPhone|iPad|iPod|iOS|Mac|Galaxy|Samsung|Android|Xiaomi|Redmi|POCO|OPPO|Vivo|Realme|Huawei|HONOR|Nokia|Xperia|Pixel|Motorola|BlackBerry|LG|HTC|Sony|Asus|Lenovo|OnePlus|Nothing|Windows(?: Phone)?|Bphone|Vsmart|smartphone|mobile(?: phone| device)?|phone|handset|tablet|device|thiết bị di động|thiết bị|điện thoại(?: di động| thông minh)?|máy tính bảng|máy tính|di động|dien thoai)'
const PLATFORM =
  '(?: (?:for|on|cho|dành cho|trên|für|pour|para|dla|per|su|sur|для|from) (?:the )?(?:iOS|iPhone|iPad|Android|Windows(?: 1[01])?|Mac|macOS|mobile|desktop|web|điện thoại|di động|máy tính)){0,2}'
const EXTRA = '(?: (?:secure email|encrypted email|mobile app|app|wireless handheld|smartphone|phone|điện thoại))?'
const LINK = '(?: ?[<([]?(?:https?:\\/\\/|www\\.)[^\\s<>]{1,300}[>)\\]]?)?'
const WHAT = `(?:${APP}|${DEVICE})`
const END = `${LINK}[.!]?$`

const FORMS: readonly RegExp[] = [
  `(?:sent|written|composed) (?:from|via|with|using|by|on) ${MY}(?:the )?(?:new )?(?<what>${WHAT})${PLATFORM}${EXTRA}(?: device)?(?: (?:with|using|via) (?:the )?${APP}(?: app)?)?(?<rest>[^<>\\n]{0,60}?)(?:[.,] Get the app)?${END}`,
  `(?:(?:đã |da )?(?:được |duoc )?(?:gửi|gui)) (?:từ|bằng|qua|với|trên|tu|bang) (?<what>${WHAT})${PLATFORM}${OF_MINE}(?<rest>[^<>\\n]{0,40}?)${OF_MINE}${END}`,
  `(?:get|download|try|tải(?: xuống| về)?|nhận|lấy|obtenir|télécharger|obtener|descargar|holen sie sich|laden sie|scarica|baixar) ${APP}${PLATFORM.replace('{0,2}', '{1,2}')}${END}`,
  `(?:envoyé|envoyée?) (?:de|depuis|à partir de|avec) ${MY}${WHAT}${PLATFORM}${END}`,
  `(?:enviado|enviada|inviato|verzonden|verstuurd|sendt|skickat) (?:desde|do|da|dal|con|vanaf|van|fra|från|via) ${MY}${WHAT}${PLATFORM}${END}`,
  `von ${MY}${WHAT} (?:gesendet|aus gesendet)${END}`,
  `(?:diese nachricht wurde )?(?:gesendet|verschickt) (?:von|mit|über) ${MY}${WHAT}${PLATFORM}(?: gesendet)?${END}`,
  `отправлено (?:с|из|через) (?:мобильного устройства|моего )?(?:${WHAT})?${PLATFORM}${END}`,
  `(?:发自我的|從我的|从我的|发自) ?${WHAT}(?:发送|傳送)?${END}`,
  `(?:私の)?${WHAT}から送信${END}`,
  `(?:나의|내) ?${WHAT}에서 보[냄낸]${END}`,
  `(?:yahoo mail|zoho mail|zalo mail|mail\\.ru|aol mail|gmail)(?::| for| on| trên| cho| dành cho) [^\\n.?]{1,60}${END}`,
].map((source) => new RegExp(`^${source}`, 'iu'))

/** "Sent from my iPhone. Please excuse typos" is still text that the program adds. */
const EXCUSED = /[\s,.;–-]+(?:please |pls )?(?:excuse|forgive|pardon|ignore)(?: any| the| my)?(?: [\p{L}/]+){1,5}\.?$/iu
const SHORTEST = 8
const LONGEST = 160

/** The place of a picture. */
const PICTURE = /^\[(?:cid:|image:|inline image|hình ảnh:)[^\]]{0,120}\]$/i

/** Stands below the small picture that is the whole content of such a mail. */
const REACTION =
  /^(?:\S{1,80}@\S{1,80}|\p{Lu}[\p{L}\p{M}.'’-]*(?: \(?\p{Lu}[\p{L}\p{M}.'’-]*\)?){0,6}) (?:reacted via|đã (?:bày tỏ|thể hiện|thả) cảm xúc (?:qua|bằng|trên|trong)|đã phản ứng (?:qua|trong)) Gmail\.?$/u

/** A whole line that a program wrote. */
export function isProgramLine(line: string): boolean {
  const said = line.trim().replace(/^[*_"“]{1,2}|[*_"”]{1,2}$/g, '')
  if (said.length < SHORTEST || said.length > LONGEST) return false
  if (PICTURE.test(said) || REACTION.test(said)) return true
  const short = said.replace(EXCUSED, '').replace(/<https?:[^<>\s]{1,120}>(?= )/, '')
  return FORMS.some((form) => {
    const match = form.exec(short)
    const rest = match?.groups?.rest ?? ''
    return match !== null && isModel(rest) && isNamed(match.groups?.brand ?? '')
  })
}

/** Only the model may follow a device: "Galaxy S23 Ultra 5G", "điện thoại Xiaomi". */
const isModel = (rest: string): boolean =>
  rest.trim() === '' || (/^[\s\p{L}\p{N}()+./&-]+$/u.test(rest) && !isProse(rest) && isNamed(rest))
const isNamed = (rest: string): boolean =>
  rest
    .trim()
    .split(/[\s,]+/)
    .every((word) => word === '' || /^[^\p{Ll}]/u.test(word) || /^(?:smartphone|phone|của|using|mobile)$/iu.test(word))

const GLUED_START =
  /(?:Sent (?:from|via|with)|Đã gửi từ|Được gửi từ|Đã được gửi|Gửi từ|Get |Tải |Envoyé |Enviado |Gesendet |Von mein|Отправлено |发自|나의 |내 )/gu

/** Glued to the last letter of an answer. */
export const withoutGluedEnd = (text: string): string => {
  const without = withoutGluedProgramWords(text)
  return without === text || /\s$/.test(text.slice(0, without.length + 1)) ? text : without
}

/** For text that lost its line ends: without what the program added at its end. `Cảm ơn shop.Sent from my Galaxy`. */
export function withoutGluedProgramWords(text: string): string {
  const end = text.trimEnd()
  for (const { index } of [...end.slice(-LONGEST).matchAll(GLUED_START)].reverse()) {
    const at = Math.max(0, end.length - LONGEST) + index
    if (isProgramLine(end.slice(at))) return end.slice(0, at).trimEnd()
  }
  return text
}

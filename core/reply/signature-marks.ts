/**
 * What stands under people's words without being theirs: signatures, the adverts of mail programs, legal footers.
 * A name under "Trân trọng" stays, for they wrote it; the block with telephone and address that programs add does not.
 */

/** Lines of this table are dropped wherever they stand. */
const PROGRAM_LINES: readonly RegExp[] = [
  /^(sent|đã gửi|đã được gửi|được gửi|gửi|da gui|duoc gui|gui|enviado|envoyé|gesendet|verzonden|wysłane)\s+(from|via|with|using|by|từ|bằng|qua|tu|bang|desde|de|mit|vanaf|von)(?=\s).{0,100}(iphone|ipad|ios|android|galaxy|samsung|outlook|yahoo|gmail|e?mail\b|zalo|huawei|oppo|xiaomi|redmi|vivo|realme|nokia|blackberry|mobile|phone|điện thoại|dien thoai|di động|thiết bị|tablet|máy tính|proton|windows|\bmy\b|của tôi|cua toi)/i,
  /^(get|tải|tải về|lấy|nhận|download)\s+outlook\b/i,
  /^(yahoo mail|mail\.ru|zoho mail|zalo mail)(:| for| on| trên| cho| dành cho)/i,
  /^sent from (mail|my)\b/i,
]

/** From such a line on, nothing up to the next quote is theirs. */
const FOOTERS: readonly RegExp[] = [
  /^-- ?$/,
  /^(this|the information (contained )?in this) (e-?mail|message)\b.{0,80}(confidential|intended|privileged|attachments?|contain)/i,
  /^(confidentiality (notice|note)|legal (notice|disclaimer)|disclaimer|tuyên bố miễn trừ|lưu ý bảo mật|thông báo bảo mật)\b/i,
  /^(email|e-mail|thư điện tử|thư|thông điệp|nội dung email) này\b.{0,80}(bảo mật|tệp đính kèm|bí mật|mật|dành riêng)/i,
  /^(virus-free|không có vi-?rút|this email has been checked for viruses|email này đã được kiểm tra)/i,
  /^(please consider the environment|hãy (nghĩ|cân nhắc|vì).{0,60}môi trường)/i,
]

/** A word of farewell on a line of its own. */
const FAREWELL =
  /^(trân trọng|trân trọng cảm ơn|thân mến|thân ái|thân|kính thư|kính|kính chào|tran trong|than men|(best|kind|warm|many thanks and|thanks and|thanks &) regards|regards|best|best wishes|sincerely|yours (sincerely|faithfully|truly)|cheers|br|rgds|many thanks|thanks|thank you|cảm ơn|xin cảm ơn|cam on)[\s,.!]*$/i
const CONTACT =
  /\d[\d .()-]{6,}\d|@|https?:|www\.|^(tel|phone|mobile|cell|hotline|đt|sđt|điện thoại|địa chỉ|add|address|fax|zalo)(?!\p{L})|\s\|\s/iu
/** More than this under a farewell is a letter that goes on. */
const LONGEST_BLOCK = 10

/** Lines between two quotes, without what is not theirs. */
export function withoutSignature(lines: readonly string[]): readonly string[] {
  const own: string[] = []
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim()
    if (line.length > 0 && line.length <= 400) {
      if (FOOTERS.some((footer) => footer.test(line)) || isFarewellBlock(lines, at)) break
      if (PROGRAM_LINES.some((mark) => mark.test(line))) continue
      if (/^[<(]https?:\/\/[^\s]{1,300}[>)]$/.test(line) && isProgramLine(lines[at - 1])) continue
    }
    own.push(raw)
  }
  return own
}

const isProgramLine = (line: string | undefined) => line !== undefined && PROGRAM_LINES.some((mark) => mark.test(line.trim()))

function isFarewellBlock(lines: readonly string[], at: number): boolean {
  if (!FAREWELL.test((lines[at] ?? '').trim())) return false
  const below = lines.slice(at + 1, at + 40).filter((line) => line.trim() !== '')
  if (below.length === 0 || below.length > LONGEST_BLOCK || lines.length - at > 40) return false
  return below.every((line) => line.length <= 120) && below.some((line) => CONTACT.test(line.trim()))
}

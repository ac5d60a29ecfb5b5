/**
 * Texts whose charset was named wrongly or is known to no browser. Old Vietnamese mail says VISCII or TCVN3, and some programs call UTF-8
 * "iso-8859-1" or "us-ascii". All of these arrive decoded as windows-1252, byte by byte, and can be decoded again.
 */

/** Bytes 0x80-0xFF of VISCII 1.1 (RFC 1456). */
const VISCII =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ'
/** Six capitals in the range where other charsets have control characters. */
const VISCII_LOW: Readonly<Record<number, string>> = { 2: 'Ẳ', 5: 'Ẵ', 6: 'Ẫ', 20: 'Ỷ', 25: 'Ỹ', 30: 'Ỵ' }
/** Bytes 0x80-0xFF of TCVN 5712, of which TCVN3 ("ABC") is the upper part. */
const TCVN =
  'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00A0ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ'

const WINDOWS_1252 = new TextDecoder('windows-1252')
const BYTE_OF: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((letter, byte) => [letter, byte]),
)

const LABEL = /charset\s{0,5}=\s{0,5}["']?(?:x-|cs)?(viscii|tcvn|viet-tcvn|abc)/i

/** The charset that a raw mail's head names and no browser knows, if any. */
export function oldVietnameseCharset(mail: Uint8Array): 'viscii' | 'tcvn' | null {
  const name = LABEL.exec(WINDOWS_1252.decode(mail.subarray(0, 64 * 1024)))?.[1]?.toLowerCase()
  if (name === undefined) return null
  return name === 'viscii' ? 'viscii' : 'tcvn'
}

/** The text correctly decoded; unchanged when no mistake is found. */
export function inTrueLetters(text: string, old: 'viscii' | 'tcvn' | null): string {
  if (old !== null) return inOldLetters(text, old)
  return /[\u00C2-\u00F4][\u0080-\u00BF\u0152-\u2122]/.test(text) ? (utf8ReadAsLatin(text) ?? text) : text
}

function inOldLetters(text: string, charset: 'viscii' | 'tcvn'): string {
  const upper = [...(charset === 'viscii' ? VISCII : TCVN)]
  const letters = [...text].map((letter) => {
    const byte = BYTE_OF.get(letter)
    if (byte === undefined) return letter
    if (byte >= 0x80) return upper[byte - 0x80] ?? letter
    return charset === 'viscii' ? (VISCII_LOW[byte] ?? letter) : letter
  })
  return letters.join('').normalize('NFC')
}

/** `Nguyá»…n` is `Nguyễn`: every letter is one byte, and the bytes are valid UTF-8, which no other text is by chance. */
function utf8ReadAsLatin(text: string): string | null {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const byte = BYTE_OF.get(text[at] ?? '')
    if (byte === undefined) return null
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

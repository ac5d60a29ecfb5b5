/**
 * A display name in the form that a mail header permits: ASCII only. RFC 2047: words of at most 75 characters, none of them cutting a character in
 * two; readers join adjacent words without the space between them.
 */

/**
 * `"Name" <address>`; a name beyond ASCII as encoded words, no name as the bare address. Line breaks and control characters are
 * dropped.
 */
export function namedAddress({ name, address }: { readonly name: string; readonly address: string }): string {
  const clean = name
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  if (clean === '') return address
  const isAscii = /^[\x20-\x7e]*$/.test(clean)
  return `${isAscii ? `"${clean.replace(/["\\]/g, '\\$&')}"` : encodedWords(clean)} <${address}>`
}

const START = '=?UTF-8?B?'
const END = '?='
/** Of 75 characters 12 are the frame; base 64 turns each 3 bytes into 4 characters: 15 fours fit. */
const BYTES_PER_WORD = Math.floor((75 - START.length - END.length) / 4) * 3

function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > BYTES_PER_WORD) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((part) => `${START}${Buffer.from(part).toString('base64')}${END}`).join(' ')
}

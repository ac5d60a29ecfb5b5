/** Bytes as letters and digits that survive being read aloud, typed, and changed in case. */

/** Crockford's base 32: no I, L, O or U, which could be misread or form words. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Lower case, five bits a character, the last one filled up with zeros. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(held >>> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  if (bits > 0) text += ALPHABET[(held << (5 - bits)) & 31]
  return text.toLowerCase()
}

/** The bytes of such a text in either case; undefined for any other text, and for a second spelling of the same bytes. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text) {
    const value = VALUES.get(letter)
    if (value === undefined) return undefined
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >>> bits) & 255)
    }
    held &= (1 << bits) - 1
  }
  return bits < 5 && held === 0 ? Uint8Array.from(bytes) : undefined
}

const VALUES: ReadonlyMap<string, number> = new Map(
  [...ALPHABET].flatMap((letter, value) => [[letter, value] as const, [letter.toLowerCase(), value] as const]),
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedAddress } from '#adapters/ses/encoded-words.ts'
import { decodeTag, encodeTag } from '#adapters/ses/tags.ts'

const ADDRESS = 'care@example.com'

/** What a mail reader makes of encoded words (RFC 2047, section 6.2). */
const read = (words: string) =>
  words
    .split(' ')
    .map((word) => {
      const [, text = ''] = /^=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=$/.exec(word) ?? []
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'))
    })
    .join('')

test.each([
  ['Tham Hoi', '"Tham Hoi" <care@example.com>'],
  ['O "Brien" \\ Co', '"O \\"Brien\\" \\\\ Co" <care@example.com>'],
  ['Care, the <team>', '"Care, the <team>" <care@example.com>'],
  ['', 'care@example.com'],
  [' \r\n', 'care@example.com'],
  ['Care\r\nBcc: all@example.com', '"Care Bcc: all@example.com" <care@example.com>'],
  ['Thăm Hỏi', '=?UTF-8?B?VGjEg20gSOG7j2k=?= <care@example.com>'],
])('%j is written %s', (name, written) => {
  expect(namedAddress({ name, address: ADDRESS })).toBe(written)
})

test('any name is read back as it was, in words of at most 75 ASCII characters that cut no character', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  fc.assert(
    fc.property(name, (text) => {
      const clean = text
        .normalize('NFC')
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
      fc.pre(/[^\x20-\x7e]/.test(clean))
      const written = namedAddress({ name: text, address: ADDRESS })
      expect(written.endsWith(` <${ADDRESS}>`)).toBe(true)
      const words = written.slice(0, -` <${ADDRESS}>`.length)
      for (const word of words.split(' ')) {
        expect(word.length).toBeLessThanOrEqual(75)
        expect(word).toMatch(/^[\x21-\x7e]+$/)
      }
      expect(read(words)).toBe(clean)
    }),
  )
})

test('tags hold any id in the letters that SES allows, and come back as they were', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 64 }), (id) => {
      expect(encodeTag(id)).toMatch(/^[A-Za-z0-9_-]{1,256}$/)
      expect(decodeTag(encodeTag(id))).toBe(id)
    }),
  )
})

test.each([[''], ['a'], ['YQ=='], ['YR'], ['not a tag'], ['_____w']])('%j is no tag of ours', (value) => {
  expect(decodeTag(value)).toBeUndefined()
})

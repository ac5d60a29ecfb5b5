import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headerSafe } from '#web/rendering/header-safe.ts'

test.each([
  ['plain words', 'Chuc mung nam moi', 'Chuc mung nam moi', false],
  ['composed Vietnamese', 'Nguyễn Thị Đặng Thúy', 'Nguyễn Thị Đặng Thúy', false],
  ['decomposed letters are composed, which takes nothing away', 'Thúy'.normalize('NFD'), 'Thúy', false],
  ['a smuggled header', 'An\r\nBcc: victim@example.com', 'An Bcc: victim@example.com', true],
  ['a lone line feed', 'An\nBình', 'An Bình', true],
  ['a tab and a bell', 'An\t\u0007Bình', 'An Bình', true],
  ['a C1 control', 'An\u0085Bình', 'An Bình', true],
  ['a line separator', 'An\u2028Bình', 'An Bình', true],
  ['marks that turn the reading direction', 'An\u202egnp.exe', 'An gnp.exe', true],
  ['blanks around and doubled', '  An   Bình ', 'An Bình', false],
  ['nothing', '', '', false],
  ['half of a surrogate pair', 'An\ud83d', 'An\ufffd', false],
])('%s', (_, text, safe, stripped) => {
  expect(headerSafe(text)).toEqual({ text: safe, stripped })
})

test('whatever comes in, what goes out is one line of NFC and stays as it is when asked again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const safe = headerSafe(text).text
      expect(safe).not.toMatch(/\p{Cc}/u)
      expect(safe.normalize('NFC')).toBe(safe)
      expect(headerSafe(safe)).toEqual({ text: safe, stripped: false })
    }),
  )
})

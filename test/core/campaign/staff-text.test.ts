import { describe, expect, test } from 'vitest'
import { staffText, tooLong } from '#core/campaign/staff-text.ts'

test.each([
  [{ because: 'ố'.repeat(500), by: 'x'.repeat(100), note: 'x'.repeat(2_000) }, undefined],
  [{}, undefined],
  [{ because: 'x'.repeat(501) }, { refused: 'too-long', what: 'because', limit: 500, length: 501 }],
  [{ because: 'x'.repeat(10_240) }, { refused: 'too-long', what: 'because', limit: 500, length: 10_240 }],
  [
    { by: 'x'.repeat(101), because: 'x'.repeat(501) },
    { refused: 'too-long', what: 'by', limit: 100, length: 101 },
  ],
  [{ note: 'x'.repeat(2_001) }, { refused: 'too-long', what: 'note', limit: 2_000, length: 2_001 }],
])('what is too long is named with its limit: %#', (text, expected) => {
  expect(tooLong(text)).toEqual(expected)
})

describe('what a person wrote is kept', () => {
  test.each([
    ['a text as it is', 'Khách gọi lại, đã xong.', 'Khách gọi lại, đã xong.'],
    ['without blanks around it', '  đã xong \n', 'đã xong'],
    ['in one spelling', 'đa\u0303 xong', 'đã xong'],
    ['with its lines', 'một\r\nhai', 'một\nhai'],
    ['with signs alone', '9/10 !', '9/10 !'],
    ['with a picture', '👍', '👍'],
    ['without what turns the text around it', '\u202Eevil\u202C', 'evil'],
    ['without controls', 'a\u0000b\u0007', 'ab'],
  ])('%s', (_, written, kept) => expect(staffText(written)).toBe(kept))

  test.each(['', ' ', '\u200B', '\u0000', '\u2060\uFEFF', '\u3164', '\u2800', '\u202E', '\n\t'])('as nothing: %j', (written) =>
    expect(staffText(written)).toBe(''),
  )
})

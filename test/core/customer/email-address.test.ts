import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEmailAddress } from '#core/customer/email-address.ts'

test.each([
  ['lan@example.com', 'lan@example.com'],
  ['  Lan.Pham+tea@Example.COM ', 'Lan.Pham+tea@example.com'],
  ["o'brien@example.org", "o'brien@example.org"],
  ['lan@trà.example.com', 'lan@xn--tr-kia.example.com'],
  ['lan@mail.EXAMPLE.com.vn', 'lan@mail.example.com.vn'],
])('%s is the address %s', (cell, address) => {
  expect(readEmailAddress(cell)).toEqual({ value: address })
})

test.each([['lan@example.com\r\n'], ['lan@exam\r\nple.com'], ['\u200Blan@example.com']])(
  'line breaks and invisible characters (%j) are taken out and reported',
  (cell) => {
    expect(readEmailAddress(cell)).toEqual({ value: 'lan@example.com', note: expect.stringContaining('taken out') })
  },
)

test('a header smuggled in behind a line break is no address', () => {
  expect(readEmailAddress('lan@example.com\r\nBcc: all@example.com')).toEqual({ expected: 'one address only, with one @' })
})

test.each([
  ['lan', 'an address such as'],
  ['lan@', 'a domain'],
  ['@example.com', 'before the @'],
  ['lan@example', 'a domain such as'],
  ['lan@127.0.0.1', 'a domain such as'],
  ['lan@exa mple.com', 'a domain'],
  ['lan@-example.com', 'a domain'],
  ['lan@example..com', 'a domain'],
  ['lan@example.com/x', 'a domain'],
  ['lân@example.com', 'without marks'],
  ['lan pham@example.com', 'no blank'],
  ['.lan@example.com', 'no dot at either end'],
  ['lan..p@example.com', 'dot'],
  [`${'a'.repeat(65)}@example.com`, 'before the @'],
  ['Lan <lan@example.com>', 'the address alone: lan@example.com'],
  ['lan@example.com; nam@example.com', 'one address only'],
])('%s is refused, asking for %s', (cell, expected) => {
  expect(readEmailAddress(cell)).toEqual({ expected: expect.stringContaining(expected) })
})

test.each([
  ['lan@gmial.com', 'gmail.com'],
  ['lan@gmail.con', 'gmail.com'],
  ['lan@yaho.com', 'yahoo.com'],
  ['lan@example.con', 'example.com'],
])('%s is kept, with the question whether %s was meant', (cell, meant) => {
  expect(readEmailAddress(cell)).toEqual({ value: cell, note: `is ${meant} meant?` })
})

test('yahoo.com.vn is no slip of the finger', () => {
  expect(readEmailAddress('lan@yahoo.com.vn')).toEqual({ value: 'lan@yahoo.com.vn' })
})

test('whatever is accepted is printable ASCII on one line, and accepted again unchanged', () => {
  const odd = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.domain()).map(([local, domain]) => `${local}a@${domain}`)
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), odd, fc.string()), (cell) => {
      const read = readEmailAddress(cell)
      if ('expected' in read) return
      expect(read.value).toMatch(/^[\x21-\x7E]+$/)
      expect(readEmailAddress(read.value)).toMatchObject({ value: read.value })
    }),
  )
})

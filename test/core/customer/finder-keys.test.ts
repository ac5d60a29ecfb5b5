import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finderKeys, searchedName } from '#core/customer/finder-keys.ts'
import { aCustomer } from '#test/support/builders.ts'

const keysOf = (fullName: string, over: Parameters<typeof aCustomer>[0] = {}) => {
  const { givenName, fullName: full } = finderKeys(aCustomer({ fullName, familyName: null, givenName: null, ...over }))
  return [givenName, full]
}

test.each([
  ['Đặng Thùy Dương', 'duong dang thuy duong', 'dang thuy duong'],
  ['Nguyễn Thị Ánh', 'anh nguyen thi anh', 'nguyen thi anh'],
  ['  NGUYỄN   THỊ ÁNH ', 'anh nguyen thi anh', 'nguyen thi anh'],
  ['Nguyễn Thị Ánh'.normalize('NFD'), 'anh nguyen thi anh', 'nguyen thi anh'],
  ['Ðặng Ɖức Ý', 'y dang duc y', 'dang duc y'],
  ['Lan', 'lan', null],
  ['An Văn An', 'an van an', null],
  ['Hoàng Phủ Ngọc Tường', 'tuong hoang phu ngoc tuong', 'hoang phu ngoc tuong'],
  ['H’Hen Niê', 'nie hhen nie', 'hhen nie'],
  ['🌸', null, null],
])('a Vietnamese %s is called by the last word', (fullName, given, full) => {
  expect(keysOf(fullName)).toEqual([given, full])
})

test.each([
  ['John Smith', {}, 'john smith', null],
  ['Mary Jane Watson', { givenName: 'Mary Jane' }, 'mary jane watson', null],
  ["Sinéad O'Connor", {}, 'sinead oconnor', null],
  ['Müller', {}, 'muller', null],
  ['J. R. Tolkien', { givenName: 'Ronald' }, 'ronald j r tolkien', 'j r tolkien'],
])('abroad %s is found as it is written, which begins with the given name', (fullName, over, given, full) => {
  expect(keysOf(fullName, { nameOrder: 'given-first', locale: 'en', country: 'GB', ...over })).toEqual([given, full])
})

test('of a given name of two syllables the last word counts, as it does in a greeting', () => {
  expect(keysOf('Nguyễn Ngọc Trường Sơn', { givenName: 'Trường Sơn' })).toEqual([
    'son nguyen ngoc truong son',
    'nguyen ngoc truong son',
  ])
})

test('a customer without a name is called by their id, which is no name to search', () => {
  expect(finderKeys(aCustomer({ customerId: 'cdnow-00004', fullName: 'cdnow-00004', phone: '+84912345678' }))).toEqual({
    givenName: null,
    fullName: null,
    phone: '+84912345678',
  })
})

test('whatever a name holds, keys are letters, digits and single blanks, are short enough, and stay the same when folded again', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }))
  fc.assert(
    fc.property(text, (name) => {
      const key = searchedName(name)
      expect(key).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u)
      expect(Buffer.byteLength(`${key}#${'x'.repeat(64)}`)).toBeLessThan(1_024)
      expect(searchedName(key)).toBe(key)
    }),
  )
})

test('every name is found by each of its beginnings, from the whole or from the given name', () => {
  const word = fc.constantFrom('Nguyễn', 'Đặng', 'Thị', 'Ánh', 'Ý', 'Như', "H'Hen", 'Nguyên')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(), (words, length) => {
      const [given, full] = keysOf(words.join(' '))
      const typed = searchedName(words.join(' ').slice(0, 1 + length))
      expect([given, full].some((key) => key?.startsWith(typed))).toBe(true)
      expect(given?.startsWith(searchedName(words.at(-1) ?? ''))).toBe(true)
    }),
  )
})

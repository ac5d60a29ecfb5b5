import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idInNameOrderPlace, nameOrderPlace } from '#core/customer/name-order.ts'
import { aCustomer } from '#test/support/builders.ts'

const placeOf = (fullName: string, over: Parameters<typeof aCustomer>[0] = {}) =>
  nameOrderPlace(aCustomer({ customerId: 'KH1', fullName, familyName: null, givenName: null, ...over }))

test.each([
  ['Nguyễn Thị Lan', 'lan !nguyen thi lan #KH1'],
  // Found by the whole name alone, and all the same behind every other name of a Lan before it.
  ['Lan Thị Lan', 'lan !lan thi lan #KH1'],
  ['Đỗ Đức Đạt', 'dat !do duc dat #KH1'],
  ['Ý', 'y !y #KH1'],
  ['KH1', '\u{10FFFF} #KH1'],
  ['🌸', '\u{10FFFF} #KH1'],
])('%s stands at "%s"', (fullName, place) => {
  expect(placeOf(fullName)).toBe(place)
})

test('of two given names of which one begins the other, all of the shorter come first', () => {
  const names = ['Nguyễn Văn Ân', 'Trần An', 'Lê Bình An', 'Vũ Anh', 'Bùi Ánh']
  const abroad = ['Anna Svensson', 'Anna Maria Rossi'].map((fullName) =>
    placeOf(fullName, { nameOrder: 'given-first', givenName: fullName.split(' ').slice(0, -1).join(' ') }),
  )
  const places = [...names.map((name) => placeOf(name)), ...abroad]
  expect(places.toSorted()).toEqual(
    ['Lê Bình An', 'Nguyễn Văn Ân', 'Trần An', 'Bùi Ánh', 'Vũ Anh'].map((name) => placeOf(name)).concat(abroad),
  )
})

test('whatever a name holds, its place is short enough and is read back', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }))
  const id = 'x'.repeat(64)
  fc.assert(
    fc.property(text, (name) => {
      const place = placeOf(name, { customerId: id })
      expect(Buffer.byteLength(place)).toBeLessThan(1_024)
      expect(idInNameOrderPlace(place)).toBe(id)
    }),
  )
})

test.each([
  '',
  'KH1',
  'lan',
  'lan !nguyen',
  'lan !nguyen #',
  'lan !a !b #KH1',
  'lan #KH1 #KH2',
  '<b> #KH1',
  `${'n'.repeat(201)} #KH1`,
  `lan !${'n'.repeat(200)} #KH1`,
])('%j is no place', (text) => {
  expect(idInNameOrderPlace(text)).toBeUndefined()
})

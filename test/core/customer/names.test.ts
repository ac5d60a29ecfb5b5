import { describe, expect, test } from 'vitest'
import { readName, splitName, usualNameOrder } from '#core/customer/names.ts'
import { folded, foldedWords, isGarbled } from '#core/customer/written-text.ts'

describe('readName', () => {
  test.each([
    ['Nguyễn Thị Đặng Thúy'.normalize('NFD'), 'Nguyễn Thị Đặng Thúy'],
    ['  Nguyễn   Văn\u00A0An ', 'Nguyễn Văn An'],
    ['NGUYỄN THỊ ÁNH', 'Nguyễn Thị Ánh'],
    ['nguyễn thị ánh', 'Nguyễn Thị Ánh'],
    ['Ðặng Văn Đức', 'Đặng Văn Đức'],
    ["SEAN O'BRIEN-NGUYEN", "Sean O'Brien-Nguyen"],
    ['Ronald McDonald', 'Ronald McDonald'],
    ['Anh Anh', 'Anh Anh'],
    ['Lan\r\nHương', 'Lan Hương'],
  ])('%j becomes %s', (cell, name) => {
    expect(readName(cell)).toEqual({ value: name })
  })

  test.each([
    ['Nguyá»…n An'],
    ['Nguy?n An'],
    ['Nguy\uFFFDn'],
    ['12345'],
    ['lan@example.com'],
    ['Visit http://x.example'],
    ['<b>An</b>'],
    ['a'.repeat(101)],
  ])('%s is no name', (cell) => {
    expect(readName(cell)).toEqual({ expected: expect.stringContaining('name') })
  })
})

test.each([
  ['Nguyễn Hồng Ngữ', 'family-first', 'Nguyễn', 'Ngữ'],
  ['Lê An', 'family-first', 'Lê', 'An'],
  ['An', 'family-first', null, 'An'],
  ['Emily Jane Carter', 'given-first', 'Carter', 'Emily'],
] as const)('%s (%s) splits into family name %s and given name %s', (fullName, nameOrder, familyName, givenName) => {
  expect(splitName({ fullName, nameOrder })).toEqual({ familyName, givenName })
})

test('the family name comes first in Vietnam, and for those abroad who read Vietnamese', () => {
  expect(usualNameOrder({ country: 'VN', locale: 'en' })).toBe('family-first')
  expect(usualNameOrder({ country: 'AU', locale: 'vi' })).toBe('family-first')
  expect(usualNameOrder({ country: 'AU', locale: 'en' })).toBe('given-first')
})

test('names that look or sound alike fold to one: NFD, look-alikes of Đ, both places of the tone', () => {
  expect(new Set(['Đặng Thị Mỹ Dạ', 'Ðặng Thị Mỹ Dạ', 'ĐẶNG THỊ MỸ DẠ'.normalize('NFD')].map(folded))).toEqual(
    new Set(['dang thi my da']),
  )
  expect(folded('hoà')).toBe(folded('hòa'))
})

test('headings fold whatever their writing', () => {
  expect(['customer_id', 'customerId', 'Customer ID', ' CUSTOMER-ID '].map(foldedWords)).toEqual(Array(4).fill('customer id'))
  expect(foldedWords('Mã khách hàng *')).toBe('ma khach hang')
})

test('sound Vietnamese is never taken for damaged text', () => {
  for (const name of ['Nguyễn Thị Ánh Nguyệt', 'LÃ THỊ HÀ', 'Phạm Ư Ỷ Ẽ', 'Ngô Ái Ân']) expect(isGarbled(name)).toBe(false)
})

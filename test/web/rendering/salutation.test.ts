import { expect, test } from 'vitest'
import { HONORIFICS } from '#core/customer/customer.ts'
import { type Addressee, salutationOf } from '#web/rendering/salutation.ts'
import { HONORIFIC_WORDS } from '#web/words/honorifics.ts'

const anAddressee = (over: Partial<Addressee> = {}): Addressee => ({
  fullName: 'Nguyễn Tiến Dũng',
  givenName: 'Dũng',
  addressName: 'Dũng',
  honorific: 'anh',
  gender: null,
  ...over,
})

test.each([
  ['anh', 'anh', 'Anh'],
  ['chi', 'chị', 'Chị'],
  ['ong', 'ông', 'Ông'],
  ['ba', 'bà', 'Bà'],
  ['co', 'cô', 'Cô'],
  ['chu', 'chú', 'Chú'],
  ['bac', 'bác', 'Bác'],
  ['em', 'em', 'Em'],
  ['thay', 'thầy', 'Thầy'],
] as const)('%s is written with its marks, and with a capital where a sentence begins', (honorific, inside, atStart) => {
  expect(salutationOf({ customer: anAddressee({ honorific }), locale: 'vi' })).toEqual({
    fullName: 'Nguyễn Tiến Dũng',
    addressName: 'Dũng',
    honorific: inside,
    Honorific: atStart,
    greetingName: `${atStart} Dũng`,
    nameInSentence: `${inside} Dũng`,
  })
})

test('staff choose among the very words that letters write', () => {
  const { none: _, ...offered } = HONORIFIC_WORDS.en
  const written = Object.fromEntries(
    HONORIFICS.filter((honorific) => honorific !== 'none').map((honorific) => [
      honorific,
      salutationOf({ customer: anAddressee({ honorific }), locale: 'vi' }).honorific,
    ]),
  )
  expect(written).toEqual(offered)
})

test.each([
  ['whose gender is unknown is anh/chị', null, 'anh/chị', 'Anh/Chị Dũng'],
  ['who is a woman is chị', 'female', 'chị', 'Chị Dũng'],
  ['who is a man is anh', 'male', 'anh', 'Anh Dũng'],
] as const)('a customer without an honorific %s', (_, gender, honorific, greetingName) => {
  const salutation = salutationOf({ customer: anAddressee({ honorific: 'none', gender }), locale: 'vi' })
  expect(salutation).toMatchObject({ honorific, greetingName })
})

test.each([null, '', '  '])('without a given name (%j) everybody is Quý khách, honorific or not', (name) => {
  const customer = anAddressee({ addressName: name, givenName: name, fullName: 'Nguyễn' })
  expect(salutationOf({ customer, locale: 'vi' })).toMatchObject({
    honorific: 'quý khách',
    Honorific: 'Quý khách',
    greetingName: 'Quý khách',
  })
})

test('quy-khach goes with the full name, never with the given name alone', () => {
  const customer = anAddressee({ honorific: 'quy-khach' })
  expect(salutationOf({ customer, locale: 'vi' }).greetingName).toBe('Quý khách Nguyễn Tiến Dũng')
})

test('the edited address name wins over the guessed given name, which stands in when there is none', () => {
  const edited = anAddressee({ givenName: 'Sơn', addressName: 'Trường Sơn' })
  expect(salutationOf({ customer: edited, locale: 'vi' }).greetingName).toBe('Anh Trường Sơn')
  expect(salutationOf({ customer: anAddressee({ addressName: null }), locale: 'vi' }).greetingName).toBe('Anh Dũng')
})

test.each([
  ['vi', { honorific: 'anh' }, 'anh Dũng'],
  ['vi', { honorific: 'none', gender: 'female' }, 'chị Dũng'],
  ['vi', { honorific: 'none' }, 'anh/chị Dũng'],
  ['vi', { honorific: 'quy-khach' }, 'quý khách Nguyễn Tiến Dũng'],
  ['vi', { addressName: null, givenName: null }, 'quý khách'],
  ['vi-VN', { honorific: 'bac' }, 'bác Dũng'],
  ['en', { honorific: 'anh' }, 'Mr Dũng'],
  ['en', { honorific: 'thay' }, 'Mr Dũng'],
  ['en-AU', { honorific: 'co' }, 'Ms Dũng'],
  ['en', { honorific: 'bac', gender: 'female' }, 'Ms Dũng'],
  ['en', { honorific: 'none', gender: 'male' }, 'Mr Dũng'],
  ['en', { honorific: 'em' }, 'Dũng'],
  ['en', { addressName: null, givenName: null }, 'you'],
  ['ko', { honorific: 'anh' }, 'Dũng'],
] as const)('in the middle of a sentence in %s, %j is “%s”', (locale, over, written) => {
  expect(salutationOf({ customer: anAddressee(over), locale }).nameInSentence).toBe(written)
})

test('a man named Anh is Anh Anh', () => {
  expect(salutationOf({ customer: anAddressee({ addressName: 'Anh' }), locale: 'vi' }).greetingName).toBe('Anh Anh')
})

test('in English the name stands alone, and Customer where there is none', () => {
  const named = salutationOf({ customer: anAddressee({ honorific: 'ong' }), locale: 'en' })
  expect(named).toMatchObject({ greetingName: 'Dũng', honorific: 'Dũng', Honorific: 'Dũng' })
  const nameless = salutationOf({ customer: anAddressee({ addressName: null, givenName: null }), locale: 'en' })
  expect(nameless.greetingName).toBe('Customer')
})

test('a name from a Mac is composed, and one with a line break stays on its line', () => {
  const customer = anAddressee({ addressName: 'Thúy'.normalize('NFD'), fullName: 'Lê Thị\nThúy' })
  expect(salutationOf({ customer, locale: 'vi' })).toMatchObject({ addressName: 'Thúy', fullName: 'Lê Thị Thúy' })
})

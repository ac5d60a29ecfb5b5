/** Names as they should appear: in NFC, not shouted, with the part people are addressed by. */
import type { Customer } from '#core/customer/customer.ts'
import { FONT_NAMES, inTodaysLetters } from '#core/customer/name-font.ts'
import { apartFromRemark, type NameWithRemark } from '#core/customer/name-remark.ts'
import type { Cell } from '#core/customer/table-row.ts'
import { isGarbled, tidy } from '#core/customer/written-text.ts'

const LONGEST_NAME = 100
/** Addresses, links, formulas, merge fields. */
const NO_NAME = /[@=]|:\/\/|www\.|\{\{|<[/!?]/iu
/** A word of markup. What people put in such brackets is more than one word without marks. */
const MARKUP = /<(?!vip)[a-z][a-z0-9]*\s*>/iu

/** A name that stands alone in its cell, judged without the other cells of the row. */
export function readName(cell: string): Cell<string> {
  const read = readNameWithRemark(cell)
  return 'expected' in read ? read : { value: read.value.name, ...(read.note !== undefined && { note: read.note }) }
}

/**
 * A name and what staff noted beside it: `Nguyễn Thị Lan (mẹ bé Bi)`. Letters of an old font are converted, with a remark, only when the cell alone
 * proves the font.
 */
export function readNameWithRemark(cell: string): Cell<NameWithRemark> {
  const today = inTodaysLetters([tidy(cell)])
  if ('unsure' in today) return { expected: IN_UNICODE }
  const read = readTodaysName(today.names[0] ?? cell)
  if ('expected' in read || today.font === undefined) return read
  return {
    value: read.value,
    note: [`converted from the font ${FONT_NAMES[today.font]}`, ...(read.note ? [read.note] : [])].join('; '),
  }
}

/** What is expected of a name whose bytes were read in another code than they were written in. */
export const INTACT = 'a name with its letters intact: save the file as CSV UTF-8'
const IN_UNICODE = 'a name in Unicode: this one is in an old font (TCVN3 or VNI); convert the list first'

/** A person's name in today's letters. ALL CAPITALS and all small letters become title case; Vietnamese marks are never guessed. */
export function readTodaysName(cell: string): Cell<NameWithRemark> {
  const written = tidy(cell).replace(/[ÐƉ]/gu, 'Đ').replace(/ð/gu, 'đ')
  if (isGarbled(written)) return { expected: INTACT }
  if (NO_NAME.test(written) || MARKUP.test(written)) return { expected: 'a name, without addresses or links' }
  const { name, remark } = apartFromRemark(written)
  if (!/\p{L}/u.test(name)) return { expected: 'a name: letters, with notes in a column of their own' }
  if ([...name].length > LONGEST_NAME) return { expected: `a name of at most ${LONGEST_NAME} letters` }
  const value = { name: isOneCase(name) ? inTitleCase(name) : name, remark: remark?.slice(0, LONGEST_NAME) ?? null }
  return remark === null ? { value } : { value, note: `"${remark}" is kept as a remark, and never greeted` }
}

/**
 * Family and given name, split at the outermost blank. Only a default: given names of two syllables and double family
 * names exist, so `addressName` stays editable.
 */
export function splitName({ fullName, nameOrder }: Pick<Customer, 'fullName' | 'nameOrder'>): {
  readonly familyName: string | null
  readonly givenName: string
} {
  const words = fullName.split(' ')
  const first = words[0] ?? fullName
  const last = words.at(-1) ?? fullName
  if (words.length === 1) return { familyName: null, givenName: fullName }
  return nameOrder === 'family-first' ? { familyName: first, givenName: last } : { familyName: last, givenName: first }
}

/** Where the family name comes first. */
const FAMILY_FIRST_COUNTRIES = new Set(['VN', 'CN', 'TW', 'HK', 'MO', 'KR', 'KP', 'JP', 'HU'])

/** A customer abroad who reads Vietnamese still writes the family name first. */
export const usualNameOrder = ({ country, locale }: Pick<Customer, 'country' | 'locale'>): Customer['nameOrder'] =>
  FAMILY_FIRST_COUNTRIES.has(country) || locale === 'vi' ? 'family-first' : 'given-first'

const isOneCase = (text: string) => text === text.toLocaleUpperCase('vi') || text === text.toLocaleLowerCase('vi')

const inTitleCase = (text: string) =>
  text
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'))

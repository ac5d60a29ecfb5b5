/** Names as they should appear: in NFC, not shouted, with the part people are addressed by. */
import type { Customer } from '#core/customer/customer.ts'
import { fromOldEncoding } from '#core/customer/old-encodings.ts'
import type { Cell } from '#core/customer/table-row.ts'
import { isGarbled, tidy } from '#core/customer/written-text.ts'

const LONGEST_NAME = 100
/** Addresses, links, markup, formulas. */
const NO_NAME = /[@<>{}=]|:\/\/|www\./iu

/** A name and what somebody noted beside it in brackets: `Nguyễn Thị Lan (mẹ bé Bi)`. Letters of an old font are converted, and told. */
export function readNameWithRemark(cell: string): Cell<{ readonly name: string; readonly remark: string | null }> {
  const [, before = '', remark = '', after = ''] = IN_BRACKETS.exec(tidy(cell)) ?? []
  // A link or a formula is no remark: the whole cell is judged, and refused.
  const split = /\p{L}/u.test(remark) && /\p{L}/u.test(before + after) && !NO_NAME.test(cell)
  const name = readName(split ? `${before} ${after}` : cell)
  if ('expected' in name) return name
  const notes = [...(name.note ? [name.note] : []), ...(split ? ['what stands in brackets is kept as a remark'] : [])]
  const value = { name: name.value, remark: split ? remark.trim().slice(0, LONGEST_NAME) : null }
  return notes.length === 0 ? { value } : { value, note: notes.join('; ') }
}

const IN_BRACKETS = /^([^([]*)[([]([^)\]]+)[)\]]\s*([^([]*)$/u

/** A person's name. ALL CAPITALS and all small letters are put in title case; marks are never guessed. */
export function readName(cell: string): Cell<string> {
  const old = fromOldEncoding(tidy(cell))
  if (old === 'damaged')
    return { expected: 'a name in Unicode: this one is in an old font (TCVN3 or VNI); convert the list first' }
  if (old === undefined) return readUnicodeName(cell)
  const read = readUnicodeName(old.name)
  return 'expected' in read ? read : { value: read.value, note: `converted from an old font (TCVN3 or VNI): ${read.value}` }
}

function readUnicodeName(cell: string): Cell<string> {
  const written = tidy(cell).replace(/[ÐƉ]/gu, 'Đ').replace(/ð/gu, 'đ')
  if (isGarbled(written)) return { expected: 'a name with its letters intact: save the file as CSV UTF-8' }
  if (!/\p{L}/u.test(written) || NO_NAME.test(written)) return { expected: 'a name, without addresses or links' }
  if ([...written].length > LONGEST_NAME) return { expected: `a name of at most ${LONGEST_NAME} letters` }
  return { value: isOneCase(written) ? inTitleCase(written) : written }
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

/** Somebody who reads Vietnamese abroad still writes the family name first. */
export const usualNameOrder = ({ country, locale }: Pick<Customer, 'country' | 'locale'>): Customer['nameOrder'] =>
  FAMILY_FIRST_COUNTRIES.has(country) || locale === 'vi' ? 'family-first' : 'given-first'

const isOneCase = (text: string) => text === text.toLocaleUpperCase('vi') || text === text.toLocaleLowerCase('vi')

const inTitleCase = (text: string) =>
  text
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'))

/** Phone numbers as people type them, to E.164. The full metadata (`/max`) knows which numbers exist; the small one does not. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Cell } from '#core/customer/table-row.ts'
import { landlineSince2017 } from '#core/customer/vietnam-2017-area-codes.ts'
import { since2018 } from '#core/customer/vietnam-2018-prefixes.ts'
import { withoutInvisible } from '#core/customer/written-text.ts'

/** One number. When a cell holds several, the first that can be rung is taken. */
export function readPhone(cell: string, country: string): Cell<string> {
  const { numbers, home } = writtenIn(cell, country)
  let refusal: Cell<string> = { expected: rightNumber(country) }
  for (const [at, number] of numbers.entries()) {
    const read = readOne(withoutInvisible(number), home)
    if (!('expected' in read)) return numbers.length === 1 ? read : { ...read, note: `several numbers: taken is ${read.value}` }
    if (at === 0) refusal = read
  }
  return refusal
}

/** Every number of the cell that can be rung. */
export function readPhones(cell: string, country: string): readonly string[] {
  const { numbers, home } = writtenIn(cell, country)
  return numbers.flatMap((number) => {
    const read = readOne(withoutInvisible(number), home)
    return 'value' in read ? [read.value] : []
  })
}

function writtenIn(cell: string, country: string) {
  const home = isSupportedCountry(country) ? country : undefined
  const parts = cell.split(SEVERAL).filter((part) => /\p{Nd}/u.test(part))
  return { numbers: parts.flatMap((part) => numbersIn(part, home)), home }
}

/** A phone that a workbook holds as a number has lost its leading zero. The zero is added where the number exists only with it. */
export function readPhoneNumber(digits: string, country: string): Cell<string> {
  const [bare, withZero] = [readPhone(digits, country), readPhone(`0${digits}`, country)]
  if ('expected' in withZero) return bare
  const completed =
    'expected' in bare || (bare.value === withZero.value && !/^0/.test(digits) && !isWithCountry(digits, bare.value))
  return completed ? { value: withZero.value, note: `a number without its leading zero: taken as 0${digits}` } : bare
}

const isWithCountry = (digits: string, e164: string): boolean => e164 === `+${digits}`

export const isCountry = (code: string): boolean => isSupportedCountry(code)

/** Certain separators between two numbers of one cell. A dash counts only with blanks around it, since it also groups digits. */
const SEVERAL = /[,;/|\n]|\s+[-–]\s+|\s+(?:hoặc|hoac|và|va|or|and)\s+/iu
/** No number has more digits than this, with its country and the zeros before it. */
const MOST_DIGITS = 15

/** Dashes and blanks also group the digits of one number, so two numbers are separated where the first is complete. */
function numbersIn(text: string, home: CountryCode | undefined): readonly string[] {
  if (digitsIn(text) <= MOST_DIGITS) return [text]
  const cuts = [...text.matchAll(/(?<=\d)\s*[-–.\s]\s*(?=[\d+(])/gu)].map(({ index, 0: gap }) => ({
    first: text.slice(0, index),
    rest: text.slice(index + gap.length),
  }))
  const isNumber = (number: string) => 'value' in readOne(withoutInvisible(number), home)
  const possible = cuts.filter(({ rest }) => digitsIn(rest) >= FEWEST_DIGITS && /^[(\s]*(\+|0)/.test(rest))
  const cut =
    possible.find(({ first }) => isNumber(first)) ??
    cuts.find(({ first, rest }) => isNumber(first) && isNumber(rest)) ??
    possible.find(({ first, rest }) => digitsIn(first) >= FEWEST_DIGITS && digitsIn(rest) <= MOST_DIGITS)
  return cut === undefined ? [text] : [cut.first, ...numbersIn(cut.rest, home)]
}

const FEWEST_DIGITS = 8
const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0

/** Not a person's number: premium rate, free of charge, or a company's. */
const NOT_PERSONAL = new Set(['PREMIUM_RATE', 'TOLL_FREE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER'])

function readOne(text: string, country: CountryCode | undefined): Cell<string> {
  const landline = country === 'VN' || /^\(?\s*(\+|00)?84/.test(text) ? landlineSince2017(text) : undefined
  if (landline !== undefined) {
    return {
      expected: `${landline}, if it is a landline from before 2017; a mobile number is written together or as 0912 345 678`,
    }
  }
  const digits = text.replace(/[^\p{Nd}+]/gu, '').normalize('NFKC')
  if (/\de[+-]?\d/i.test(text)) return { expected: 'the whole number: format the column as text before saving it' }
  const renumbered = country === 'VN' || /^(\+|00)?84/.test(digits) ? since2018(digits) : undefined
  if (renumbered !== undefined) return { value: renumbered, note: `a number from before September 2018, now ${renumbered}` }
  const phone = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country })
  if (phone?.isValid() !== true) return { expected: rightNumber(country) }
  const type = phone.getType()
  if (type !== undefined && NOT_PERSONAL.has(type)) {
    return { expected: `${rightNumber(country)}; this is a service number (${type.toLowerCase().replace('_', ' ')})` }
  }
  return { value: phone.number }
}

const RIGHT_IN_VIETNAM = 'a number such as 0912 345 678 or 024 3812 3456 (area codes as of 2017), or one with + and its country'

const rightNumber = (country: string | undefined) =>
  country === 'VN'
    ? RIGHT_IN_VIETNAM
    : `a number that exists${country === undefined ? '' : ` in ${country}`}, or one with + and the country such as +84 912 345 678`

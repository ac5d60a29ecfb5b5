/** The order of the list of all customers, as a Vietnamese list of people is sorted: by given name, then by the whole name. Marks, case and đ do not count. */
import { type Findable, finderPlace, searchedNames } from '#core/customer/finder-keys.ts'

/** Between given and whole name. Sorts before every letter and digit: all of one given name stand before a longer given name that begins with it. */
const THEN = ' !'
/** Sorts behind every letter of every script. */
const WITHOUT_NAME = '\u{10FFFF}'
/** With the id behind it, a place stays below the 1,024 bytes that DynamoDB allows. */
const LONGEST = 200

/** Where a customer stands in the order of bytes: `lan !nguyen thi lan #KH1`. A customer without a name stands behind all who have one, by id. */
export function nameOrderPlace(customer: Findable): string {
  const { called, full } = searchedNames(customer)
  if (full === '') return finderPlace(WITHOUT_NAME, customer.customerId)
  return finderPlace([...`${called}${THEN}${full}`].slice(0, LONGEST).join(''), customer.customerId)
}

/** The id behind a place that came with a link from one page to the next, for the caller to check; undefined where the text has not the form of a place. */
export function idInNameOrderPlace(place: string): string | undefined {
  const [, key = '', id] = PLACE.exec(place) ?? []
  return [...key].length <= LONGEST ? id : undefined
}

const PLACE = /^([\p{L}\p{N} ]+(?: ![\p{L}\p{N} ]*)?|\u{10FFFF}) #([^ #]+)$/u

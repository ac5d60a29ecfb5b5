/** The keys under which a customer is found: folded names, so that marks, case and the way of typing do not matter, and the number. */
import type { Customer } from '#core/customer/customer.ts'
import { splitName } from '#core/customer/names.ts'
import { folded, tidy } from '#core/customer/written-text.ts'

/** Null where there is none. */
export interface FinderKeys {
  /** Begins with the given name, and goes on with the whole name: `lan nguyen thi lan`. */
  readonly givenName: string | null
  /** Null where the name itself begins with the given name, because `givenName` finds it then. */
  readonly fullName: string | null
  /** E.164. */
  readonly phone: string | null
}

export type Findable = Pick<Customer, 'customerId' | 'fullName' | 'givenName' | 'nameOrder' | 'phone'>

/** With the id behind it, four bytes a letter at most, a key stays below the 1,024 bytes that DynamoDB allows. */
const LONGEST_KEY = 200

/**
 * A name, or its beginning, as it is searched: `Đặng  Thùy-Dương` and `dang thuy duong` are the same, and so are `O'Brien` and `obrien`. Holds letters,
 * digits and single blanks only.
 */
export const searchedName = (text: string): string =>
  cut(
    folded(tidy(text))
      .replace(/['’ʼ`]/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )

/**
 * What the customer is called by, and the whole name, both folded and both empty without a name. Where the family name comes first, people are called by
 * the last word: of `Trường Sơn` that is `son`. A customer who is called by their id has no name.
 */
export function searchedNames({ customerId, fullName, givenName, nameOrder }: Findable): {
  readonly called: string
  readonly full: string
} {
  const full = fullName === customerId ? '' : searchedName(fullName)
  if (full === '') return { called: '', full }
  const given = givenName ?? splitName({ fullName: tidy(fullName), nameOrder }).givenName
  const called = searchedName(nameOrder === 'family-first' ? (given.trim().split(/\s+/).at(-1) ?? given) : given)
  return { called: called === '' ? full : called, full }
}

/** Who looks after a customer, by name or address as the company's list writes it. Marks tell colleagues apart, so they stay. */
export const ownerKey = (owner: string): string => cut(tidy(owner).normalize('NFC').toLowerCase())

/** Where the whole name begins with the given name, one key finds both. */
export function finderKeys(customer: Findable): FinderKeys {
  const { phone } = customer
  const { called, full } = searchedNames(customer)
  if (full === '') return { givenName: null, fullName: null, phone }
  if (`${full} `.startsWith(`${called} `)) return { givenName: full, fullName: null, phone }
  return { givenName: cut(`${called} ${full}`), fullName: full, phone }
}

/** Whether a search for this folded text finds the key. One letter finds a word of one letter only, because half of all names begin with `n`. */
export const isFoundBy = (key: string | null, text: string): key is string =>
  key !== null && ([...text].length > 1 ? key.startsWith(text) : key === text || key.startsWith(`${text} `))

/** A key with the customer's id behind it. Sorts as words do: `an` before `an dang`, and both before `anh`. */
export const finderPlace = (key: string, customerId: string): string => `${key} #${customerId}`

const cut = (text: string): string => [...text].slice(0, LONGEST_KEY).join('')

/** How customers are addressed: the honorific column, and what a customer's gender suggests where it is empty. */
import type { Customer } from '#core/customer/customer.ts'
import type { Cell } from '#core/customer/table-row.ts'
import { foldedWords } from '#core/customer/written-text.ts'

type Honorific = Customer['honorific']
type Gender = NonNullable<Customer['gender']>

const VIETNAMESE: Readonly<Record<string, Honorific>> = {
  anh: 'anh',
  chi: 'chi',
  ong: 'ong',
  ba: 'ba',
  co: 'co',
  chu: 'chu',
  bac: 'bac',
  em: 'em',
  thay: 'thay',
  'quy khach': 'quy-khach',
  'anh chi': 'quy-khach',
  'ong ba': 'quy-khach',
  none: 'none',
  khong: 'none',
}
const ENGLISH: Readonly<Record<string, Gender>> = {
  mr: 'male',
  mister: 'male',
  ms: 'female',
  mrs: 'female',
  miss: 'female',
  madam: 'female',
}
const GENDERS: Readonly<Record<string, Gender | 'unsaid'>> = {
  nam: 'male',
  'nam gioi': 'male',
  male: 'male',
  m: 'male',
  nu: 'female',
  'nu gioi': 'female',
  female: 'female',
  f: 'female',
  khac: 'unsaid',
  other: 'unsaid',
  unknown: 'unsaid',
  'khong ro': 'unsaid',
}

/** `Mr` and `Ms` become a polite anh or chị for a customer addressed in the Vietnamese way, and no honorific for other customers. */
export function readHonorific(
  cell: string,
  nameOrder: Customer['nameOrder'],
): Cell<{ honorific: Honorific; gender: Gender | null }> {
  const word = foldedWords(cell)
  const english = ENGLISH[word]
  if (english !== undefined)
    return { value: { honorific: nameOrder === 'family-first' ? politeFor(english) : 'none', gender: english } }
  const honorific = VIETNAMESE[word]
  return honorific === undefined
    ? { expected: 'anh, chị, ông, bà, cô, chú, bác, em, thầy, quý khách, none, Mr or Ms' }
    : { value: { honorific, gender: null } }
}

export function readGender(cell: string): Cell<Gender | null> {
  const gender = GENDERS[foldedWords(cell)]
  if (gender === undefined) return { expected: 'nam, nữ, male, female, or empty' }
  return { value: gender === 'unsaid' ? null : gender }
}

/** The honorific of a customer whose row names none: by gender, else polite and neutral. Outside the Vietnamese way of address there is none. */
export function usualHonorific({ gender, nameOrder, locale }: Pick<Customer, 'gender' | 'nameOrder' | 'locale'>): Honorific {
  if (nameOrder !== 'family-first' || locale !== 'vi') return 'none'
  return gender === null ? 'quy-khach' : politeFor(gender)
}

const politeFor = (gender: Gender): Honorific => (gender === 'male' ? 'anh' : 'chi')

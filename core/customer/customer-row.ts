/** One row of a customer table, read whole: either a customer and what they decided, or everything that is wrong with the row. */
import { readBirthday } from '#core/customer/birthday-cell.ts'
import { type Birthday, type Customer, CustomerIdSchema } from '#core/customer/customer.ts'
import { readDate } from '#core/customer/date-cell.ts'
import { readEmailAddress } from '#core/customer/email-address.ts'
import { readGender, readHonorific, usualHonorific } from '#core/customer/form-of-address.ts'
import { readName, readNameWithRemark, splitName, usualNameOrder } from '#core/customer/names.ts'
import { readPhone, readPhoneNumber } from '#core/customer/phone.ts'
import { readCountry, readLocale, readNameOrder, readTags, readText, readWord, readZone } from '#core/customer/plain-cells.ts'
import { type Cell, type RowProblem, type RowRemark, rowReader, type TableRow } from '#core/customer/table-row.ts'
import { readYesNo } from '#core/customer/yes-no.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** The columns by their canonical names; what files call them is the reader's business. */
export type CustomerColumn =
  | 'customer_id'
  | 'full_name'
  | 'family_name'
  | 'given_name'
  | 'address_name'
  | 'name_order'
  | 'honorific'
  | 'gender'
  | 'email'
  | 'phone'
  | 'zone'
  | 'locale'
  | 'country'
  | 'birthday'
  | 'lunar_birthday'
  | 'tier'
  | 'profession'
  | 'tags'
  | 'owner'
  | 'renews_on'
  | 'consent_advertising'
  | 'consent_survey'
  | 'consent_care'
  | 'consent_date'
  | 'care_opt_out'
  | 'opt_out_date'

/** Something a customer decided about a purpose; `on` is null when the table does not say when. */
export interface ConsentDecision {
  readonly purpose: 'care' | 'survey' | 'advertising'
  readonly decision: 'granted' | 'withdrawn'
  readonly on: LocalDate | null
}

export interface CustomerDefaults {
  readonly zone: string
  readonly locale: string
  readonly country: string
  readonly today: LocalDate
}

type CustomerReading =
  | {
      readonly ok: { readonly customer: Customer; readonly decisions: readonly ConsentDecision[] }
      readonly warnings: readonly RowRemark[]
    }
  | { readonly problems: readonly RowProblem[] }

/**
 * Reads a row over what is known of that customer: a column that the table lacks leaves things as they are, an empty
 * cell empties them. All problems of the row are told at once; one is enough to refuse it.
 */
export function customerFromRow(row: TableRow<CustomerColumn>, defaults: CustomerDefaults, known?: Customer): CustomerReading {
  const reader = rowReader(row)
  const { read, problems, remarks } = reader
  const customerId = read('customer_id', readCustomerId)
  if (customerId == null && problems.length === 0) reader.refuse('customer_id', RIGHT_ID)

  const country = read('country', readCountry) ?? known?.country ?? defaults.country
  const locale = read('locale', readLocale) ?? known?.locale ?? defaults.locale
  const nameOrder = read('name_order', readNameOrder) ?? known?.nameOrder ?? usualNameOrder({ country, locale })
  const names = namesOf(reader, { nameOrder, known })

  const title = read('honorific', (cell) => orUsual(readHonorific(cell, nameOrder)))
  const saidGender = read('gender', (cell) => orUsual(readGender(cell)))
  const gender = (saidGender === undefined ? known?.gender : saidGender) ?? title?.gender ?? null
  const usual = usualHonorific({ gender, nameOrder, locale })
  const honorific = title === undefined ? (known?.honorific ?? usual) : (title?.honorific ?? usual)

  const customer: Customer = {
    customerId: customerId ?? '',
    ...names,
    honorific,
    nameOrder,
    gender,
    email: keep(read('email', readEmailAddress), known?.email),
    phone: keep(phoneOf(reader, country), known?.phone),
    zone: read('zone', readZone) ?? known?.zone ?? defaults.zone,
    locale,
    country,
    birthday: keep(birthdayOf(reader, { today: defaults.today, known }), known?.birthday),
    tier: keep(read('tier', readWord), known?.tier),
    profession: keep(read('profession', readWord), known?.profession),
    tags: keep(read('tags', readTags), known?.tags) ?? [],
    owner: keep(read('owner', readText), known?.owner),
    firstPurchaseOn: known?.firstPurchaseOn ?? null,
    lastPurchaseOn: known?.lastPurchaseOn ?? null,
    products: known?.products ?? [],
    renewsOn: keep(read('renews_on', readDate), known?.renewsOn),
  }
  const decisions = decisionsOf(reader, defaults.today)
  return problems.length > 0 ? { problems } : { ok: { customer, decisions }, warnings: remarks }
}

const RIGHT_ID = 'letters, digits and . _ -, at most 64, beginning with a letter or digit'

/** The id of a customer as tables write it; the only cell that both tables share. */
export function readCustomerId(cell: string): Cell<string> {
  const id = cell.normalize('NFC').trim()
  return CustomerIdSchema.safeParse(id).success ? { value: id } : { expected: RIGHT_ID }
}

type Reader = ReturnType<typeof rowReader<CustomerColumn>>

/** What the table says; where it has no such column, what is known. */
const keep = <T>(said: T | null | undefined, known: T | null | undefined): T | null =>
  said === undefined ? (known ?? null) : said

/** A word that was not understood here costs nobody their greeting: it is remarked on, and the usual form is taken. */
const orUsual = <T>(cell: Cell<T>): Cell<T | null> =>
  'expected' in cell ? { value: null, note: `not understood, left at the usual; known are ${cell.expected}` } : cell

function namesOf(reader: Reader, { nameOrder, known }: { nameOrder: Customer['nameOrder']; known: Customer | undefined }) {
  const { read } = reader
  const [family, given, said] = [
    read('family_name', readName),
    read('given_name', readName),
    read('full_name', readNameWithRemark),
  ]
  const whole = said?.name
  const joined = (nameOrder === 'family-first' ? [family, given] : [given, family]).filter((part) => part != null).join(' ')
  const fullName = whole ?? (joined === '' ? undefined : joined)
  if (fullName === undefined && reader.problems.length === 0) reader.refuse('full_name', 'the name of the customer')
  const split = splitName({ fullName: fullName ?? '', nameOrder })
  const sameName = known !== undefined && known.fullName === fullName
  const guess = {
    familyName: family ?? (sameName ? known.familyName : split.familyName),
    givenName: given ?? (sameName ? known.givenName : split.givenName),
  }
  const lastOfGiven = nameOrder === 'family-first' ? guess.givenName?.split(' ').at(-1) : guess.givenName
  const addressName = read('address_name', readName) ?? (sameName ? known.addressName : null) ?? lastOfGiven ?? null
  const nameRemark = said === undefined ? (known?.nameRemark ?? null) : (said?.remark ?? null)
  return { fullName: fullName ?? '', ...guess, addressName, nameRemark }
}

/** A number that cannot be rung costs the number, not the customer: it is told with what would be right, and what is known stays. */
function phoneOf({ read, isNumber }: Reader, country: string): string | null | undefined {
  return read('phone', (cell): Cell<string | undefined> => {
    const phone = isNumber('phone') ? readPhoneNumber(cell, country) : readPhone(cell, country)
    return 'expected' in phone ? { value: undefined, note: `left out: expected ${phone.expected}` } : phone
  })
}

/** Who gives a lunar date wants to be greeted by it, even when the solar one is known from a form. */
function birthdayOf(
  reader: Reader,
  { today, known }: { today: LocalDate; known: Customer | undefined },
): Birthday | null | undefined {
  const thisYear = Number(today.slice(0, 4))
  const born = (calendar: Birthday['kind']) => (cell: string) => {
    const read = readBirthday(cell, calendar)
    return 'value' in read && (read.value.year ?? 0) > thisYear ? { expected: `a year up to ${thisYear}, or none: dd/MM` } : read
  }
  const solar = reader.read('birthday', born('solar'))
  const lunar = reader.read('lunar_birthday', born('lunar'))
  if (lunar != null && solar != null) reader.remark('lunar_birthday', 'two birthdays: greeted by the lunar one')
  // An empty lunar cell alone says nothing about a solar birthday from another table.
  const emptied = solar === null || (lunar === null && known?.birthday?.kind === 'lunar')
  return lunar ?? solar ?? (emptied ? null : undefined)
}

function decisionsOf(reader: Reader, today: LocalDate): ConsentDecision[] {
  const { read } = reader
  const past = (cell: string): Cell<LocalDate> => {
    const date = readDate(cell)
    return 'value' in date && date.value > today ? { expected: `a day up to ${today}` } : date
  }
  const on = read('consent_date', past) ?? null
  const optOutOn = read('opt_out_date', past) ?? null
  const decisions: ConsentDecision[] = []
  for (const purpose of ['advertising', 'survey', 'care'] as const) {
    const yes = read(`consent_${purpose}`, readYesNo)
    if (yes != null) decisions.push({ purpose, decision: yes ? 'granted' : 'withdrawn', on })
    if (yes === true && on === null) reader.remark(`consent_${purpose}`, 'agreed, but not when: counted from this import')
  }
  if (read('care_opt_out', readYesNo) === true) decisions.push({ purpose: 'care', decision: 'withdrawn', on: optOutOn })
  return decisions
}

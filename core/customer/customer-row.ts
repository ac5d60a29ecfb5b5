/** Reads one row of a customer table as a whole: into a customer with the customer's decisions, or into everything that is wrong with the row. */
import { readBirthday } from '#core/customer/birthday-cell.ts'
import { keepingCorrections } from '#core/customer/corrections.ts'
import { type Birthday, type Customer, CustomerIdSchema } from '#core/customer/customer.ts'
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { noDateNumber, readDate } from '#core/customer/date-cell.ts'
import { readDayParts } from '#core/customer/day-part.ts'
import { type ConsentDecision, decisionsOf } from '#core/customer/decisions-of-row.ts'
import { readEmailAddress } from '#core/customer/email-address.ts'
import { readGender, readHonorific, usualHonorific } from '#core/customer/form-of-address.ts'
import type { FontCounts } from '#core/customer/name-font.ts'
import { usualNameOrder } from '#core/customer/names.ts'
import { namesOf } from '#core/customer/names-of-row.ts'
import { readPhone, readPhoneNumber } from '#core/customer/phone.ts'
import { readCountry, readLocale, readNameOrder, readTags, readText, readWord, readZone } from '#core/customer/plain-cells.ts'
import {
  type Cell,
  namesNobody,
  type RowProblem,
  type RowReader,
  type RowRemark,
  rowReader,
  saysNothing,
  type TableRow,
} from '#core/customer/table-row.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface CustomerDefaults {
  readonly zone: string
  readonly locale: string
  readonly country: string
  readonly today: LocalDate
  /** How many of the file's other rows are in each writing. Without it each row is judged by itself. */
  readonly fonts?: FontCounts
}

type CustomerReading =
  | {
      readonly ok: { readonly customer: Customer; readonly decisions: readonly ConsentDecision[] }
      readonly warnings: readonly RowRemark[]
    }
  | { readonly problems: readonly RowProblem[] }

/**
 * Reads a row over what is known of that customer: a column that the table lacks changes nothing, an empty cell empties the field. All problems of
 * the row are reported at once; one problem refuses the row.
 */
export function customerFromRow(row: TableRow<CustomerColumn>, defaults: CustomerDefaults, known?: Customer): CustomerReading {
  const reader = rowReader(row)
  const { read, readOptional, problems, remarks } = reader
  const customerId = read('customer_id', readCustomerId)
  if (customerId == null && problems.length === 0) reader.refuse('customer_id', RIGHT_ID)

  const country = readOptional('country', readCountry) ?? known?.country ?? defaults.country
  const locale = readOptional('locale', readLocale) ?? known?.locale ?? defaults.locale
  const nameOrder = readOptional('name_order', readNameOrder) ?? known?.nameOrder ?? usualNameOrder({ country, locale })
  const names = namesOf(reader, { nameOrder, known, fonts: defaults.fonts })

  const title = read('honorific', (cell) => orUsual(cell, readHonorific(cell, nameOrder)))
  const saidGender = read('gender', (cell) => orUsual(cell, readGender(cell)))
  const gender = (saidGender === undefined ? known?.gender : saidGender) ?? title?.gender ?? null
  const usual = usualHonorific({ gender, nameOrder, locale })
  const honorific = title === undefined ? (known?.honorific ?? usual) : (title?.honorific ?? usual)

  const imported: Customer = {
    customerId: customerId ?? '',
    ...names,
    honorific,
    nameOrder,
    gender,
    email: keep(readOptional('email', readEmailAddress), known?.email),
    phone: keep(phoneOf(reader, country), known?.phone),
    wrongPhone: known?.wrongPhone ?? null,
    zone: readOptional('zone', readZone) ?? known?.zone ?? defaults.zone,
    locale,
    country,
    birthday: keep(birthdayOf(reader, { today: defaults.today, known }), known?.birthday),
    tier: keep(read('tier', orNothing(readWord)), known?.tier),
    profession: keep(read('profession', orNothing(readWord)), known?.profession),
    tags: keep(read('tags', orNothing(readTags)), known?.tags) ?? [],
    owner: keep(read('owner', readOwner), known?.owner),
    firstPurchaseOn: known?.firstPurchaseOn ?? null,
    lastPurchaseOn: known?.lastPurchaseOn ?? null,
    products: known?.products ?? [],
    renewsOn: keep(
      readOptional('renews_on', (cell) => (reader.isNumber('renews_on') ? noDateNumber(cell) : readDate(cell))),
      known?.renewsOn,
    ),
    preferredChannel: known?.preferredChannel ?? null,
    preferredParts: keep(readOptional('preferred_time', readDayParts), known?.preferredParts),
    corrections: known?.corrections ?? null,
  }
  const customer = known === undefined ? imported : keepingCorrections(imported, known)
  remarkKept(reader, { imported, customer })
  const decisions = decisionsOf(reader, defaults.today)
  return problems.length > 0 ? { problems } : { ok: { customer, decisions }, warnings: remarks }
}

const RIGHT_ID = 'letters, digits and . _ -, at most 64, beginning with a letter or digit'

/** The id of a customer as tables write it: the only cell that both tables share. */
export function readCustomerId(cell: string): Cell<string> {
  const id = cell.normalize('NFC').trim()
  return CustomerIdSchema.safeParse(id).success ? { value: id } : { expected: RIGHT_ID }
}

type Reader = RowReader<CustomerColumn>

/** The table says otherwise than staff corrected: its owner learns of it from the report, and what was corrected stays. */
function remarkKept(reader: Reader, { imported, customer }: { readonly imported: Customer; readonly customer: Customer }): void {
  if (imported.fullName !== customer.fullName) reader.remark('full_name', `kept as staff corrected it: ${customer.fullName}`)
  if (imported.honorific !== customer.honorific) reader.remark('honorific', `kept as staff corrected it: ${customer.honorific}`)
  if (imported.preferredParts?.join() !== customer.preferredParts?.join())
    reader.remark('preferred_time', `kept as staff corrected it: ${customer.preferredParts?.join(', ') ?? 'any time'}`)
  if (imported.fullName === customer.fullName && imported.addressName !== customer.addressName)
    reader.remark('address_name', `kept as staff corrected it: ${customer.addressName ?? 'no name'}`)
}

/** The value of the table, or the known one where the table has no such column. */
const keep = <T>(said: T | null | undefined, known: T | null | undefined): T | null =>
  said === undefined ? (known ?? null) : said

/** A form of address that is not understood does not stop the greeting: the row gets a remark, and the usual form is used. */
function orUsual<T>(written: string, cell: Cell<T>): Cell<T | null> {
  if (!('expected' in cell)) return cell
  return saysNothing(written)
    ? { value: null }
    : { value: null, note: `not understood, left at the usual; known are ${cell.expected}` }
}

const orNothing =
  <T>(meaning: (cell: string) => Cell<T>) =>
  (cell: string): Cell<T | null> =>
    saysNothing(cell) ? { value: null } : meaning(cell)

const phoneOf = ({ readOptional, isNumber }: Reader, country: string): string | null | undefined =>
  readOptional('phone', (cell) => (isNumber('phone') ? readPhoneNumber(cell, country) : readPhone(cell, country)))

/** `Na` is a name here, not "n/a". */
const readOwner = (cell: string): Cell<string | null> => (namesNobody(cell) ? { value: null } : readText(cell))

/** The lunar date wins over a solar one known from a form: a customer who gave a lunar date wants to be greeted by it. */
function birthdayOf(
  reader: Reader,
  { today, known }: { today: LocalDate; known: Customer | undefined },
): Birthday | null | undefined {
  const thisYear = Number(today.slice(0, 4))
  const born = (calendar: Birthday['kind'], column: 'birthday' | 'lunar_birthday') => (cell: string) => {
    const read = reader.isNumber(column) ? noDateNumber(cell) : readBirthday(cell, calendar)
    return 'value' in read && (read.value.year ?? 0) > thisYear ? { expected: `a year up to ${thisYear}, or none: dd/MM` } : read
  }
  const solar = reader.readOptional('birthday', born('solar', 'birthday'))
  const lunar = reader.readOptional('lunar_birthday', born('lunar', 'lunar_birthday'))
  if (lunar != null && solar != null) reader.remark('lunar_birthday', 'two birthdays: greeted by the lunar one')
  // An empty lunar cell alone says nothing about a solar birthday from another table.
  const emptied = solar === null || (lunar === null && known?.birthday?.kind === 'lunar')
  return lunar ?? solar ?? (emptied ? null : undefined)
}

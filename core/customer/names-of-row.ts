/** The names of a row: judged together for the writing they are in, cleared of remarks, and split into the greeted part and the rest. */
import type { Customer } from '#core/customer/customer.ts'
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { FONT_NAMES, type FontCounts, inTodaysLetters, surelyIn, type TodaysNames } from '#core/customer/name-font.ts'
import type { NameWithRemark } from '#core/customer/name-remark.ts'
import { INTACT, readTodaysName, splitName } from '#core/customer/names.ts'
import type { OldFont } from '#core/customer/old-encodings.ts'
import { type Cell, namesNobody, type RowReader, type TableRow } from '#core/customer/table-row.ts'
import { isGarbled, tidy } from '#core/customer/written-text.ts'

const NAME_COLUMNS = ['family_name', 'given_name', 'full_name', 'address_name'] as const
type NameColumn = (typeof NAME_COLUMNS)[number]

type Names = Pick<Customer, 'fullName' | 'familyName' | 'givenName' | 'addressName' | 'nameRemark'>

/** What this row says about the writing of its file. */
export const writingOfRow = ({ cells }: TableRow<CustomerColumn>): 'today' | OldFont | undefined =>
  surelyIn(filledOf((column) => cells[column]).map(({ text }) => text))

export function namesOf(
  reader: RowReader<CustomerColumn>,
  { nameOrder, known, fonts }: { nameOrder: Customer['nameOrder']; known: Customer | undefined; fonts: FontCounts | undefined },
): Names {
  const filled = filledOf(reader.text)
  // Before the fonts: damaged letters look like theirs, and no font makes them whole.
  const garbled = filled.find(({ column }) => isGarbled(reader.text(column) ?? ''))
  if (garbled) return nameless(reader, { column: garbled.column, expected: INTACT })
  const today = inTodaysLetters(
    filled.map(({ text }) => text),
    fonts,
  )
  if ('unsure' in today)
    return nameless(reader, { column: filled[0]?.column ?? 'full_name', expected: unsureWords(today.unsure) })
  const meaning = (column: NameColumn) => () => nameIn(today, { at: filled.findIndex((one) => one.column === column) })
  // A name to greet is required; parts of it beside the whole are not.
  const said = reader.read('full_name', orNobody(meaning('full_name')))
  const given = reader[said == null ? 'read' : 'readOptional']('given_name', orNobody(meaning('given_name')))
  const family = reader.readOptional('family_name', orNobody(meaning('family_name')))
  const called = reader.readOptional('address_name', orNobody(meaning('address_name')))
  const parts = nameOrder === 'family-first' ? [family, given] : [given, family]
  const joined = parts.flatMap((part) => part?.name ?? []).join(' ')
  const fullName = said?.name ?? (joined === '' ? undefined : joined)
  if (fullName === undefined && reader.problems.length === 0) reader.refuse('full_name', 'the name of the customer')
  const split = splitName({ fullName: fullName ?? '', nameOrder })
  const sameName = known !== undefined && known.fullName === fullName
  const guess = {
    familyName: family?.name ?? (sameName ? known.familyName : split.familyName),
    givenName: given?.name ?? (sameName ? known.givenName : split.givenName),
  }
  const lastOfGiven = nameOrder === 'family-first' ? guess.givenName?.split(' ').at(-1) : guess.givenName
  const addressName = called?.name ?? (sameName ? known.addressName : null) ?? lastOfGiven ?? null
  const remarks = [family, given, said].flatMap((part) => part?.remark ?? [])
  const nothingSaid = [family, given, said].every((part) => part === undefined)
  const nameRemark = nothingSaid ? (known?.nameRemark ?? null) : remarks.length === 0 ? null : remarks.join('; ')
  return { fullName: fullName ?? '', ...guess, addressName: lettersOnly(addressName), nameRemark }
}

function nameless(reader: RowReader<CustomerColumn>, why: { readonly column: NameColumn; readonly expected: string }): Names {
  reader.refuse(why.column, why.expected)
  return { fullName: '', familyName: null, givenName: null, addressName: null, nameRemark: null }
}

const filledOf = (textOf: (column: NameColumn) => string | undefined): readonly { column: NameColumn; text: string }[] =>
  NAME_COLUMNS.flatMap((column) => {
    const text = tidy(textOf(column) ?? '')
    return text === '' ? [] : [{ column, text }]
  })

const orNobody =
  (meaning: () => Cell<NameWithRemark>) =>
  (cell: string): Cell<NameWithRemark | null> =>
    namesNobody(cell) ? { value: null } : meaning()

/** The name at that place in the row, with every change that was made to it. */
function nameIn({ names, font, perhaps }: TodaysNames, { at }: { readonly at: number }): Cell<NameWithRemark> {
  const text = names[at] ?? ''
  const read = readTodaysName(text)
  if ('expected' in read) return read
  const other = perhaps?.names[at]
  const notes = [
    ...(font === undefined ? [] : [`converted from the old font ${FONT_NAMES[font]}: ${read.value.name}`]),
    ...(perhaps === undefined || other === text
      ? []
      : [`taken as it stands; in the old font ${FONT_NAMES[perhaps.font]} it is ${other}`]),
    ...(read.note === undefined ? [] : [read.note]),
  ]
  return notes.length === 0 ? read : { value: read.value, note: notes.join('; ') }
}

const unsureWords = (readings: readonly string[]): string =>
  readings.length === 0
    ? 'a name in Unicode: this one is in an old font (TCVN3 or VNI); convert the list first'
    : `a name in Unicode: in this file, which mixes old fonts with today's letters, it may be ${readings.join(' or ')}; write it anew`

/** The stop of an initial is no part of a greeting. */
function lettersOnly(name: string | null): string | null {
  const letters = (name ?? '').replace(/\.(?=\p{L})/gu, ' ').replace(/[.]/g, '')
  return letters === '' ? null : letters
}

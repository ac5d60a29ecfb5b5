/** Reads one row of a do-not-call list: every number in its cell, written as the import of customers writes them. */
import { readPhone, readPhoneNumber, readPhones } from '#core/customer/phone.ts'
import { type RowProblem, rowReader, type TableRow } from '#core/customer/table-row.ts'

export type DoNotCallColumn = 'phone'

/** What a spreadsheet makes of a long number: 8.4912E+10. The digits that are gone were those of a number that is not to be called. */
const ROUNDED = /^\s*\d+(?:[.,]\d+)?E\+?\d+\s*$/i

export const hidesNumber = ({ cells }: TableRow<DoNotCallColumn>): boolean => ROUNDED.test(cells.phone ?? '')

/** Only a number that exists is read: a customer's number that does not is never stored, so none can be rung. */
export function numbersFromRow(
  row: TableRow<DoNotCallColumn>,
  country: string,
): { readonly ok: readonly string[] } | { readonly problems: readonly RowProblem[] } {
  const { read, refuse, problems, isNumber } = rowReader(row)
  const first = read('phone', (cell) => (isNumber('phone') ? readPhoneNumber(cell, country) : readPhone(cell, country)))
  if (first == null && problems.length === 0) refuse('phone', 'a number')
  if (first == null) return { problems }
  // The customers' import keeps the first number of a cell. Here all of them are not to be called.
  return { ok: [...new Set([first, ...readPhones(row.cells.phone ?? '', country)])] }
}

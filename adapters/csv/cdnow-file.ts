/**
 * The purchases of the CD shop CDNOW (January 1997 to June 1998), a public data set of real customers: per line an id,
 * in the sample also a second id, a date yyyymmdd, units and US dollars, between blanks.
 */

import { recordsOf } from '#adapters/csv/records.ts'
import type { Table } from '#adapters/csv/table-file.ts'
import { refusalOfFile, textOf } from '#adapters/csv/text-file.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { PurchaseColumn } from '#core/customer/purchase-row.ts'
import type { BrokenRow, TableRow } from '#core/customer/table-row.ts'

export async function openCdnow(path: string): Promise<Table<PurchaseColumn> | { readonly refused: string }> {
  const refused = await refusalOfFile(path)
  return refused === undefined
    ? { written: new Map(), unknown: [], unnamed: [], skipped: 0, rows: () => cdnowRows(path) }
    : { refused }
}

/** The id of the full data set comes first, with four columns and with five. */
async function* cdnowRows(path: string): AsyncGenerator<TableRow<PurchaseColumn> | BrokenRow> {
  for await (const { row, text } of recordsOf(textOf(path), NEVER)) {
    const columns = text.trim().split(/\s+/)
    if (columns[0] === '') continue
    const [date, units, dollars] = columns.slice(-3)
    const id = columns[0]
    if ((columns.length !== 4 && columns.length !== 5) || id === undefined || !/^\d+$/.test(id)) {
      const expected = '4 or 5 columns between blanks: id, (id in the sample,) yyyymmdd, units, dollars'
      yield { row, broken: { row, column: '', value: text.slice(0, 200), expected } }
      continue
    }
    yield {
      row,
      cells: {
        customer_id: `cdnow-${id.padStart(5, '0')}`,
        purchased_on: (date ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
        product: 'CD',
        units: units ?? '',
        amount: dollars ?? '',
        currency: 'USD',
      },
    }
  }
}

/** A delimiter that is in no line: these files have no quotes. */
const NEVER = '\u0000'

/** The data set holds no names: the customer is made from the id, with an address that cannot receive mail. */
export const cdnowCustomer = (customerId: string): Customer => ({
  customerId,
  fullName: `CDNOW customer ${customerId.replace('cdnow-', '')}`,
  familyName: null,
  givenName: null,
  addressName: null,
  nameRemark: null,
  honorific: 'none',
  nameOrder: 'given-first',
  gender: null,
  email: `${customerId}@example.com`,
  phone: null,
  zone: 'America/New_York',
  locale: 'en',
  country: 'US',
  birthday: null,
  tier: null,
  profession: null,
  tags: ['cdnow'],
  owner: null,
  firstPurchaseOn: null,
  lastPurchaseOn: null,
  products: [],
  renewsOn: null,
  preferredChannel: null,
  preferredParts: null,
  wrongPhone: null,
  corrections: null,
})

/** Reads one row of a purchase table as a whole: into a purchase, or into everything that is wrong with the row. */
import { readCustomerId } from '#core/customer/customer-row.ts'
import { noDateNumber, readDate } from '#core/customer/date-cell.ts'
import { readCurrency, readMoney } from '#core/customer/money-cell.ts'
import { readText } from '#core/customer/plain-cells.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { type Cell, type RowProblem, type RowRemark, rowReader, type TableRow } from '#core/customer/table-row.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

/** The columns by their canonical names. The file reader maps the headings of a file to them. */
export type PurchaseColumn =
  | 'customer_id'
  | 'purchase_id'
  | 'purchased_on'
  | 'delivered_on'
  | 'product'
  | 'units'
  | 'amount'
  | 'currency'

export interface PurchaseDefaults {
  readonly currency: string
  readonly today: LocalDate
}

/** A purchase that may still lack an id of its own. */
type ReadPurchase = Omit<Purchase, 'purchaseId'> & { readonly order: string | null }

export type PurchaseReading =
  | { readonly ok: ReadPurchase; readonly warnings: readonly RowRemark[] }
  | { readonly problems: readonly RowProblem[] }

export function purchaseFromRow(row: TableRow<PurchaseColumn>, defaults: PurchaseDefaults): PurchaseReading {
  const reader = rowReader(row)
  const { read, problems, remarks } = reader
  const customerId = read('customer_id', readCustomerId)
  if (customerId == null && problems.length === 0) reader.refuse('customer_id', 'the id of a customer')
  const dateIn = (column: 'purchased_on' | 'delivered_on') => (cell: string) =>
    reader.isNumber(column) ? noDateNumber(cell) : readDate(cell)
  const purchasedOn = read('purchased_on', (cell) => notFarOff(dateIn('purchased_on')(cell), defaults.today))
  if (purchasedOn == null && (row.cells.purchased_on ?? '').trim() === '')
    reader.refuse('purchased_on', 'the day of the purchase: dd/MM/yyyy')
  const deliveredOn = read('delivered_on', dateIn('delivered_on')) ?? null
  if (purchasedOn != null && deliveredOn !== null && deliveredOn < purchasedOn) {
    reader.refuse('delivered_on', `a day not before the purchase on ${purchasedOn}`)
  }
  const currency = read('currency', readCurrency) ?? null
  const code = currency ?? defaults.currency
  const purchase: ReadPurchase = {
    customerId: customerId ?? '',
    order: read('purchase_id', readText) ?? null,
    purchasedOn: purchasedOn ?? '',
    deliveredOn,
    product: read('product', readText) ?? null,
    units: read('units', readUnits) ?? null,
    amount: read('amount', (cell) => readMoney(cell, { code, isDefault: currency === null })) ?? null,
  }
  return problems.length > 0 ? { problems } : { ok: purchase, warnings: remarks }
}

/** What programs write for no day, 01/01/1900 or 01/01/1970, lies before it. Figures are made of every day since the first purchase. */
const FIRST_PURCHASE_DAY = '1980-01-02'

/** A date a year ahead is a typing mistake, as is one of long ago; a few days ahead may be an order for later. */
function notFarOff(date: Cell<LocalDate>, today: LocalDate): Cell<LocalDate> {
  if ('expected' in date) return date
  if (date.value < FIRST_PURCHASE_DAY) return { expected: `a day from ${FIRST_PURCHASE_DAY} on` }
  if (date.value <= today) return date
  return date.value > addDays(today, 366)
    ? { expected: `a day up to ${today}` }
    : { value: date.value, note: `lies ahead of ${today}: is the date right?` }
}

const readUnits = (cell: string): Cell<number> =>
  /^\d{1,9}$/.test(cell.trim()) ? { value: Number(cell.trim()) } : { expected: 'a whole number of units' }

/** Import of a purchase table: repeatable, in chunks; each customer's first and last purchase are kept up to date with it. */
import {
  IMPORT_CHUNK,
  type ImportListener,
  type ImportReport,
  importTally,
  inChunks,
  type Row,
} from '#app/importing/import-report.ts'
import { purchaseNumbering } from '#app/importing/purchase-id.ts'
import type { ImportedCustomers, NoticedPurchases, Person } from '#app/ports/customers.ts'
import type { ImportedPurchases } from '#app/ports/purchases.ts'
import type { Company } from '#core/campaign/company.ts'
import { type Customer, MOST_PRODUCTS } from '#core/customer/customer.ts'
import { type Purchase, PurchaseSchema } from '#core/customer/purchase.ts'
import { type PurchaseColumn, purchaseFromRow } from '#core/customer/purchase-row.ts'
import type { RowProblem, TableRow } from '#core/customer/table-row.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface PurchaseImport {
  readonly customers: ImportedCustomers
  readonly purchases: ImportedPurchases
  readonly company: Pick<Company, 'zone' | 'currency'>
  readonly now: Instant
  readonly rows: AsyncIterable<Row<PurchaseColumn>>
  readonly listener: ImportListener
  /** Makes a customer who is not known yet. Without it the purchases of unknown customers are refused. */
  readonly newCustomer?: (customerId: string) => Customer
}

export interface PurchaseImportReport extends ImportReport {
  readonly customersAdded: number
}

export async function importPurchases(task: PurchaseImport): Promise<PurchaseImportReport> {
  const { customers, purchases, company, listener } = task
  const defaults = { currency: company.currency, today: localDateAt(task.now, company.zone) }
  const tally = importTally(listener)
  const numbered = purchaseNumbering()
  let customersAdded = 0
  for await (const chunk of inChunks(task.rows, IMPORT_CHUNK)) {
    const read: { readonly row: TableRow<PurchaseColumn>; readonly purchase: Purchase }[] = []
    for (const row of chunk) {
      tally.counts.read++
      if ('broken' in row) {
        await tally.refuse([row.broken])
        continue
      }
      const reading = purchaseFromRow(row, defaults)
      const purchaseId = numbered(row, reading)
      if ('problems' in reading) {
        await tally.refuse(reading.problems)
        continue
      }
      await tally.warn(reading.warnings)
      const { order: _, ...purchase } = reading.ok
      read.push({ row, purchase: { ...purchase, purchaseId } })
    }
    const buyers = await knownBuyers(customers, read)
    const strangers = new Set(read.map(({ purchase }) => purchase.customerId).filter((id) => !buyers.has(id)))
    if (task.newCustomer !== undefined && strangers.size > 0) {
      const made = [...strangers].map(task.newCustomer)
      await customers.put(made)
      for (const customer of made) buyers.set(customer.customerId, customer)
      customersAdded += made.length
    }
    for (const { row, purchase } of read) if (!buyers.has(purchase.customerId)) await tally.refuse([unknownCustomer(row)])
    const accepted = read.map(({ purchase }) => purchase).filter(({ customerId }) => buyers.has(customerId))
    const { fresh, ...found } = await compared(purchases, accepted)
    tally.counts.added += found.added
    tally.counts.changed += found.changed
    tally.counts.unchanged += found.unchanged
    if (fresh.length > 0) await purchases.put(fresh)
    const noticed = newToProfiles(accepted, buyers)
    if (noticed.length > 0) await customers.noticePurchases(noticed)
    listener.progress(tally.counts.read)
  }
  return { ...tally.counts, customersAdded }
}

async function knownBuyers(
  customers: ImportedCustomers,
  read: readonly { readonly purchase: Purchase }[],
): Promise<Map<string, Customer>> {
  const ids = [...new Set(read.map(({ purchase }) => purchase.customerId))]
  const people: readonly Person[] = ids.length === 0 ? [] : await customers.getMany(ids)
  return new Map(people.map(({ customer }) => [customer.customerId, customer]))
}

/** The purchases that the store does not hold in this form, and how many there are of each kind. */
async function compared(purchases: ImportedPurchases, accepted: readonly Purchase[]) {
  const keys = accepted.map(({ customerId, purchaseId }) => ({ customerId, purchaseId }))
  const stored = new Map((keys.length === 0 ? [] : await purchases.getMany(keys)).map((purchase) => [keyOf(purchase), purchase]))
  const fresh = accepted.filter((purchase) => {
    const known = stored.get(keyOf(purchase))
    return known === undefined || inOneOrder(known) !== inOneOrder(purchase)
  })
  const added = accepted.filter((purchase) => !stored.has(keyOf(purchase))).length
  return { fresh, added, changed: fresh.length - added, unchanged: accepted.length - fresh.length }
}

const keyOf = ({ customerId, purchaseId }: Purchase) => `${customerId}|${purchaseId}`
/** A schema writes the fields it knows in its own order. */
const inOneOrder = (purchase: Purchase) => JSON.stringify(PurchaseSchema.parse(purchase))

/** First and last purchase and the products of each buyer, where the profile does not know them. */
function newToProfiles(accepted: readonly Purchase[], buyers: ReadonlyMap<string, Customer>): readonly NoticedPurchases[] {
  const bought = Map.groupBy(accepted, ({ customerId }) => customerId)
  return [...bought].flatMap(([customerId, purchases]) => {
    const days = purchases.map(({ purchasedOn }) => purchasedOn).sort()
    const [first, last] = [days.at(0), days.at(-1)]
    if (first === undefined || last === undefined) return []
    const { firstPurchaseOn = null, lastPurchaseOn = null, products: known = [] } = buyers.get(customerId) ?? {}
    const fresh = new Set(purchases.flatMap(({ product }) => (product === null || known.includes(product) ? [] : [product])))
    const products = [...fresh].slice(0, Math.max(0, MOST_PRODUCTS - known.length))
    const wider = firstPurchaseOn === null || lastPurchaseOn === null || first < firstPurchaseOn || last > lastPurchaseOn
    return wider || products.length > 0 ? [{ customerId, first, last, products }] : []
  })
}

const unknownCustomer = ({ row, cells }: TableRow<PurchaseColumn>): RowProblem => ({
  row,
  column: 'customer_id',
  value: cells.customer_id ?? '',
  expected: 'a customer who is known: import the customers first, or use --create-customers',
})

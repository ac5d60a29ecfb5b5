/** Imports the sample company's tables, through the same import as `care import`. Running it again changes nothing. */
import { basename } from 'node:path'
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import { PURCHASE_HEADINGS } from '#adapters/csv/purchase-headings.ts'
import { openTable } from '#adapters/csv/table-file.ts'
import { importCustomers } from '#app/importing/import-customers.ts'
import { importPurchases } from '#app/importing/import-purchases.ts'
import type { ImportListener, ImportReport } from '#app/importing/import-report.ts'
import type { ConsentLog } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'

export interface SampleTables {
  readonly customers: string
  readonly purchases: string
  /** Imported night by night, as the clock reaches them (local/sample-shop.ts). */
  readonly purchasesToCome: string
}

export interface LoadedSample {
  readonly customers: ImportReport
  readonly purchases: ImportReport
}

export async function loadSample(
  stores: {
    readonly customers: CustomerStore
    readonly purchases: PurchaseStore
    readonly consents: ConsentLog
    readonly ledgers: Pick<LedgerStore, 'noteStop'>
  },
  {
    tables,
    companyRules,
    now,
    onRows,
  }: {
    readonly tables: SampleTables
    readonly companyRules: CompanyRules
    readonly now: Instant
    readonly onRows: (read: number, table: keyof SampleTables) => void
  },
): Promise<LoadedSample> {
  const listener = (table: keyof SampleTables): ImportListener => ({
    problem: () => {},
    warning: () => {},
    progress: (read) => onRows(read, table),
  })
  const customerTable = await readable(tables.customers, CUSTOMER_HEADINGS)
  const customers = await importCustomers({
    ...stores,
    companyRules,
    now,
    file: basename(tables.customers),
    rows: customerTable.rows,
    listener: listener('customers'),
  })
  const purchaseTable = await readable(tables.purchases, PURCHASE_HEADINGS)
  const purchases = await importPurchases({
    ...stores,
    company: companyRules.company,
    now,
    rows: purchaseTable.rows(),
    listener: listener('purchases'),
  })
  return { customers, purchases }
}

async function readable<Column extends string>(file: string, headings: Parameters<typeof openTable<Column>>[1]) {
  const table = await openTable(file, headings)
  if ('refused' in table) throw new Error(`${file}: ${table.refused}`)
  return table
}

/** Imports one file into the stores, for the import command and for rehearsals on a file that is not stored. */
import { access, constants, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { cdnowCustomer, openCdnow } from '#adapters/csv/cdnow-file.ts'
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import type { Headings } from '#adapters/csv/headings.ts'
import { PURCHASE_HEADINGS } from '#adapters/csv/purchase-headings.ts'
import { openTable } from '#adapters/csv/table-file.ts'
import type { UnnamedColumn } from '#adapters/csv/unnamed-columns.ts'
import { isWorkbook, openWorkbook } from '#adapters/xlsx/workbook-table.ts'
import { importCustomers } from '#app/importing/import-customers.ts'
import { importPurchases, type PurchaseImportReport } from '#app/importing/import-purchases.ts'
import type { ImportListener, ImportReport } from '#app/importing/import-report.ts'
import type { ConsentLog } from '#app/ports/consent.ts'
import type { ImportedCustomers } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { ImportedPurchases } from '#app/ports/purchases.ts'
import type { Company } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { unnamedCustomer } from '#core/customer/unnamed-customer.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ImportStores {
  readonly customers: ImportedCustomers
  readonly purchases: ImportedPurchases
  readonly consents: ConsentLog
  readonly ledgers: Pick<LedgerStore, 'noteStop'>
  readonly companyRules: CompanyRules
  readonly now: Instant
}

export interface FileToImport {
  readonly kind: 'customers' | 'purchases'
  readonly file: string
  readonly format: 'csv' | 'cdnow'
  /** Create customers who are known from their purchases only; always done for cdnow. */
  readonly createCustomers?: boolean
}

/** Called with the columns once the file is known to be a table, then with its rows. */
export type Hear = (columns: {
  readonly written: ReadonlyMap<string, string>
  readonly unknown: readonly string[]
  readonly unnamed: readonly UnnamedColumn[]
  readonly skipped: number
}) => Promise<ImportListener>

/** The report, or why the file as a whole was refused: then the stores were not opened. */
export async function importFile(
  request: FileToImport,
  { stores, hear }: { readonly stores: () => Promise<ImportStores>; readonly hear: Hear },
): Promise<ImportReport | PurchaseImportReport | { readonly fileRefused: string }> {
  const { kind, file, format } = request
  const missing = await noFile(file)
  if (missing !== undefined) return { fileRefused: `${file}: ${missing}` }
  if (kind === 'customers') {
    const table = await tableIn(file, CUSTOMER_HEADINGS)
    if ('refused' in table) return { fileRefused: `${file}: ${table.refused}` }
    const { customers, consents, ledgers, companyRules, now } = await stores()
    const listener = await hear(table)
    return importCustomers({ customers, consents, ledgers, companyRules, now, file: basename(file), rows: table.rows, listener })
  }
  const table = format === 'cdnow' ? await openCdnow(file) : await tableIn(file, PURCHASE_HEADINGS)
  if ('refused' in table) return { fileRefused: `${file}: ${table.refused}` }
  const { customers, purchases, companyRules, now } = await stores()
  const { company } = companyRules
  const newCustomer = makerOf(request, company)
  const listener = await hear(table)
  const rows = table.rows()
  return importPurchases({ customers, purchases, company, now, rows, listener, ...(newCustomer && { newCustomer }) })
}

/** A workbook or a text, whatever the file's name. */
export const tableIn = async <Column extends string>(file: string, headings: Headings<Column>) =>
  (await isWorkbook(file)) ? openWorkbook(file, headings) : openTable(file, headings)

function makerOf({ format, createCustomers }: FileToImport, company: Company) {
  if (format === 'cdnow') return cdnowCustomer
  return createCustomers ? (customerId: string) => unnamedCustomer(customerId, company) : undefined
}

/** Why there is no file to read under that name; undefined where there is one. */
export async function noFile(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (found?.isDirectory()) return 'it is a folder; name a file in it'
  return found && (await isReadable(file)) ? undefined : 'there is no such file, or it may not be read'
}

const isReadable = (file: string) =>
  access(file, constants.R_OK).then(
    () => true,
    () => false,
  )

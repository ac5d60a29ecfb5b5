/** `care import customers|purchases FILE`: takes a table in, tells what came of it, and leaves what was refused in a file beside it. */
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { cdnowCustomer, openCdnow } from '#adapters/csv/cdnow-file.ts'
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import { findingsFile } from '#adapters/csv/findings-file.ts'
import { PURCHASE_HEADINGS } from '#adapters/csv/purchase-headings.ts'
import { openTable, type Table } from '#adapters/csv/table-file.ts'
import { importCustomers } from '#app/import-customers.ts'
import { importPurchases, type PurchaseImportReport } from '#app/import-purchases.ts'
import type { ImportListener, ImportReport } from '#app/import-report.ts'
import type { ConsentLog, CustomerStore, PurchaseStore } from '#app/ports.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import type { Company } from '#core/campaign/company.ts'
import { unnamedCustomer } from '#core/customer/unnamed-customer.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ImportStores {
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
  readonly consents: ConsentLog
  readonly company: Company
  readonly now: Instant
}

interface ImportFrame {
  readonly output: CliOutput
  readonly stores: () => Promise<ImportStores>
}

interface Flags {
  readonly format: 'csv' | 'cdnow'
  readonly json?: true
  readonly createCustomers?: true
}

/** Exit code 0: every row is in; 1: some rows, or the whole file, were refused; 2: the command was not understood. */
export function importCommand(frame: ImportFrame): Command {
  const json = new Option('--json', 'answer with JSON')
  const customers = new Command('customers')
    .description('import a table of customers (CSV in UTF-8, English or Vietnamese headings)')
    .argument('<file>', 'the table')
    .addOption(new Option('--format <format>', 'what the file is').choices(['csv']).default('csv'))
    .addOption(json)
    .action((file: string, flags: Flags) => importCustomerFile(frame, { file, flags }))
  const purchases = new Command('purchases')
    .description('import a table of purchases')
    .argument('<file>', 'the table')
    .addOption(new Option('--format <format>', 'what the file is').choices(['csv', 'cdnow']).default('csv'))
    .option('--create-customers', 'make customers who are not known yet (always done for cdnow)')
    .addOption(json)
    .action((file: string, flags: Flags) => importPurchaseFile(frame, { file, flags }))
  return new Command('import').description('take in customers and purchases').addCommand(customers).addCommand(purchases)
}

interface Request {
  readonly file: string
  readonly flags: Flags
}

async function importCustomerFile(frame: ImportFrame, request: Request): Promise<void> {
  const table = await opened(request.file, () => openTable(request.file, CUSTOMER_HEADINGS))
  if ('refused' in table) return refuseFile(frame, { ...request, reason: table.refused })
  tellUnknown(frame, table)
  const { customers, consents, company, now } = await frame.stores()
  const findings = await openFindings(frame, { file: request.file, written: table.written })
  const report = await importCustomers({
    customers,
    consents,
    company,
    now,
    file: basename(request.file),
    rows: table.rows,
    listener: findings.listener,
  })
  answer(frame, { request, report, ...(await findings.close()) })
}

async function importPurchaseFile(frame: ImportFrame, request: Request): Promise<void> {
  const { file, flags } = request
  const table = await opened(file, () =>
    flags.format === 'cdnow' ? openCdnow(file) : openTable(file, PURCHASE_HEADINGS),
  )
  if ('refused' in table) return refuseFile(frame, { ...request, reason: table.refused })
  if ('unknown' in table) tellUnknown(frame, table)
  const { customers, purchases, company, now } = await frame.stores()
  const findings = await openFindings(frame, { file, written: 'written' in table ? table.written : new Map() })
  const newCustomer =
    flags.format === 'cdnow' ? cdnowCustomer : flags.createCustomers ? (id: string) => unnamedCustomer(id, company) : undefined
  const report = await importPurchases({
    customers,
    purchases,
    company,
    now,
    rows: table.rows(),
    listener: findings.listener,
    ...(newCustomer === undefined ? {} : { newCustomer }),
  })
  answer(frame, { request, report, ...(await findings.close()) })
}

/** A file that is not there is refused like one that cannot be read as a table. */
async function opened<T>(file: string, open: () => Promise<T>): Promise<T | { readonly refused: string }> {
  const there = await access(file).then(
    () => true,
    () => false,
  )
  return there ? open() : { refused: 'there is no such file, or it may not be read' }
}

const refuseFile = ({ output }: ImportFrame, { file, flags, reason }: Request & { reason: string }) => {
  if (flags.json) output.print(JSON.stringify({ file, refused: reason }, null, 2))
  output.refuse([`${file}: ${reason}`])
}

function tellUnknown({ output }: ImportFrame, { unknown }: Pick<Table<string>, 'unknown'>) {
  if (unknown.length > 0) output.warn(`columns nobody knows, left out: ${unknown.join(', ')}`)
}

const PROGRESS_EVERY = 1_000
/** More are only in the file. */
const WARNINGS_SHOWN = 10

/** Rows with problems and warnings go to files at once; the terminal sees no cell of a customer. */
async function openFindings({ output }: ImportFrame, { file, written }: { file: string; written: ReadonlyMap<string, string> }) {
  const errors = await findingsFile({ beside: file, kind: 'errors', columns: ['row', 'column', 'value', 'expected'] })
  const warnings = await findingsFile({ beside: file, kind: 'warnings', columns: ['row', 'column', 'value', 'note'] })
  const named = (column: string) => written.get(column) ?? column
  let shown = 0
  let told = 0
  const listener: ImportListener = {
    problem: ({ row, column, value, expected }) => errors.write([row, named(column), value, expected]),
    warning({ row, column, value, note }) {
      if (shown++ < WARNINGS_SHOWN) output.warn(`row ${row}, ${named(column)}: ${note}`)
      return warnings.write([row, named(column), value, note])
    },
    progress(read) {
      const thousands = Math.floor(read / PROGRESS_EVERY)
      if (thousands > told) output.warn(`${thousands * PROGRESS_EVERY} rows …`)
      told = thousands
    },
  }
  async function close() {
    const errorsFile = (await errors.close()) ? errors.path : null
    const warningsFile = (await warnings.close()) ? warnings.path : null
    return { errorsFile, warningsFile }
  }
  return { listener, close }
}

interface Answer {
  readonly request: Request
  readonly report: ImportReport | PurchaseImportReport
  readonly errorsFile: string | null
  readonly warningsFile: string | null
}

function answer({ output }: ImportFrame, { request, report, errorsFile, warningsFile }: Answer) {
  if (request.flags.json) output.print(JSON.stringify({ file: request.file, ...report, errorsFile, warningsFile }, null, 2))
  else output.print(inWords(report))
  if (warningsFile !== null) output.warn(`${report.warnings} warnings: ${warningsFile}`)
  if (report.refused > 0) {
    const rows = report.refused === 1 ? '1 row was' : `${report.refused} rows were`
    output.refuse([`${rows} refused; what would be right stands in ${errorsFile}. The others are imported.`])
  }
}

function inWords(report: Answer['report']): string {
  const { read, added, changed, unchanged, refused, superseded } = report
  const parts = [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, `${refused} refused`]
  if (superseded > 0) parts.push(`${superseded} replaced by a later row`)
  if ('customersAdded' in report && report.customersAdded > 0) parts.push(`${report.customersAdded} customers made`)
  return `${read} rows: ${parts.join(', ')}`
}

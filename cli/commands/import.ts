/** `care import customers|purchases FILE`: imports a table, prints the result, and writes the refused rows to a file beside it. */
import { Command, Option } from 'commander'
import { dryRunStores } from '#app/importing/dry-run-stores.ts'
import type { PurchaseImportReport } from '#app/importing/import-purchases.ts'
import type { ImportListener, ImportReport } from '#app/importing/import-report.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { type FileToImport, type ImportStores, importFile } from '#cli/commands/import-file.ts'
import { openFindings, tellColumns } from '#cli/commands/import-findings.ts'

interface ImportFrame {
  readonly output: CliOutput
  readonly stores: () => Promise<ImportStores>
}

interface Flags {
  readonly format: 'csv' | 'cdnow'
  readonly json?: true
  readonly createCustomers?: true
  readonly dryRun?: true
}

/** Exit code 0: every row is in; 1: some rows, or the whole file, were refused; 2: the command was not understood. */
export function importCommand(frame: ImportFrame): Command {
  const json = new Option('--json', 'answer with JSON')
  const dryRun = new Option(
    '--dry-run',
    'say what would come of it, with the same files of errors and warnings, and write nothing',
  )
  const customers = new Command('customers')
    .description('import a table of customers (CSV in UTF-8 or .xlsx, English or Vietnamese headings)')
    .argument('<file>', 'the table')
    .addOption(new Option('--format <format>', 'what the file is').choices(['csv']).default('csv'))
    .addOption(dryRun)
    .addOption(json)
    .action((file: string, flags: Flags) => importAndAnswer(frame, { kind: 'customers', file, ...flags }))
  const purchases = new Command('purchases')
    .description('import a table of purchases')
    .argument('<file>', 'the table')
    .addOption(new Option('--format <format>', 'what the file is').choices(['csv', 'cdnow']).default('csv'))
    .option('--create-customers', 'make customers who are not known yet (always done for cdnow)')
    .addOption(dryRun)
    .addOption(json)
    .action((file: string, flags: Flags) => importAndAnswer(frame, { kind: 'purchases', file, ...flags }))
  return new Command('import').description('take in customers and purchases').addCommand(customers).addCommand(purchases)
}

/**
 * Imports without writing files, as a rehearsal does. Prints how many rows are left out. Returns why the file as a whole was refused; undefined
 * when it was not.
 */
export async function importFileInto({ output, stores }: ImportFrame, file: FileToImport): Promise<string | undefined> {
  const listener: ImportListener = { problem: () => {}, warning: () => {}, progress: () => {} }
  const report = await importFile(file, { stores, hear: async () => listener })
  if ('fileRefused' in report) return report.fileRefused
  if (report.refused > 0)
    output.warn(`${file.file}: going without ${report.refused === 1 ? '1 row' : `${report.refused} rows`} that an import refuses`)
  return undefined
}

interface Request extends FileToImport {
  readonly json?: true
  readonly dryRun?: true
}

async function importAndAnswer({ output, stores }: ImportFrame, request: Request): Promise<void> {
  let findings: Awaited<ReturnType<typeof openFindings>> | undefined
  const report = await importFile(request, {
    stores: request.dryRun ? async () => dryRunStores(await stores()) : stores,
    hear: async (columns) => {
      tellColumns(output, columns)
      findings = await openFindings(output, { file: request.file, written: columns.written })
      return findings.listener
    },
  })
  if ('fileRefused' in report) {
    if (request.json) output.print(JSON.stringify({ file: request.file, refused: report.fileRefused }, null, 2))
    output.refuse([report.fileRefused])
    return
  }
  const files = (await findings?.close()) ?? { errorsFile: null, warningsFile: null }
  answer(output, { request, report, ...files })
}

interface Answer {
  readonly request: Request
  readonly report: ImportReport | PurchaseImportReport
  readonly errorsFile: string | null
  readonly warningsFile: string | null
}

function answer(output: CliOutput, { request, report, errorsFile, warningsFile }: Answer) {
  if (request.json)
    output.print(
      JSON.stringify(
        { file: request.file, ...(request.dryRun && { dryRun: true }), ...report, errorsFile, warningsFile },
        null,
        2,
      ),
    )
  else output.print(request.dryRun ? `dry run, nothing was written: ${inWords(report)}` : inWords(report))
  if (warningsFile !== null) output.warn(`${report.warnings} warnings: ${warningsFile}`)
  if (report.refused > 0) {
    const rows = report.refused === 1 ? '1 row was' : `${report.refused} rows were`
    const others = request.dryRun ? 'The others would be imported.' : 'The others are imported.'
    output.refuse([`${rows} refused; what would be right stands in ${errorsFile}. ${others}`])
  }
}

function inWords(report: Answer['report']): string {
  const { read, added, changed, unchanged, refused, superseded } = report
  const parts = [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, `${refused} refused`]
  if (superseded > 0) parts.push(`${superseded} replaced by a later row`)
  if ('customersAdded' in report && report.customersAdded > 0) parts.push(`${report.customersAdded} customers made`)
  return `${read} rows: ${parts.join(', ')}`
}

/** `care do-not-call import FILE`: brings the do-not-call register of a day in force. Without a command: which one is. */
import { Command, Option } from 'commander'
import { contactKeys } from '#adapters/crypto/contact-keys.ts'
import { DO_NOT_CALL_HEADINGS } from '#adapters/csv/do-not-call-headings.ts'
import { type DoNotCallReport, importDoNotCall } from '#app/importing/import-do-not-call.ts'
import type { DoNotCallProgress } from '#app/ports/consent.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { noFile, tableIn } from '#cli/commands/import-file.ts'
import { openFindings, tellColumns } from '#cli/commands/import-findings.ts'
import type { DoNotCallInForce } from '#core/audience/do-not-call.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

interface Flags {
  readonly asOf?: LocalDate
  readonly empty?: true
  readonly shorter?: true
  readonly dryRun?: true
  readonly json?: true
}

/** Exit code 0: the list is in force; 1: the file was refused, or rows of it were; 2: the command was not understood. */
export function doNotCallCommand(frame: CareFrame): Command {
  const importing = new Command('import')
    .description('bring a list in force instead of the one before: numbers that are no longer on it are free again')
    .argument('<file>', 'a table with one column of numbers (CSV in UTF-8 or .xlsx, English or Vietnamese headings)')
    .addOption(new Option('--as-of <day>', 'the day whose register the file holds (default: today)').argParser(dayArgument))
    .option('--empty', 'the register really holds no number')
    .option('--shorter', 'the register really holds so much fewer numbers than the list in force')
    .option('--dry-run', 'say what would come of it, and write nothing but the file of errors')
    .option('--json', 'answer with JSON')
    .action((file: string, flags: Flags) => importAndAnswer(frame, file, flags))
  return new Command('do-not-call')
    .description('the register of numbers that must not be called for advertising')
    .addCommand(importing)
    .action(async () => frame.output.print(inForceInWords(await (await frame.place.suppressions()).doNotCall.inForce())))
}

async function importAndAnswer({ output, place }: CareFrame, file: string, flags: Flags): Promise<void> {
  const refuse = (reason: string) => {
    if (flags.json) output.print(JSON.stringify({ file, refused: reason }, null, 2))
    output.refuse([reason])
  }
  const missing = await noFile(file)
  if (missing !== undefined) return refuse(`${file}: ${missing}`)
  const table = await tableIn(file, DO_NOT_CALL_HEADINGS)
  if ('refused' in table) return refuse(`${file}: ${table.refused}`)
  const [{ companyRules, now }, { doNotCall }] = await Promise.all([place.stores(), place.suppressions()])
  const today = localDateAt(now, companyRules.company.zone)
  const asOf = flags.asOf ?? today
  if (asOf > today) return refuse(`--as-of ${asOf} lies ahead: today is ${today}`)
  tellColumns(output, table)
  const findings = await openFindings(output, { file, written: table.written })
  const report = await importDoNotCall({
    list: doNotCall,
    seals: contactKeys,
    companyRules,
    rows: table.rows(),
    listener: findings.listener,
    asOf,
    now,
    isMeantEmpty: flags.empty === true,
    isMeantShorter: flags.shorter === true,
    onProgress: progressTo(output),
    dryRun: flags.dryRun === true,
  })
  const { errorsFile } = await findings.close()
  if (flags.json) output.print(JSON.stringify({ file, asOf, ...report, inForce: report.inForce ?? null, errorsFile }, null, 2))
  const why = refusalOf(report, asOf)
  if (why !== undefined) output.refuse([`${file}: ${why}. ${inForceInWords(report.inForce)}`])
  else if (!flags.json) output.print(inWords(report, asOf))
  if (report.refused > 0 && why === undefined) {
    const [rows, them] = report.refused === 1 ? ['1 row was', 'it'] : [`${report.refused} rows were`, 'them']
    output.refuse([
      `${rows} refused, because no number that exists stands in ${them}; see ${errorsFile}. The list is complete without ${them}.`,
    ])
  } else if (report.refused > 0)
    output.warn(`${report.refused} of ${report.read} rows ${report.refused === 1 ? 'was' : 'were'} refused: ${errorsFile}`)
}

/** So many at once, so that a short list says nothing. */
const TOLD_EVERY = 10_000

function progressTo(output: Pick<CliOutput, 'warn'>): (progress: DoNotCallProgress) => void {
  const told = { written: 0, removed: 0 }
  const isNew = (what: keyof typeof told, count: number) => {
    const before = told[what]
    told[what] = Math.floor(count / TOLD_EVERY)
    return told[what] > before
  }
  return (progress) => {
    if ('removed' in progress) {
      if (isNew('removed', progress.removed)) output.warn(`${progress.removed} numbers of lists before removed …`)
    } else if (isNew('written', progress.written)) output.warn(`${progress.written} of ${progress.of} numbers written …`)
  }
}

function refusalOf({ outcome, inForce, refused, numbers }: DoNotCallReport, asOf: LocalDate): string | undefined {
  if (outcome === 'broken')
    return 'rows that cannot be cut into cells, or whose number a spreadsheet has rounded (8.49E+10), may hide numbers: correct them first'
  if (outcome === 'empty' && refused > 0) return 'none of its rows holds a number that exists'
  if (outcome === 'empty') return 'it holds no number; use --empty if the register really is empty'
  if (outcome === 'shorter')
    return `it holds ${counted(numbers, 'number')}, more than a fifth fewer than the list in force, and every number that it lacks would be called again: was it fetched whole? Use --shorter if the register really is so`
  if (outcome === 'older') return `it is the list of ${asOf}, older than that of ${inForce?.asOf}`
  if (outcome === 'overtaken') return 'another import brought its list in force meanwhile: import this one again'
  return undefined
}

function inWords({ outcome, read, numbers, inForce }: DoNotCallReport, asOf: LocalDate): string {
  const rows = `${counted(read, 'row')}, ${counted(numbers, 'number')}`
  if (outcome === 'would-replace')
    return `dry run, nothing was written: ${rows} of ${asOf} would come in force. ${inForceInWords(inForce)}`
  if (outcome === 'unchanged') return `${rows}: the same list is in force already. ${inForceInWords(inForce)}`
  return `${rows}. ${inForceInWords(inForce)}`
}

const inForceInWords = (inForce: DoNotCallInForce | undefined): string =>
  inForce === undefined
    ? 'No do-not-call list was ever brought in: the customers of countries that ask for one are not called for advertising.'
    : `In force is the do-not-call list of ${inForce.asOf} with ${counted(inForce.count, 'number')}.`

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

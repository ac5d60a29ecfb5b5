/** `care hotline import FILE`: the missed calls in a telephone system's history become calls to make. */
import { Command } from 'commander'
import { HOTLINE_HEADINGS } from '#adapters/csv/hotline-headings.ts'
import { events } from '#app/events.ts'
import { type HotlineReport, importHotline } from '#app/importing/import-hotline.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { noFile, tableIn } from '#cli/commands/import-file.ts'
import { openFindings, tellColumns } from '#cli/commands/import-findings.ts'
import { listsMadeHere } from '#cli/lists-made-here.ts'

interface Flags {
  readonly json?: true
}

/** Exit code 0: all rows were taken in; 1: the file was refused, or rows of it were; 2: the command was not understood. */
export function hotlineCommand(frame: CareFrame): Command {
  const importing = new Command('import')
    .description('open a call-back for each number and day that was not answered; the same file again opens nothing again')
    .argument('<file>', 'a table with number and time, and status where it holds answered calls too (CSV in UTF-8 or .xlsx)')
    .option('--json', 'answer with JSON')
    .action((file: string, flags: Flags) => importAndAnswer(frame, file, flags))
  return new Command('hotline').description('calls of customers to the hotline').addCommand(importing)
}

async function importAndAnswer({ output, place }: CareFrame, file: string, { json }: Flags): Promise<void> {
  const refuse = (reason: string) => {
    if (json) output.print(JSON.stringify({ file, refused: reason }, null, 2))
    output.refuse([reason])
  }
  const missing = await noFile(file)
  if (missing !== undefined) return refuse(`${file}: ${missing}`)
  const table = await tableIn(file, HOTLINE_HEADINGS)
  if ('refused' in table) return refuse(`${file}: ${table.refused}`)
  const [stores, { seals }] = await Promise.all([place.stores(), place.personal()])
  tellColumns(output, table)
  const findings = await openFindings(output, { file, written: table.written })
  const report = await importHotline({
    ...stores,
    seals,
    listOrders: listsMadeHere(stores),
    events: events({ event: () => {}, alarm: () => {} }),
    rows: table.rows(),
    listener: findings.listener,
  })
  const { errorsFile } = await findings.close()
  output.print(json ? JSON.stringify({ file, ...report, errorsFile }, null, 2) : inWords(report))
  if (report.refused === 0) return
  const rows = report.refused === 1 ? '1 row was' : `${report.refused} rows were`
  output.refuse([`${rows} refused: ${errorsFile}. The other rows were taken in.`])
}

const inWords = ({ read, opened, known, answered }: HotlineReport): string =>
  `${counted(read, 'row')}: ${counted(opened, 'call-back')} opened, ${known} known already, ${answered} answered on the same day`

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

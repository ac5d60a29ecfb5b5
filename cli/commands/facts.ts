/** `care facts export`: what happened, as tables that another program reads. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { type ExportedFacts, exportFacts } from '#app/numbers/export-facts.ts'
import { DaysNotFilledError } from '#app/ports/days-not-filled.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import { periodOf } from '#core/kpi/period.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

interface Asked {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly out: string
  readonly json?: true
}

export function factsCommand(frame: CareFrame): Command {
  return new Command('facts').description('what happened, as tables that other programs read').addCommand(exportCommand(frame))
}

function exportCommand(frame: CareFrame): Command {
  return new Command('export')
    .description('write a Parquet file for each day and kind of fact: DIR/touches/day=2027-02-06/facts.parquet')
    .requiredOption('--from <day>', 'the first day', dayArgument)
    .requiredOption('--to <day>', 'the last day; it must be over', dayArgument)
    .requiredOption('--out <dir>', 'the folder; it is made where it is missing, and its other files stay as they are')
    .option('--json', 'print { from, to, out, days, rows, first }')
    .addHelpText(
      'after',
      '\nA day that was exported into the folder before is written again, with what its rows can no longer say because it was purged or erased since.',
    )
    .action((asked: Asked) => exportAndAnswer(frame, asked))
}

async function exportAndAnswer({ output, place }: CareFrame, asked: Asked): Promise<void> {
  const { from, to, json } = asked
  const out = resolve(asked.out)
  const refuse = (reason: string) => {
    if (json) output.print(JSON.stringify({ from, to, out, refused: reason }, null, 2))
    output.refuse([reason])
  }
  const period = periodOf({ from, to })
  if ('refused' in period) return refuse(`--from ${from} comes after --to ${to}: give the earlier day first`)
  if (await isFile(out)) return refuse(`${asked.out}: is a file; name a folder`)
  const stores = await place.stores()
  const yesterday = addDays(localDateAt(stores.now, stores.company.zone), -1)
  if (to > yesterday) return refuse(`--to ${to} is not over: the last day that can be exported is ${yesterday}`)
  const numberOf = await (await place.facts()).numberOf()
  const facts = parquetFactStore(factFolder(out))
  const onDay = (day: LocalDate) => {
    if (day.endsWith('-01')) output.warn(`${day} …`)
  }
  try {
    const exported = await exportFacts({ ...stores, facts, numberOf }, { period, now: stores.now, onDay })
    output.print(json ? JSON.stringify({ from, to, out, ...exported }, null, 2) : inWords(exported, { ...asked, out }))
  } catch (error) {
    if (error instanceof DaysNotFilledError || hasCode(error)) return refuse(error.message)
    throw error
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  )

/** What the file system answers, such as a folder that may not be written. */
const hasCode = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error &&
  'code' in error &&
  ['EACCES', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(String(error.code))

function inWords({ days, rows, first }: ExportedFacts, { from, to, out }: Asked): string {
  const written = `${days === 1 ? '1 day' : `${days} days`} from ${from} to ${to} in ${out}`
  if (first === null) return `${written}: nothing is known of them, and the files are empty`
  const counts = FACT_KINDS.map((kind) => `${rows[kind]} ${kind}`).join(', ')
  return first === from ? `${written}: ${counts}` : `${written}: ${counts}; nothing is known of the days before ${first}`
}

/** The history of a telephone system: every caller whom no member of staff answered is rung back. The same file again opens nothing again. */
import { type HearHotlinePorts, hearHotline } from '#app/desk/hear-hotline.ts'
import { IMPORT_CHUNK, type ImportListener, importTally, type Row } from '#app/importing/import-report.ts'
import { callFromRow, type HotlineColumn } from '#core/customer/hotline-row.ts'
import type { Instant } from '#core/time/instant.ts'
import type { HotlineCall } from '#core/work/missed-call.ts'

export interface HotlineImport extends HearHotlinePorts {
  readonly rows: AsyncIterable<Row<HotlineColumn>>
  readonly listener: ImportListener
  readonly now: Instant
}

export interface HotlineReport {
  readonly read: number
  readonly refused: number
  /** Calls to be rung back for which a task was opened now. */
  readonly opened: number
  /** For which there is one already. */
  readonly known: number
  /** Numbers and days whose last call was answered. */
  readonly answered: number
}

/** All rows are read first: a call that was missed in the first row may have been answered in the last. */
export async function importHotline({ rows, listener, now, ...ports }: HotlineImport): Promise<HotlineReport> {
  const { country, zone } = ports.companyRules.company
  const tally = importTally(listener)
  const calls: HotlineCall[] = []
  for await (const row of rows) {
    tally.counts.read++
    const reading = 'broken' in row ? { problems: [row.broken] } : callFromRow(row, { country, zone, now })
    if ('problems' in reading) await tally.refuse(reading.problems)
    else {
      await tally.warn(reading.remarks)
      calls.push(reading.ok)
    }
    if (tally.counts.read % IMPORT_CHUNK === 0) listener.progress(tally.counts.read)
  }
  const heard = await hearHotline(ports, { calls, now })
  const count = (which: (typeof heard)[number]) => heard.filter((one) => one === which).length
  const { read, refused } = tally.counts
  return { read, refused, opened: count('opened'), known: count('known'), answered: count('answered') }
}

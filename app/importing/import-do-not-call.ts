/** Brings a do-not-call list in force, as a whole: the list before stays in force until every row of the new one is read and written. */
import { IMPORT_CHUNK, type ImportListener, importTally, type Row } from '#app/importing/import-report.ts'
import type { DoNotCallList, DoNotCallProgress, DoNotCallReplaced } from '#app/ports/consent.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import { type DoNotCallInForce, isMuchShorter } from '#core/audience/do-not-call.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import { type DoNotCallColumn, hidesNumber, numbersFromRow } from '#core/customer/do-not-call-row.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface DoNotCallImport {
  readonly list: DoNotCallList
  readonly seals: ContactKeys
  readonly companyRules: Pick<CompanyRules, 'company' | 'channels'>
  readonly rows: AsyncIterable<Row<DoNotCallColumn>>
  readonly listener: ImportListener
  /** The day whose register the file holds. */
  readonly asOf: LocalDate
  readonly now: Instant
  /** The file is meant to hold no number. */
  readonly isMeantEmpty: boolean
  /** The file is meant to hold much fewer numbers than the list in force. */
  readonly isMeantShorter: boolean
  /** Hears how the writing goes on. */
  readonly onProgress: (progress: DoNotCallProgress) => void
  /** Reads and judges everything, and writes nothing. */
  readonly dryRun: boolean
}

export interface DoNotCallReport {
  readonly read: number
  readonly refused: number
  readonly outcome: DoNotCallReplaced | 'broken' | 'empty' | 'shorter' | 'would-replace'
  /** Numbers of the file, each once. */
  readonly numbers: number
  /** In force now. */
  readonly inForce: DoNotCallInForce | undefined
}

/**
 * A row that is refused names no number that exists, so the list is complete without it. One that cannot be cut into cells, or whose number a spreadsheet
 * has rounded, may hide any number, so it keeps the whole file out.
 */
export async function importDoNotCall(task: DoNotCallImport): Promise<DoNotCallReport> {
  const { list, seals, companyRules, listener, asOf, now } = task
  const { kind } = spokenChannel(companyRules.channels).contactPoint
  const { country } = companyRules.company
  const tally = importTally(listener)
  const contactKeys = new Set<string>()
  let broken = 0
  for await (const row of task.rows) {
    tally.counts.read++
    if ('broken' in row || hidesNumber(row)) broken++
    const reading = 'broken' in row ? { problems: [row.broken] } : numbersFromRow(row, country)
    if ('problems' in reading) await tally.refuse(reading.problems)
    else for (const value of reading.ok) contactKeys.add(seals.contactKey({ kind, value }))
    if (tally.counts.read % IMPORT_CHUNK === 0) listener.progress(tally.counts.read)
  }
  const outcome = await bringInForce()
  const { read, refused } = tally.counts
  return { read, refused, outcome, numbers: contactKeys.size, inForce: await list.inForce() }

  async function bringInForce(): Promise<DoNotCallReport['outcome']> {
    if (broken > 0) return 'broken'
    // A file of refused rows is the wrong file, whatever was said about an empty one.
    if (contactKeys.size === 0 && (tally.counts.refused > 0 || !task.isMeantEmpty)) return 'empty'
    const inForce = await list.inForce()
    if (inForce !== undefined && asOf < inForce.asOf) return 'older'
    const isShorter = inForce !== undefined && isMuchShorter({ before: inForce.count, now: contactKeys.size })
    if (isShorter && !task.isMeantShorter && !(task.isMeantEmpty && contactKeys.size === 0)) return 'shorter'
    return task.dryRun ? 'would-replace' : list.replace({ asOf, contactKeys, at: now, onProgress: task.onProgress })
  }
}

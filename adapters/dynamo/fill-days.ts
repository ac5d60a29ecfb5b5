/**
 * Brings rows that a version before stored into the indexes by day: items of work by the day of their latest event, vouchers by the day on which they were
 * redeemed. Writes only what is missing or wrong, and at the end the marks. Harmless when stopped, repeated, or run beside staff who work.
 */
import { type Condition, present, unchanged } from '#adapters/dynamo/conditions.ts'
import {
  CHANGED_WORK,
  type IndexOfDays,
  isMark,
  markDaysFilled,
  REDEEMED_VOUCHERS,
  utcDay,
} from '#adapters/dynamo/filled-days.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { scanPages } from '#adapters/dynamo/scan-rows.ts'
import { changedDayOf, itemOf } from '#adapters/dynamo/work-rows.ts'
import { updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'

export interface FilledDays {
  /** Rows that have a day. */
  readonly dated: number
  /** Of these, rows that lacked it. */
  readonly written: number
}

const WRITES_AT_ONCE = 16

/** What of a table has which day, and under which condition it may be written. */
interface Filling extends IndexOfDays {
  readonly dayOf: (row: Row) => string | undefined
  readonly asRead: (row: Row) => Condition
}

const WORK: Filling = {
  ...CHANGED_WORK,
  // Calls and drafts hold no item.
  dayOf: (row) => (row.item === undefined ? undefined : changedDayOf(itemOf(row))),
  asRead: ({ version }) => unchanged('version', version),
}

const VOUCHERS: Filling = {
  ...REDEEMED_VOUCHERS,
  dayOf: ({ redeemedAt }) => (typeof redeemedAt === 'string' ? utcDay(redeemedAt) : undefined),
  // It is redeemed once, and never otherwise.
  asRead: () => present('redeemedAt'),
}

export const fillChangedDays = (table: DynamoTable, options: { readonly dryRun?: boolean } = {}): Promise<FilledDays> =>
  fill(table, { filling: WORK, ...options })

export const fillRedeemedDays = (table: DynamoTable, options: { readonly dryRun?: boolean } = {}): Promise<FilledDays> =>
  fill(table, { filling: VOUCHERS, ...options })

async function fill(
  table: DynamoTable,
  { filling, dryRun = false }: { readonly filling: Filling; readonly dryRun?: boolean },
): Promise<FilledDays> {
  const filled = { dated: 0, written: 0 }
  for await (const rows of scanPages(table)) {
    const dated = rows.filter((row) => !isMark(row, filling) && filling.dayOf(row) !== undefined)
    const wrong = dated.filter((row) => row[filling.attribute] !== filling.dayOf(row))
    filled.dated += dated.length
    filled.written += wrong.length
    if (!dryRun) await eachBounded(wrong, { limit: WRITES_AT_ONCE, act: (row) => write(table, { filling, row }) })
  }
  if (!dryRun) await markDaysFilled(table, filling)
  return filled
}

/** A row that staff changed meanwhile is read again: an older version may write it without its day. */
async function write(table: DynamoTable, { filling, row }: { readonly filling: Filling; readonly row: Row }): Promise<void> {
  const { attribute, key: name, dayOf, asRead } = filling
  const key = { [name]: String(row[name]) }
  let now: Row | undefined = row
  while (now !== undefined) {
    const day = dayOf(now)
    if (day === undefined || now[attribute] === day) return
    if ((await updateRow(table, { key, set: { [attribute]: day }, condition: asRead(now) })) === 'written') return
    now = await getRow(table, key)
  }
}

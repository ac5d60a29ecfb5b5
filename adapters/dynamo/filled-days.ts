/**
 * Indexes by a day that rows of the version before do not name. A mark in the table tells that all of its rows are found by theirs (fill-days.ts): an index
 * that misses some would give wrong figures, and no query can find out which are missing.
 */
import { currentPages } from '#adapters/dynamo/current-rows.ts'
import type { RowQuery } from '#adapters/dynamo/query-rows.ts'
import { readAhead } from '#adapters/dynamo/read-ahead.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { DaysNotFilledError } from '#app/ports/days-not-filled.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import { datesFrom } from '#core/time/local-date.ts'

export interface IndexOfDays {
  readonly index: string
  readonly attribute: string
  /** Of the table. No id of work and no code of a voucher begins with `#`. */
  readonly key: 'workId' | 'code'
}

export const CHANGED_WORK: IndexOfDays = { index: 'byChangedDay', attribute: 'changedDay', key: 'workId' }
export const REDEEMED_VOUCHERS: IndexOfDays = { index: 'byRedeemedDay', attribute: 'redeemedDay', key: 'code' }

const markOf = ({ key }: IndexOfDays) => ({ [key]: '#days' })

export const isMark = (row: Row, { key }: IndexOfDays): boolean => row[key] === '#days'

export async function markDaysFilled(table: DynamoTable, of: IndexOfDays): Promise<void> {
  await putRow(table, markOf(of))
}

export const utcDay = (at: Instant): string => at.slice(0, '2027-02-06'.length)

/** A table that is filled stays filled: a process asks until it is. */
const filled = new WeakSet<DynamoTable>()

export async function areDaysFilled(table: DynamoTable, of: IndexOfDays): Promise<boolean> {
  if (!filled.has(table) && (await getRow(table, markOf(of)))) filled.add(table)
  return filled.has(table)
}

/** A row that changes goes to today, which a midnight may have moved on. */
const LAST_DAYS = 2

/**
 * The present rows of the days over which the span reaches, page by page: the caller keeps those that still lie within it. A row that changes while they are
 * read is on one of the pages: the last days, to which it goes, are asked for after all the others, and one after the other.
 */
export async function* rowsOfDays(
  table: DynamoTable,
  { span, ...of }: IndexOfDays & { readonly span: Span },
): AsyncGenerator<readonly Row[], void> {
  if (!(await areDaysFilled(table, of)))
    throw new DaysNotFilledError(`${table.tableName} is not filled by days: run care migrate days once`)
  const { index, attribute, key } = of
  const days = [...datesFrom(utcDay(span.from), utcDay(span.to))]
  const queries = days.map((is) => ({ index, partition: { attribute, is } }))
  const pagesOf = (query: RowQuery) => currentPages(table, { query, keyed: [key] })
  yield* readAhead(queries.slice(0, -LAST_DAYS), pagesOf)
  for (const query of queries.slice(-LAST_DAYS)) yield* pagesOf(query)
}

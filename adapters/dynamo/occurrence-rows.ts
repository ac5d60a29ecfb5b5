/** The row of an occurrence itself, and its lists by month and by campaign. */
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { BalanceSchema, type Occurrence, OccurrenceSchema } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export const META = 'meta'
/** The one key of all open occurrences: a handful of rows. */
export const OPEN = 'open'

/** As the index shows them, which may be a moment behind: a caller that changes one does so under a condition on its version. */
export async function occurrencesBetween(
  table: DynamoTable,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<readonly Occurrence[]> {
  const inMonths = await Promise.all(
    [...monthsBetween(from, to)].map((month) =>
      queryAll(table, {
        index: 'byMonth',
        partition: { attribute: 'month', is: month },
        sort: { attribute: 'dateAndId', from, to: `${to}~` },
      }),
    ),
  )
  return inMonths.flat().map(occurrenceOf)
}

/** Sorts before every date; a key condition takes no empty text. */
const FIRST = '!'

export async function occurrencesOf(
  table: DynamoTable,
  { campaignId, before, limit }: Parameters<OccurrenceStore['ofCampaign']>[0],
): Promise<readonly Occurrence[]> {
  const found: Occurrence[] = []
  const query = {
    index: 'byCampaign',
    partition: { attribute: 'campaignId', is: campaignId },
    // A date sorts before `<date>#<id>`, so the date itself is left out.
    ...(before !== undefined && { sort: { attribute: 'dateAndId', from: FIRST, to: before } }),
    latestFirst: true,
    pageSize: limit,
  }
  for await (const rows of queryPages(table, query)) {
    found.push(...rows.map(occurrenceOf))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

function* monthsBetween(from: LocalDate, to: LocalDate): Generator<string, void> {
  const last = to.slice(0, 7)
  let [year = 0, month = 0] = from.split('-').map(Number)
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (name > last) return
    yield name
    month = month === 12 ? 1 : month + 1
    if (month === 1) year++
  }
}

export const occurrenceRow = (occurrence: Occurrence): Row => ({
  ...occurrence,
  item: META,
  month: occurrence.date.slice(0, 7),
  dateAndId: `${occurrence.date}#${occurrence.occurrenceId}`,
  openKey: occurrence.state === 'open' ? OPEN : undefined,
  balance: occurrence.balance === null ? undefined : JSON.stringify(occurrence.balance),
})

export function occurrenceOf(row: Row): Occurrence {
  const name = `occurrence ${String(row.occurrenceId)}`
  const balance = row.balance === undefined ? null : readAs(BalanceSchema, jsonIn(row.balance, name), name)
  return readAs(OccurrenceSchema, { ...row, balance }, name)
}

/**
 * Brings open work that a version before stored into the index of teams. Writes only the rows that lack their team, each under its version, and at the
 * end the mark that all have one. Harmless when stopped, repeated, or run beside staff who work.
 */
import { follows } from '#adapters/dynamo/conditions.ts'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { itemOf, OPEN, teamKeyOf } from '#adapters/dynamo/work-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'

/** No work id begins with `#`. */
const MARK = { workId: '#teams' }
const WRITES_AT_ONCE = 16

export interface FilledTeams {
  /** Open items there are. */
  readonly open: number
  /** Rows that lacked their team. */
  readonly written: number
}

export const isFilled = async (table: DynamoTable): Promise<boolean> => (await getRow(table, MARK)) !== undefined

export const markFilled = (table: DynamoTable) => putRow(table, MARK)

export async function fillWorkTeams(
  table: DynamoTable,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<FilledTeams> {
  const ids = new Set<string>()
  const filled = { open: 0, written: 0 }
  const query = { index: 'stillOpen', partition: { attribute: 'openKey', is: OPEN } }
  for await (const page of queryPages(table, query)) {
    const unseen = page.map(({ workId }) => String(workId)).filter((workId) => !ids.has(workId))
    for (const workId of unseen) ids.add(workId)
    const rows = await getRows(
      table,
      unseen.map((workId) => ({ workId })),
    )
    const open = rows.filter((row) => row.openKey === OPEN)
    filled.open += open.length
    const wrong = open.filter((row) => row.teamKey !== teamKeyOf(itemOf(row)))
    filled.written += wrong.length
    if (!dryRun) await eachBounded(wrong, { limit: WRITES_AT_ONCE, act: (row) => fill(table, row) })
  }
  if (!dryRun) await markFilled(table)
  return filled
}

/** A row that staff changed meanwhile is read again, until it has its team or is open no more: an older version may write it without one. */
async function fill(table: DynamoTable, row: Row): Promise<void> {
  let now: Row | undefined = row
  while (now && now.openKey === OPEN && now.teamKey !== teamKeyOf(itemOf(now))) {
    const next = { ...now, teamKey: teamKeyOf(itemOf(now)) }
    if ((await putRow(table, next, follows('version', Number(now.version) + 1))) === 'written') return
    now = await getRow(table, { workId: String(row.workId) })
  }
}

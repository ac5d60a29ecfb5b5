/**
 * Brings open work that a version before stored into the indexes of teams and of persons. Writes only the rows that lack theirs, each under its
 * version, and at the end the marks that all have them. Harmless when stopped, repeated, or run beside staff who work.
 */
import { follows } from '#adapters/dynamo/conditions.ts'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { itemOf, OPEN, personKeyOf, teamKeyOf } from '#adapters/dynamo/work-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'

/** No work id begins with `#`. */
const MARKS = { teams: { workId: '#teams' }, persons: { workId: '#persons' } }
const WRITES_AT_ONCE = 16

export interface FilledTeams {
  /** Open items there are. */
  readonly open: number
  /** Rows that lacked their team or their person. */
  readonly written: number
}

/** Each index has a mark of its own: a version before knew teams alone. */
export const isFilled = async (table: DynamoTable, which: keyof typeof MARKS): Promise<boolean> =>
  (await getRow(table, MARKS[which])) !== undefined

export async function markFilled(table: DynamoTable): Promise<void> {
  for (const mark of Object.values(MARKS)) await putRow(table, mark)
}

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
    const wrong = open.filter(isWrong)
    filled.written += wrong.length
    if (!dryRun) await eachBounded(wrong, { limit: WRITES_AT_ONCE, act: (row) => fill(table, row) })
  }
  if (!dryRun) await markFilled(table)
  return filled
}

function isWrong(row: Row): boolean {
  const item = itemOf(row)
  return row.teamKey !== teamKeyOf(item) || row.personKey !== personKeyOf(item)
}

/** A row that staff changed meanwhile is read again, until it has its keys or is open no more: an older version may write it without them. */
async function fill(table: DynamoTable, row: Row): Promise<void> {
  let now: Row | undefined = row
  while (now && now.openKey === OPEN && isWrong(now)) {
    const item = itemOf(now)
    const next = { ...now, teamKey: teamKeyOf(item), personKey: personKeyOf(item) }
    if ((await putRow(table, next, follows('version', Number(now.version) + 1))) === 'written') return
    now = await getRow(table, { workId: String(row.workId) })
  }
}
